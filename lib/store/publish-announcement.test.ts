import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Content } from '@/lib/document/documents';
import { article, author, content, page, section, tag } from './testing/build-content';
import { type Listener, listen } from './testing/listen';
import { NOW, openStore, type TestStore } from './testing/open-store';

let store: TestStore;
let listener: Listener;
beforeEach(async () => {
  store = await openStore();
  listener = await listen(store.url);
});
afterEach(async () => {
  await listener.close();
  await store.close();
});

const EARLIER = new Date('2024-06-01T00:00:00Z');
const LATER = new Date('2025-07-01T00:00:00Z');
const story = article({ slug: 'story', tags: ['ukraine', 'diplomacy'] });
const other = article({ slug: 'other', section: 'politics', tags: ['ukraine'] });
const before = content({
  articles: [story, other],
  tags: [tag('diplomacy'), tag('peace-talks', { parent: 'diplomacy' }), tag('ukraine')],
  pages: [page('about')],
});

/** Sent whenever a story takes another place in the paper, whichever it is. */
const lists = [
  ...['archive', 'corrections', 'front', 'missing', 'search'],
  ...['sitemap:archive-2025', 'sitemap:stories-1', 'sitemaps'],
];

/** And whenever this one does. */
const ofStory = [...lists, 'author:world-desk', 'section:world', 'tag:diplomacy', 'tag:ukraine'];

/** What is announced when `after` is published over `before`; ids of stories become their slugs. */
async function announced(after: Content, from: Content = before) {
  await store.publish(from);
  const [first] = await listener.heard();
  await store.publish(after);
  const announcements = await listener.heard();
  const ids = await slugsById();
  return announcements.map(({ version, keys }) => ({
    versions: version - (first?.version ?? 0),
    keys: keys.map((key) => key.replace(/(?<=^article:).*/, (id) => ids.get(id) ?? id)).sort(),
  }));
}

async function slugsById(): Promise<ReadonlyMap<string, string>> {
  const rows = await store.client.article.findMany({ select: { id: true, slug: true } });
  return new Map(rows.map(({ id, slug }) => [id, slug]));
}

const withStory = (fields: Partial<typeof story>): Content => ({
  ...before,
  articles: [article({ ...story, ...fields }), other],
});

const cases: readonly (readonly [what: string, after: Content, keys: readonly string[]])[] = [
  [
    'a changed headline: the pages that show it',
    withStory({ headline: 'Better' }),
    [
      ...['article:story', 'corrections', 'missing', 'search'],
      ...['sitemap:archive-2025', 'sitemap:stories-1', 'sitemaps'],
    ],
  ],
  [
    'another date: the year it leaves, too',
    withStory({ firstPublishedAt: EARLIER }),
    [...ofStory, 'article:story', 'sitemap:archive-2024'],
  ],
  [
    'another author',
    {
      ...before,
      authors: [...before.authors, author('science-desk')],
      articles: [article({ ...story, authors: ['science-desk'] }), other],
    },
    [...ofStory, 'article:story', 'author:science-desk'],
  ],
  [
    'a new story',
    { ...before, articles: [...before.articles, article({ slug: 'new', tags: ['peace-talks'] })] },
    [...lists, 'article:new', 'author:world-desk', 'section:world', 'tag:peace-talks'],
  ],
  [
    'a story renamed',
    withStory({ slug: 'named-better', aliases: ['story'] }),
    [...ofStory, 'article:named-better'],
  ],
  [
    'a story in another section: the section it leaves, too',
    withStory({ section: 'politics' }),
    [...ofStory, 'article:story', 'section:politics'],
  ],
  [
    'a tag taken off a story: the tag, too',
    withStory({ tags: ['ukraine'] }),
    [...ofStory, 'article:story'],
  ],
  [
    'a story withdrawn',
    withStory({ withdrawn: { at: new Date('2025-05-01T00:00:00Z'), reason: 'It was wrong.' } }),
    [...ofStory, 'article:story'],
  ],
  [
    'a page whose text changed',
    { ...before, pages: [page('about', { description: 'New.' })] },
    ['missing', 'page:about'],
  ],
  [
    'a page whose title changed: every page names it',
    { ...before, pages: [page('about', { title: 'About us' })] },
    ['frame', 'missing', 'page:about'],
  ],
  [
    'a tag whose name changed',
    { ...before, tags: [tag('ukraine', { name: 'Ukraine war' }), ...before.tags.slice(0, 2)] },
    ['missing', 'tag:ukraine', 'tags'],
  ],
  [
    'a tag under another parent: both parents, too',
    {
      ...before,
      tags: [tag('diplomacy'), tag('peace-talks', { parent: 'ukraine' }), tag('ukraine')],
    },
    ['missing', 'tag:diplomacy', 'tag:peace-talks', 'tag:ukraine', 'tags'],
  ],
  [
    'a tag with another slug: the former one, too',
    {
      ...before,
      articles: [article({ slug: 'story', tags: ['kyiv'] }), article({ ...other, tags: ['kyiv'] })],
      tags: [...before.tags.slice(0, 2), tag('kyiv', { aliases: ['ukraine'] })],
    },
    [...ofStory, 'article:other', 'article:story', 'tag:kyiv', 'tags'],
  ],
  [
    'a section whose name changed: every page names it',
    { ...before, sections: [{ ...section('world'), name: 'The World' }, section('politics')] },
    ['frame', 'missing', 'section:world'],
  ],
  [
    'an author whose role changed',
    { ...before, authors: [author('world-desk', { role: 'Correspondent' })] },
    ['author:world-desk', 'missing'],
  ],
  [
    'another lead on the front page',
    { ...before, front: { lead: 'other', featured: [] } },
    ['front', 'missing'],
  ],
];

