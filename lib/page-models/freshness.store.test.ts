import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleDocument, TagDocument } from '@/lib/document/documents';
import {
  article,
  author,
  content,
  page,
  section,
  type TestContent,
  tag,
} from '@/lib/store/testing/build-content';
import { type Listener, listen } from '@/lib/store/testing/listen';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { storyOf } from '@/lib/text/page-keys';
import { type Shown, showAll } from './testing/all-pages';

/** Whatever is published: each page that then says something else has one of the announced keys. */

const at = (iso: string) => new Date(iso);
const [EMBARGO_ENDS, WITHDRAWAL] = [at('2025-07-01T00:00:00Z'), at('2025-08-01T00:00:00Z')];

/** Readers had each edition before them before the next came. */
const editionAt = (number: number) => new Date(NOW.getTime() + (number - 100) * 60_000);

const slugs = {
  sections: ['world', 'politics', 'science'],
  stories: ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'omega'],
  tags: ['ukraine', 'kyiv', 'diplomacy', 'peace-talks', 'ceasefires', 'truces'],
  authors: ['world-desk', 'science-desk'],
  pages: ['about', 'contact'],
};

const start = content({
  articles: [
    article({ slug: 'alpha', tags: ['ukraine', 'diplomacy'] }),
    article({ slug: 'beta', tags: ['ukraine'], related: ['epsilon'] }),
    article({
      slug: 'gamma',
      section: 'politics',
      tags: ['peace-talks'],
      bodyText: 'Monitors keep the harbour and its corridors open.',
    }),
    article({ slug: 'delta', section: 'politics', tags: ['diplomacy'], authors: ['science-desk'] }),
    article({ slug: 'epsilon', section: 'science', embargoedUntil: EMBARGO_ENDS }),
    article({
      slug: 'zeta',
      section: 'science',
      authors: ['science-desk'],
      firstPublishedAt: at('2024-03-01T00:00:00Z'),
      bodyText: 'Corridors of the harbour, seen by monitors.',
    }),
  ],
  sections: [section('world'), section('politics'), section('science')],
  tags: [tag('diplomacy'), tag('peace-talks', { parent: 'diplomacy' }), tag('ukraine')],
  authors: [author('world-desk'), author('science-desk')],
  pages: [page('about')],
  front: { lead: 'alpha', featured: ['gamma'] },
});

let store: TestStore;
let listener: Listener;
beforeAll(async () => {
  store = await openStore();
  listener = await listen(store.url);
  await store.publish(start, { now: editionAt(0) });
});
afterAll(async () => {
  await listener.close();
  await store.close();
});

type Pages = ReadonlyMap<string, Shown>;

/** Addresses where something else is shown, and those among them that no key would purge. */
function compare(before: Pages, after: Pages, announced: ReadonlySet<string>) {
  const changed = [...before].filter(([path, { text }]) => after.get(path)?.text !== text);
  const stale = changed.filter(([, { keys }]) => !keys.some((key) => announced.has(key)));
  return { changed: changed.map(([path]) => path), stale: stale.map(([path]) => path) };
}

const story = (slug: string, fields: Partial<ArticleDocument>) => (from: TestContent) => ({
  ...from,
  articles: from.articles.map((old) => (old.slug === slug ? article({ ...old, ...fields }) : old)),
});
const topic = (slug: string, fields: Partial<TagDocument>) => (from: TestContent) => ({
  ...from,
  tags: from.tags.map((old) => (old.slug === slug ? { ...old, ...fields } : old)),
});
const tagged = (former: string, slug: string) => (from: TestContent) => ({
  ...from,
  articles: from.articles.map((old) =>
    article({ ...old, tags: old.tags.map((name) => (name === former ? slug : name)) }),
  ),
});
const withdrawn = { at: at('2025-05-01T00:00:00Z'), reason: 'It was wrong.' };
const correction = { at: at('2025-02-01T00:00:00Z'), text: 'A name was misspelt.' };

