import { afterAll, beforeAll, expect, test } from 'vitest';
import { listArchiveDays, listArchiveMonths, listArchiveTrails } from './archive-queries';
import { findArticle, findMovedArticle } from './article-queries';
import { listCorrections } from './corrections-queries';
import { findFrame } from './frame-queries';
import { findFront } from './front-queries';
import { databaseReady } from './health-queries';
import {
  findAuthor,
  findSection,
  findTag,
  findTagAlias,
  listSections,
  listSectionTrails,
} from './list-queries';
import { findStandingPage } from './page-queries';
import { findReadOn } from './read-on-queries';
import { listNearArticles } from './suggestion-queries';
import { article, content, imageOf, page, paragraph, picture, tag } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';

const hour = (number: number) => new Date(Date.UTC(2025, 0, 1, number));
const photo = picture('photo');

/** One an hour from 1 January 2025, so that the last is the newest. */
const stories = Array.from({ length: 45 }, (_, index) =>
  article({
    slug: `story-${index}`,
    firstPublishedAt: hour(index),
    ...(index === 7 && { headline: 'What Was Promised to Kyiv' }),
  }),
);
const rich = article({
  slug: 'guarantees-since-budapest',
  section: 'politics',
  headline: 'Guarantees since Budapest',
  tags: ['ukraine', 'diplomacy'],
  aliases: ['budapest'],
  image: { ...imageOf(photo), caption: 'The hall.' },
  sources: [
    { name: 'United Nations', url: 'https://treaties.un.org/', note: null },
    { name: 'Reuters', url: null, note: 'Report of 5 December' },
  ],
  corrections: [{ at: new Date('2025-02-01T10:00:00Z'), text: 'A date was wrong.', serious: true }],
  firstPublishedAt: new Date('2024-12-31T23:59:59.999Z'),
});

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(
    content({
      articles: [...stories, rich],
      tags: [tag('diplomacy', { aliases: ['talks'] }), tag('ukraine', { parent: 'diplomacy' })],
      pages: [page('contact'), page('about')],
      front: { lead: 'story-3', featured: ['guarantees-since-budapest'] },
      pictures: new Map([[photo.picture.hash, photo]]),
    }),
  );
});
afterAll(() => store.close());

test('A list has 20 stories a page, newest first, and is empty past its end', async () => {
  const pages = await Promise.all(
    [1, 2, 3, 4].map((page) => listSectionTrails('world', NOW, page)),
  );
  expect(pages.map(({ trails }) => trails.length)).toEqual([20, 20, 5, 0]);
  expect(pages.map(({ total }) => total)).toEqual([45, 45, 45, 45]);
  const all = pages.flatMap(({ trails }) => trails.map(({ slug }) => slug));
  expect(all).toEqual(stories.map(({ slug }) => slug).reverse());
});

test('A story comes with everything that its page shows', async () => {
  expect(await findArticle('guarantees-since-budapest', NOW)).toEqual({
    kind: 'live',
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
    slug: 'guarantees-since-budapest',
    section: { slug: 'politics', name: 'Section politics' },
    kicker: null,
    headline: 'Guarantees since Budapest',
    standfirst: 'What it tells.',
    language: 'en',
    seoTitle: null,
    socialTitle: null,
    body: [paragraph('Words of guarantees-since-budapest.')],
    wordCount: 3,
    firstPublishedAt: new Date('2024-12-31T23:59:59.999Z'),
    contentUpdatedAt: new Date('2024-12-31T23:59:59.999Z'),
    visibleFrom: new Date('2024-12-31T23:59:59.999Z'),
    image: {
      ...imageOf(photo),
      picture: { ...photo.picture, colour: photo.colour },
      caption: 'The hall.',
    },
    authors: [{ slug: 'world-desk', name: 'Author world-desk', role: 'Desk' }],
    tags: [
      { slug: 'ukraine', name: 'Tag ukraine', wikidata: null },
      { slug: 'diplomacy', name: 'Tag diplomacy', wikidata: null },
    ],
    sources: rich.sources,
    corrections: rich.corrections,
  });
  expect(await findArticle('no-such-story', NOW)).toBeNull();
});

test('An old slug leads to the story, an unknown one nowhere', async () => {
  expect(await findMovedArticle('budapest', NOW)).toEqual({
    sectionSlug: 'politics',
    slug: 'guarantees-since-budapest',
  });
  expect(await findMovedArticle('prague', NOW)).toBeNull();
});

