import { createHash } from 'node:crypto';
import process from 'node:process';
import { loadArchivePage } from '@/lib/page-models/archive-page';
import { loadArticlePage } from '@/lib/page-models/article-page';
import { loadAuthorPage } from '@/lib/page-models/author-page';
import { loadTagFeed } from '@/lib/page-models/feed';
import { loadFrontPage } from '@/lib/page-models/front-page';
import { loadSearchPage, parseSearch } from '@/lib/page-models/search-page';
import { loadSectionPage } from '@/lib/page-models/section-page';
import { loadSitemap } from '@/lib/page-models/sitemap';
import { loadSitemapIndex } from '@/lib/page-models/sitemap-index';
import { loadTagPage } from '@/lib/page-models/tag-page';
import { loadTagsPage } from '@/lib/page-models/tags-page';
import { connect, database } from '@/lib/store/client';
import { publishContent } from '@/lib/store/publish-content';
import { archivePart, storyAt, tagOf, wordOf } from './corpus';
import { type Explained, explain } from './explain';
import { readStories } from './readings';

/** `measure-archive.ts N`: what pages of the archive in DATABASE_URL, of N stories, cost. Prints a list of `Cost`. */

/** @property times milliseconds, one for each round */
export type Cost = Explained & Readonly<{ name: string; times: readonly number[] }>;

const size = Number(process.argv[2]);
const url = process.env.DATABASE_URL ?? '';
const now = new Date();

/** Rounds of each page; each time another story where that can be. */
const ROUNDS = 15;
/** Of what takes long. */
const FEW = 5;

/** Stories of every archive, so that the same ones are measured. */
const sample = Array.from({ length: ROUNDS + 1 }, (_, index) => storyAt(100 + index * 7));
const day = storyAt(500).firstPublishedAt;
const date = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()].map((part) =>
  String(part).padStart(2, '0'),
);
const rare = wordOf(15_000);
const typo = `${rare.slice(0, -2)}${rare.slice(-1)}${rare.slice(-2, -1)}`;
const [first = '', second = ''] = storyAt(77).bodyText.split(' ').slice(3, 5);
const search = (q: string) => () => loadSearchPage(parseSearch({ q }), 1, now);

const { article, articleTag, articleAuthor } = database();
const lastOf = async (count: Promise<number>) => Math.max(1, Math.ceil((await count) / 20));
const lastPage = {
  tag: await lastOf(articleTag.count({ where: { tag: { slug: tagOf(0) } } })),
  section: await lastOf(article.count({ where: { section: { slug: 'world' } } })),
  author: await lastOf(articleAuthor.count({ where: { author: { slug: 'author-0' } } })),
};

const pages: readonly (readonly [string, (round: number) => Promise<unknown>, number?])[] = [
  [
    'article',
    (round) => {
      const { section, slug } = sample[round + 1] ?? storyAt(100);
      return loadArticlePage(section, slug, now);
    },
  ],
  ['front', () => loadFrontPage(now)],
  ['tag, first page', () => loadTagPage(tagOf(0), 1, now)],
  ['tag, last page', () => loadTagPage(tagOf(0), lastPage.tag, now)],
  ['section, first page', () => loadSectionPage('world', 1, now)],
  ['section, last page', () => loadSectionPage('world', lastPage.section, now)],
  ['author, last page', () => loadAuthorPage('author-0', lastPage.author, now)],
  ['archive day', () => loadArchivePage(date, 1, now)],
  ['all tags', () => loadTagsPage(1, now)],
  ['feed of a tag', () => loadTagFeed(tagOf(0), now)],
  ['search, common word', search(wordOf(3)), FEW],
  ['search, rare word', search(rare), FEW],
  ['search, phrase', search(`"${first} ${second}"`), FEW],
  ['search, phrase of common words', search(`"${wordOf(100)} ${wordOf(200)}"`), FEW],
  ['search, typo', search(typo), FEW],
  ['sitemap of stories', () => loadSitemap({ kind: 'stories', number: 1 }, now), FEW],
  ['sitemap index', () => loadSitemapIndex(now), FEW],
];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

await readStories(now);
// Once for what compiles and fills caches: no page may pay for being the first.
for (const [name, work] of pages) {
  if ((await work(-1)) === null) throw new Error(`${name}: there is no such page`);
}
const costs: Cost[] = [];
for (const [name, work, rounds = ROUNDS] of pages) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timed(() => work(round)));
  costs.push({ name, times, ...(await explain(url, () => work(0))) });
}
costs.push({
  name: 'one story published, to visible',
  times: await publishing(),
  buffers: 0,
  whole: [],
});
await database().$disconnect();
console.log(JSON.stringify({ size, costs }));

/** Times to publish one changed story and to read it as it is now, seven times and once before. */
async function publishing(): Promise<number[]> {
  const client = connect(url, 60_000);
  const times: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const { articles, ...rest } = archivePart(round, round + 1);
    const changed = [...articles].map((story) => ({
      ...story,
      headline: `${story.headline} ${now.getTime()} ${round}`,
      minor: true,
      contentHash: createHash('sha256').update(`${now.getTime()} ${round}`).digest('hex'),
    }));
    const part = { ...rest, articles: changed };
    const [story] = changed;
    if (story === undefined) throw new Error('there is no story to publish');
    const visible = async () => {
      await publishContent(client, part, { dryRun: false, now, pushTo: [] });
      const page = await loadArticlePage(story.section, story.slug, now);
      if (!JSON.stringify(page).includes(story.headline)) throw new Error('it is not visible');
    };
    times.push(await timed(visible));
  }
  await client.$disconnect();
  return times.slice(1);
}