test.each(cases)('A run announces %s', async (_, after, keys) => {
  expect(await announced(after)).toEqual([{ versions: 1, keys: [...keys].sort() }]);
});

test('A run that gives another date to a story seen since its embargo ended announces both years', async () => {
  const embargoedUntil = new Date('2025-03-01T00:00:00Z');
  const redated = withStory({ embargoedUntil, firstPublishedAt: EARLIER });
  expect(await announced(redated, withStory({ embargoedUntil }))).toEqual([
    { versions: 1, keys: [...ofStory, 'article:story', 'sitemap:archive-2024'].sort() },
  ]);
});

test('A run that lifts an embargo also announces the stories that pin the one now free', async () => {
  const embargoed = content({
    articles: [
      article({ slug: 'free', embargoedUntil: LATER }),
      article({ slug: 'pinning', section: 'politics', related: ['free'] }),
    ],
  });
  const lifted = {
    ...embargoed,
    articles: [article({ slug: 'free' }), ...embargoed.articles.slice(1)],
  };
  expect(await announced(lifted, embargoed)).toEqual([
    {
      versions: 1,
      keys: [
        ...lists,
        'article:free',
        'article:pinning',
        'author:world-desk',
        'section:world',
      ].sort(),
    },
  ]);
});

test('A run that changes nothing, a dry run and a run that fails announce nothing', async () => {
  await store.publish(before);
  await listener.heard();
  const edition = await store.client.edition.findMany();
  const changed = withStory({ headline: 'Better' });
  await store.publish(before);
  await store.publish(changed, { dryRun: true });
  const wrong = article({ slug: 'wrong', contentUpdatedAt: new Date('2024-01-01T00:00:00Z') });
  await expect(
    store.publish({ ...changed, articles: [...changed.articles, wrong] }),
  ).rejects.toThrow();
  expect(await listener.heard()).toEqual([]);
  expect(await store.client.edition.findMany()).toEqual(edition);
  expect(edition).toEqual([{ id: 1, version: 1n, changedAt: NOW }]);
});

test('More than a notification holds is announced as everything', async () => {
  const articles = Array.from({ length: 200 }, (_, index) => article({ slug: `story-${index}` }));
  await store.publish(content({ articles }));
  expect(await listener.heard()).toEqual([{ version: 1, keys: ['*'] }]);
});

test('What has been heard can be read, and is of the version that was told', async () => {
  await store.publish(before);
  const [announcement] = await listener.heard();
  const edition = await store.client.edition.findUniqueOrThrow({ where: { id: 1 } });
  expect(announcement?.version).toBe(Number(edition.version));
});
