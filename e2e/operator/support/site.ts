import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { administer, inDatabase } from '@/lib/postgres/databases';
import type {} from '@/scripts/testing/published-database';

/** A database of the caller's own in which the paper is published. Takes some 50 ms. */
export async function publishedDatabase(): Promise<string> {
  const { url, template, prefix } = inject('published');
  const name = `${prefix}_${randomBytes(4).toString('hex')}`;
  await administer(url, async (client) => {
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  return inDatabase(url, name);
}

/** Pages that nearly every reader asks for. */
export const popular = [
  '/',
  '/politics',
  '/world',
  '/politics/miami-talks-yield-productive-dialogue-but-no-breakthrough-in-ukraine-war',
  '/world/how-a-ceasefire-is-watched',
  '/tag/diplomacy',
  '/author/world-desk',
] as const;

/** Whether the long forms of the tests were asked for: npm run test:long. */
export const long = process.env.PRISM_TESTS === 'long';