/** Each is published over what those before it have left. */
const edits: readonly (readonly [what: string, edit: (from: TestContent) => TestContent])[] = [
  ['a headline', story('alpha', { headline: 'Better' })],
  ['the headline of a story that is like another', story('zeta', { headline: 'Later' })],
  ['a text that is like no other any more', story('gamma', { bodyText: 'Words of gamma.' })],
  ['a correction', story('gamma', { corrections: [correction] })],
  ['a new story', (from) => ({ ...from, articles: [...from.articles, article({ slug: 'eta' })] })],
  ['a new slug', story('zeta', { slug: 'omega', aliases: ['zeta'] })],
  ['a rename taken back', story('omega', { slug: 'zeta', aliases: [] })],
  ['a new slug once more', story('zeta', { slug: 'omega', aliases: ['zeta'] })],
  [
    'another story under an old slug',
    (from) => {
      const freed = story('omega', { aliases: [] })(from);
      return {
        ...freed,
        articles: [...freed.articles, article({ slug: 'zeta', reusesAddress: true })],
      };
    },
  ],
  ['another section', story('delta', { section: 'science' })],
  ['other authors', story('beta', { authors: ['science-desk'] })],
  ['fewer tags', story('alpha', { tags: ['diplomacy'] })],
  ['a pinned story freed', story('epsilon', { embargoedUntil: null })],
  ['a withdrawal', story('gamma', { withdrawn })],
  ['a withdrawal taken back', story('gamma', { withdrawn: null })],
  ['an embargo after the fact', story('eta', { embargoedUntil: EMBARGO_ENDS })],
  [
    'another date',
    story('omega', {
      firstPublishedAt: at('2025-03-01T00:00:00Z'),
      contentUpdatedAt: at('2025-03-01T00:00:00Z'),
    }),
  ],
  ['a tag’s name', topic('ukraine', { name: 'Ukraine war' })],
  ['what a tag is about', topic('ukraine', { wikidata: 'Q212' })],
  ['a parent’s name', topic('diplomacy', { name: 'Statecraft' })],
  ['a tag’s parent', topic('peace-talks', { parent: 'ukraine' })],
  [
    'a new tag below another',
    (from) => ({ ...from, tags: [...from.tags, tag('ceasefires', { parent: 'peace-talks' })] }),
  ],
  [
    'the slug of a tag without stories',
    topic('ceasefires', { slug: 'truces', aliases: ['ceasefires'] }),
  ],
  [
    'a tag’s slug',
    (from) => {
      const renamed = topic('ukraine', { slug: 'kyiv', aliases: ['ukraine'] })(from);
      return tagged('ukraine', 'kyiv')(topic('peace-talks', { parent: 'kyiv' })(renamed));
    },
  ],
  [
    'two tags in one',
    (from) => {
      const merged = topic('kyiv', { aliases: ['ukraine', 'diplomacy'] })(from);
      const left = merged.tags.filter(({ slug }) => slug !== 'diplomacy');
      return tagged('diplomacy', 'kyiv')({ ...merged, tags: left });
    },
  ],
  [
    'an author’s name',
    (from) => ({
      ...from,
      authors: [author('world-desk', { name: 'World' }), ...from.authors.slice(1)],
    }),
  ],
  ['the order of sections', (from) => ({ ...from, sections: [...from.sections].reverse() })],
  [
    'a section’s words',
    (from) => ({
      ...from,
      sections: from.sections.map((old) => ({ ...old, description: 'New.' })),
    }),
  ],
  ['a page’s text', (from) => ({ ...from, pages: [page('about', { description: 'New.' })] })],
  ['a new page', (from) => ({ ...from, pages: [...from.pages, page('contact')] })],
  ['the front page', (from) => ({ ...from, front: { lead: 'zeta', featured: [] } })],
];

describe('No page is left as it was by', () => {
  let current = start;
  let editions = 0;

  test.each(edits)('%s', async (_, edit) => {
    const before = await showAll(slugs, NOW);
    await listener.heard();
    current = edit(current);
    editions += 1;
    await store.publish(current, { now: editionAt(editions) });
    const announcements = await listener.heard();
    const announced = new Set(announcements.flatMap(({ keys }) => keys));
    const { changed, stale } = compare(before, await showAll(slugs, NOW), announced);
    expect(announced).not.toContain('*');
    expect(changed).not.toEqual([]);
    expect(stale).toEqual([]);
  });

  test('time passing', async () => {
    await store.publish(
      story('delta', { withdrawn: { at: WITHDRAWAL, reason: 'It was wrong.' } })(
        story('alpha', { related: ['eta'] })(current),
      ),
    );
    const since = [NOW, EMBARGO_ENDS, WITHDRAWAL];
    const shown = await Promise.all(since.map((now) => showAll(slugs, now)));
    const upcoming = await store.client.$queryRaw<{ at: Date; keys: string[] }[]>`
      SELECT * FROM upcoming_publications(${NOW})`;
    expect(upcoming.map(({ at }) => at)).toEqual([EMBARGO_ENDS, WITHDRAWAL]);
    for (const [index, { keys }] of upcoming.entries()) {
      const [before, after] = [shown[index], shown[index + 1]];
      if (before === undefined || after === undefined) throw new Error('nothing to compare');
      const { changed, stale } = compare(before, after, new Set(keys));
      expect(changed).not.toEqual([]);
      expect(stale).toEqual([]);
    }
  });
});

test('A story’s page and its Markdown are known by their keys, and no other page is taken for one', async () => {
  const stories = await store.client.article.findMany({ include: { section: true } });
  const ids = new Map(stories.map(({ id, slug, section }) => [`/${section.slug}/${slug}`, id]));
  const shown = await showAll(slugs, WITHDRAWAL);
  const found = [...shown].flatMap(([path, { keys }]) => {
    const id = storyOf(keys);
    return id === null ? [] : [[path, id] as const];
  });
  expect(found.length).toBeGreaterThan(4);
  expect(found).toEqual(found.map(([path]) => [path, ids.get(path.replace(/\.md$/, ''))]));
});
