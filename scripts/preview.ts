import process from 'node:process';
import { parseArgs } from 'node:util';
import { PostgresProblem } from '@/lib/postgres/problem';
import { withDatabase } from '@/lib/postgres/with-database';
import { EnvironmentProblem, environment } from '@/lib/site/environment';
import { previewKey, rotatePreviewKey } from '@/lib/site/preview-key';
import { previewPath } from '@/lib/site/preview-links';
import { connect } from '@/lib/store/client';
import { nearest } from '@/lib/text/nearest';

/** `npm run preview -- SLUG`: a link to a story that nobody else can see yet. */

const USAGE = `Usage: npm run preview -- SLUG [--days N]   a link that ends after N days (7)
       npm run preview -- --rotate             make all links end that were given out before`;

const OPTIONS = {
  days: { type: 'string', default: '7' },
  rotate: { type: 'boolean' },
} as const;
const MOST_DAYS = 90;
const DAY = 24 * 60 * 60_000;

/** What the editor can mend. */
class PreviewProblem extends Error {}

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  if (values.rotate === true && positionals.length === 0) {
    if (environment().previewKey !== null) {
      throw new PreviewProblem('PREVIEW_KEY is set: give it another value on every machine.');
    }
    await rotatePreviewKey();
    return console.log('A new key: no link leads anywhere that was given out before.');
  }
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1) throw new PreviewProblem(USAGE);
  const days = Number(values.days);
  if (!(Number.isInteger(days) && days >= 1 && days <= MOST_DAYS)) {
    throw new PreviewProblem(`--days takes a number from 1 to ${MOST_DAYS}.`);
  }
  const id = await withDatabase((url) => findStory(url, slug));
  const ends = new Date(Date.now() + days * DAY);
  console.log(`${environment().siteUrl}${previewPath(await previewKey(), id, ends)}`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new PreviewProblem(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

async function findStory(url: string, slug: string): Promise<string> {
  const client = connect(url);
  try {
    const found = await client.article.findUnique({ where: { slug }, select: { id: true } });
    if (found !== null) return found.id;
    const all = await client.article.findMany({ select: { slug: true }, take: 10_000 });
    const meant = nearest(
      slug,
      all.map((story) => story.slug),
    );
    const hint = meant === null ? '' : ` Did you mean ${meant}?`;
    throw new PreviewProblem(`No story “${slug}” is stored: seed it first.${hint}`);
  } finally {
    await client.$disconnect();
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const known = [PreviewProblem, EnvironmentProblem, PostgresProblem];
  if (!(error instanceof Error && known.some((kind) => error instanceof kind))) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
