import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '@/lib/postgres/databases';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { type Answer, askAll } from './support/ask';
import { untilListening } from './support/metrics';
import { copyPaper, type Paper } from './support/paper';
import { startReaders } from './support/readers';
import { publishedDatabase } from './support/site';

const slug = 'what-the-budapest-memorandum-promised-ukraine';
const story = `world/${slug}`;
const [old, changed] = [
  'An earlier headline of the memorandum',
  'A later headline of the memorandum',
];

/** Every page that shows the headline, and some of the feeds that do. */
const shows = [
  ...[`/${story}`, '/', '/world', '/tag/ukraine', '/tag/security-guarantees', '/author/world-desk'],
  ...['/world/feed.xml', '/tag/ukraine/feed.atom', '/tag/security-guarantees/feed.json'],
  `/${story}.md`,
];

/** What each ends with. */
const ends: readonly (readonly [path: RegExp, end: RegExp])[] = [
  [/\.xml$/, /<\/rss>$/],
  [/\.atom$/, /<\/feed>$/],
  [/\.json$/, /\]\}$/],
  [/\.md$/, /\.$/],
  [/./, /<\/html>$/],
];
const isWhole = (path: string, body: string) =>
  ends.find(([pattern]) => pattern.test(path))?.[1].test(body.trimEnd());

let databaseUrl: string;
let site: OwnSite;
let paper: Paper;

beforeAll(async () => {
  databaseUrl = await publishedDatabase();
  paper = await copyPaper();
  await paper.setHeadline(story, old);
  await paper.publish(databaseUrl);
  site = await openOwnSite(databaseUrl);
  await untilListening(site.url);
});

afterAll(async () => {
  await site?.stop();
  await paper?.remove();
});

test('a changed headline reaches every page that shows it within a second, whole', async () => {
  for (const { status, body } of await askAll(site.url, shows, 1)) {
    expect(status).toBe(200);
    expect(body).toContain(old);
  }
  const bound = Math.max(1_000, 20 * (await coldTime()));
  const lastOld = new Map<string, number>();
  const seenNew = new Set<string>();
  const halves: string[] = [];
  const look = (path: string, { body }: Answer) => {
    const [hasOld, hasNew] = [body.includes(old), body.includes(changed)];
    if (hasOld === hasNew) halves.push(`${path}: ${hasOld ? 'both headlines' : 'neither'}`);
    if (!isWhole(path, body)) halves.push(`${path} ends early`);
    if (hasOld) lastOld.set(path, performance.now());
    if (hasNew) seenNew.add(path);
  };
  const readers = startReaders(site.url, shows, { look });
  const committed = await commitOf(async () => {
    await paper.setHeadline(story, changed);
    await paper.publish(databaseUrl);
  });
  await expect.poll(() => [...seenNew].sort(), { timeout: 10_000 }).toEqual([...shows].sort());
  const { answered, failures } = await readers.stop();
  expect(failures).toEqual([]);
  expect(halves.slice(0, 5)).toEqual([]);
  const late = shows.map((path) => [path, (lastOld.get(path) ?? 0) - committed] as const);
  expect(late.filter(([, milliseconds]) => milliseconds > bound)).toEqual([]);
  expect(answered).toBeGreaterThan(300);
});

/** Stories that do not show the headline. */
const others = [
  '/culture/gutenberg-and-the-first-printed-books',
  '/science/how-smallpox-was-ended',
];

/**
 * Milliseconds for a page nobody has asked for: some 20. A second is enough where that holds; a
 * machine that other programs keep busy is given longer in proportion.
 */
async function coldTime(): Promise<number> {
  const times = (await askAll(site.url, others, 1)).map(({ took }) => took);
  return Math.min(...times);
}

/** Publishes and answers when the change was committed: when Postgres announced it. */
async function commitOf(publish: () => Promise<void>): Promise<number> {
  const client = await connect(databaseUrl);
  const announced = new Promise<number>((resolve) => {
    client.on('notification', () => resolve(performance.now()));
  });
  await client.query('LISTEN prism_published');
  await publish();
  const instant = await announced;
  await client.end();
  return instant;
}
