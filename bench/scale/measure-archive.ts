import { createHash } from 'node:crypto';
import process from 'node:process';
import { loadArchivePage } from '@/lib/page-models/archive-page';
import { loadArticlePage } from '@/lib/page-models/article-page';
import { loadFrontPage } from '@/lib/page-models/front-page';
import { loadSearchPage, parseSearch } from '@/lib/page-models/search-page';
import { loadSectionPage } from '@/lib/page-models/section-page';
import { loadSitemap } from '@/lib/page-models/sitemap';
import { loadSitemapIndex } from '@/lib/page-models/sitemap-index';
import { loadTagPage } from '@/lib/page-models/tag-page';
import { connect as connectTo } from '@/lib/postgres/databases';
import { connect, database } from '@/lib/store/client';
import { publishContent } from '@/lib/store/publish-content';
import { median } from '../figure';
import { archivePart, storyAt, tagOf, wordOf } from './corpus';

/** `measure-archive.ts N`: what pages of an archive of N stories cost. Prints a list of `Cost`. */

/** @property buffers 8 KB pages of Postgres that all statements of the page touch */
export type Cost = Readonly<{
  name: string;
  median: number;
  p99: number;
  buffers: number;
  /** Tables that were read from end to end, of those that grow. */
  whole: readonly string[];
}>;

const size = Number(process.argv[2]);
const now = new Date();

/** Rounds of each page; each time another story where that can be. */
const ROUNDS = 15;

type Statement = Readonly<{ text: string; values?: readonly unknown[] }>;
type Plan = Readonly<{
  'Node Type': string;
  'Relation Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: readonly Plan[];
}>;

const GROWING = ['article', 'article_tag', 'article_author', 'revision', 'source', 'content_file'];

/** Every statement that a page sends is written down at the class of all connections, and explained. */
async function explain(work: () => Promise<unknown>): Promise<Pick<Cost, 'buffers' | 'whole'>> {
  const client = await connectTo(process.env.DATABASE_URL ?? '');
  const connections = Object.getPrototypeOf(client);
  const statements: Statement[] = [];
  const query = connections.query;
  connections.query = function (...args: unknown[]) {
    statements.push(args[0] as Statement);
    return query.apply(this, args);
  };
  await work().finally(() => {
    connections.query = query;
  });
  const plans: Plan[] = [];
  for (const { text, values } of statements) {
    if (!/^\s*(?:SELECT|WITH|\()/.test(text ?? '')) continue;
    const { rows } = await client.query(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
      values ? [...values] : [],
    );
    plans.push(rows[0]['QUERY PLAN'][0].Plan);
  }
  await client.end();
  const whole = plans
    .flatMap(nodesOf)
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .flatMap((node) => node['Relation Name'] ?? [])
    .filter((table) => GROWING.includes(table));
  const buffers = plans.reduce(
    (sum, plan) => sum + plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    0,
  );
  return { buffers, whole: [...new Set(whole)] };
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

async function measure(
  name: string,
  work: (round: number) => Promise<unknown>,
  rounds = ROUNDS,
): Promise<Cost> {
  if ((await work(-1)) === null) throw new Error(`${name}: there is no such page`);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work(round);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const p99 = times[Math.ceil(times.length * 0.99) - 1] ?? 0;
  return { name, median: median(times), p99, ...(await explain(() => work(0))) };
}

const pages = (stories: number) => Math.max(1, Math.ceil(stories / 20));
const tagged = await database().articleTag.count({ where: { tag: { slug: tagOf(0) } } });
const inWorld = await database().article.count({ where: { section: { slug: 'world' } } });
const rare = wordOf(15_000);
const typo = `${rare.slice(0, -2)}${rare.slice(-1)}${rare.slice(-2, -1)}`;
const [first = '', second = ''] = storyAt(77).bodyText.split(' ').slice(3, 5);
/** Stories of every archive, so that the same ones are measured. */
const sample = Array.from({ length: ROUNDS + 1 }, (_, index) => storyAt(100 + index * 7));
const day = storyAt(500).firstPublishedAt;
const date = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()].map((part) =>
  String(part).padStart(2, '0'),
);

const costs: Cost[] = [];
for (const [name, work, rounds] of [
  [
    'article',
    (round: number) => {
      const { section, slug } = sample[round + 1] ?? storyAt(100);
      return loadArticlePage(section, slug, now);
    },
  ],
  ['front', () => loadFrontPage(now)],
  ['tag, first page', () => loadTagPage(tagOf(0), 1, now)],
  ['tag, last page', () => loadTagPage(tagOf(0), pages(tagged), now)],
  ['section, first page', () => loadSectionPage('world', 1, now)],
  ['section, last page', () => loadSectionPage('world', pages(inWorld), now)],
  ['archive day', () => loadArchivePage(date, 1, now)],
  ['search, common word', () => loadSearchPage(parseSearch({ q: wordOf(3) }), 1, now), 5],
  ['search, rare word', () => loadSearchPage(parseSearch({ q: rare }), 1, now), 5],
  ['search, phrase', () => loadSearchPage(parseSearch({ q: `"${first} ${second}"` }), 1, now), 5],
  ['search, typo', () => loadSearchPage(parseSearch({ q: typo }), 1, now), 5],
  ['sitemap of stories', () => loadSitemap({ kind: 'stories', number: 1 }, now), 5],
  ['sitemap index', () => loadSitemapIndex(now), 5],
] as readonly (readonly [string, (round: number) => Promise<unknown>, number?])[]) {
  console.error(name);
  costs.push(await measure(name, work, rounds));
}

const client = connect(process.env.DATABASE_URL ?? '', 60_000);
const published: number[] = [];
for (let round = 0; round < 7; round += 1) {
  const { articles, ...rest } = archivePart(round, round + 1);
  const changed = [...articles].map((story) => ({
    ...story,
    headline: `${story.headline} ${now.getTime()} ${round}`,
    minor: true,
    contentHash: createHash('sha256').update(`${now.getTime()} ${round}`).digest('hex'),
  }));
  const began = performance.now();
  await publishContent(client, { ...rest, articles: changed }, { dryRun: false, now, pushTo: [] });
  published.push(performance.now() - began);
}
await client.$disconnect();
published.sort((a, b) => a - b);
costs.push({
  ...{ name: 'one story published', median: median(published), p99: published.at(-1) ?? 0 },
  ...{ buffers: 0, whole: [] },
});
await database().$disconnect();
console.log(JSON.stringify({ size, costs }));