test('Neighbours stand on both sides, and at the ends there is one', async () => {
  const around = async (slug: string) => {
    const { previous, next } = await findReadOn(slug, NOW, 4);
    return [previous?.slug, next?.slug];
  };
  expect(await around('story-7')).toEqual(['story-6', 'story-8']);
  expect(await around('story-0')).toEqual([undefined, 'story-1']);
  expect(await around('story-44')).toEqual(['story-43', undefined]);
});

test('The archive begins its days, months and years in UTC', async () => {
  const year = { from: new Date('2025-01-01T00:00:00Z'), to: new Date('2026-01-01T00:00:00Z') };
  expect((await listArchiveTrails(year, NOW, 1)).total).toBe(45);
  expect(await listArchiveMonths(2025, NOW)).toEqual([{ start: year.from, count: 45 }]);
  expect(await listArchiveDays(2025, 1, NOW)).toEqual([
    { start: new Date('2025-01-02T00:00:00Z'), count: 21 },
    { start: new Date('2025-01-01T00:00:00Z'), count: 24 },
  ]);
  expect(await listArchiveDays(2024, 12, NOW)).toEqual([
    { start: new Date('2024-12-31T00:00:00Z'), count: 1 },
  ]);
});

test('The front page knows placements in order, the newest, and the newest of each section', async () => {
  const front = await findFront(NOW, { newest: 2, ofSection: 3, mostRead: 5 });
  const slugs = (trails: readonly { slug: string }[]) => trails.map(({ slug }) => slug);
  expect(slugs(front.placed)).toEqual(['story-3', 'guarantees-since-budapest']);
  expect(slugs(front.newest)).toEqual(['story-44', 'story-43']);
  expect(front.sections.map(({ section, newest }) => [section.slug, slugs(newest)])).toEqual([
    ['world', ['story-44', 'story-43', 'story-42']],
    ['politics', ['guarantees-since-budapest']],
  ]);
  expect(front.placed[1]?.image).toEqual({
    picture: { ...photo.picture, colour: photo.colour },
    alt: 'What it shows.',
    focalPoint: { x: 0.5, y: 0.25 },
  });
});

test('Tags know their parent, children and aliases', async () => {
  expect(await findTag('ukraine')).toMatchObject({
    parent: { slug: 'diplomacy', name: 'Tag diplomacy' },
    children: [],
  });
  expect((await findTag('diplomacy'))?.children).toEqual([
    { slug: 'ukraine', name: 'Tag ukraine' },
  ]);
  expect(await findTagAlias('talks')).toBe('diplomacy');
  expect(await findTagAlias('ukraine')).toBeNull();
  expect(await findTag('talks')).toBeNull();
});

test('Sections, authors and pages are found by slug, and listed in order', async () => {
  expect((await listSections()).map(({ slug }) => slug)).toEqual(['world', 'politics']);
  expect((await findSection('world'))?.description).toBe('About world.');
  expect(await findSection('sports')).toBeNull();
  expect(await findAuthor('world-desk')).toMatchObject({ biography: [paragraph('Reports.')] });
  expect((await findStandingPage('about'))?.body).toEqual([paragraph('We.')]);
});

test('The frame has the sections in their order and the pages by slug', async () => {
  expect(await findFrame()).toEqual({
    sections: [
      { slug: 'world', name: 'Section world' },
      { slug: 'politics', name: 'Section politics' },
    ],
    pages: [
      { slug: 'about', name: 'Page about' },
      { slug: 'contact', name: 'Page contact' },
    ],
    edition: expect.stringMatching(/^\d+$/),
  });
});

test('Corrections name their story', async () => {
  expect(await listCorrections(NOW, 1)).toEqual({
    corrections: [
      {
        at: new Date('2025-02-01T10:00:00Z'),
        text: 'A date was wrong.',
        story: {
          id: expect.any(String),
          slug: 'guarantees-since-budapest',
          sectionSlug: 'politics',
          headline: 'Guarantees since Budapest',
        },
      },
    ],
    total: 1,
  });
});

test.each([
  '/politics/guarantees-since-budapets',
  '/garantees-since',
  '/politics/budapest-guarantees',
])('A path like %s suggests the story', async (path) => {
  const [first] = await listNearArticles(path, NOW, 5);
  expect(first?.slug).toBe('guarantees-since-budapest');
});

test('A path like a headline suggests the story, whatever its slug', async () => {
  const [first] = await listNearArticles('/politics/what-was-promised-to-kyiv', NOW, 5);
  expect(first?.slug).toBe('story-7');
});

test.each(['/', '/%00', '/123', '', '/qqqqqqqq'])(
  'A path like %s suggests nothing',
  async (path) => {
    expect(await listNearArticles(path, NOW, 5)).toEqual([]);
  },
);

test('The database is ready', async () => {
  expect(await databaseReady()).toBe(true);
});
