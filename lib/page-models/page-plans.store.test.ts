import { afterAll, beforeAll, expect, test } from 'vitest';
import { article, author, content, page } from '@/lib/store/testing/build-content';
import { readsOf } from '@/lib/store/testing/explain-queries';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { loadArchiveIndexPage, loadArchivePage } from './archive-page';
import { loadAuthorPage } from './author-page';
import { loadSearchPage } from './search-page';
import { loadSectionPage } from './section-page';
import { loadTagPage } from './tag-page';
import { showAll } from './testing/all-pages';

/**
 * Whatever a reader asks for, no statement reads a whole table of those that grow with the paper: neither by
 * scanning it nor by going through all of an index.
 */

const STORIES = 6_000;
// `list_month` is not among them: it has some hundred rows for each list, and a page of tags adds up those of 500.
/** More than any statement may look at, and less than all. */
const MOST_ROWS = 3_000;
const GROWING = new Set([
  ...['article', 'article_tag', 'article_author', 'source', 'correction', 'related_pin'],
  ...['old_slug', 'revision', 'content_file', 'word'],
]);

const SYLLABLES = ['ba', 'cer', 'dil', 'fon', 'gu', 'hak', 'lem', 'mir', 'nop', 'rus'];
const wordOf = (number: number) =>
  [...String(number)].map((digit) => SYLLABLES[Number(digit)]).join('');
/** Addresses that are as different as those of a paper. */
const slugOf = (number: number) => `${wordOf(number)}-${wordOf((number * 7_919) % 10_007)}`;

/** One every six hours; a third of them in each section, all with one tag and one author. */
const articles = Array.from({ length: STORIES }, (_, number) =>
  article({
    slug: slugOf(number),
    section: ['world', 'politics', 'science'][number % 3] ?? 'world',
    headline: `Council${number % 60} votes on matter${number % 11}`,
    tags: ['all', `some-${number % 40}`, `few-${number % 700}`],
    authors: ['world-desk', `author-${number % 50}`],
    related: number % 100 === 7 ? [slugOf(number - 1)] : [],
    aliases: number % 100 === 9 ? [`was-${number}`] : [],
    corrections:
      number % 5 === 0
        ? [{ at: new Date(NOW.getTime() - (STORIES - number) * 1_000), text: 'A name.' }]
        : [],
    bodyText: `Everybody said word${number % 97} and term${number % 13} of story${number}.`,
    firstPublishedAt: new Date(NOW.getTime() - (STORIES - number) * 6 * 3_600_000),
  }),
);

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(
    content({
      articles,
      sections: ['world', 'politics', 'science'].map((slug) => ({
        ...{ slug, name: slug, description: `About ${slug}.` },
      })),
      authors: [
        author('world-desk'),
        ...Array.from({ length: 50 }, (_, number) => author(`author-${number}`)),
      ],
      pages: [page('about')],
    }),
  );
  await store.client.$executeRaw`VACUUM ANALYZE`;
}, 300_000);
afterAll(() => store.close());

const slugs = {
  sections: ['world', 'politics'],
  stories: [slugOf(3), slugOf(4), slugOf(STORIES - 3), 'was-9', 'nowhere', `${slugOf(8)}s`],
  tags: ['all', 'few-7'],
  authors: ['world-desk', 'author-9'],
  pages: ['about'],
};

const last = STORIES / 20;
const search = (q: string) =>
  loadSearchPage({ q, section: '', tag: '', from: '', to: '', sort: '' }, 1, NOW);

test.each([
  ['Pages, feeds and sitemaps', () => showAll(slugs, NOW)],
  ['The last page of a section', () => loadSectionPage('world', last / 3, NOW)],
  ['A page in the middle of a section', () => loadSectionPage('world', last / 6, NOW)],
  ['The last page of a tag', () => loadTagPage('all', last, NOW)],
  ['A page in the middle of a tag', () => loadTagPage('all', last / 2, NOW)],
  ['The last page of an author', () => loadAuthorPage('world-desk', last, NOW)],
  ['The last page of the archive', () => loadArchiveIndexPage(last, NOW)],
  ['A page in the middle of the archive', () => loadArchiveIndexPage(last / 2, NOW)],
  ['A day of the archive', () => loadArchivePage(['2024', '03', '09'], 1, NOW)],
  ['A search for a word in all stories', () => search('everybody')],
  ['A search for a rare word', () => search('story4711')],
  ['A search for a phrase', () => search('"everybody said"')],
  ['A search for nothing that is there', () => search('evrybody')],
] as const)(
  '%s: no table is read whole',
  async (_, load) => {
    const reads = await readsOf(store.url, load);
    const whole = reads.filter(
      ({ table, how, rows }) =>
        GROWING.has(table) && (rows > MOST_ROWS || (how === 'Seq Scan' && rows > 200)),
    );
    expect(reads.some(({ table }) => GROWING.has(table))).toBe(true);
    expect(whole).toEqual([]);
  },
  300_000,
);
