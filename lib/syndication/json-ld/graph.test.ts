import { describe, expect, test } from 'vitest';
import { buildArticlePage } from '@/lib/page-models/article-page';
import { buildListPage } from '@/lib/page-models/list-page';
import type { Frame, ListPage } from '@/lib/page-models/model';
import type { Page } from '@/lib/page-models/page';
import { sampleArticle, sampleTrail } from '@/lib/page-models/sample-records';
import { findFaults } from '../testing/find-faults';
import { type Thing, valuesOf } from '../testing/things';
import { buildGraph } from './graph';
import { newsroomId, websiteId } from './identity';
import { renderScriptJson } from './script-json';

const alone = { related: [], previous: null, next: null };
const frame: Frame = { sections: [], pages: [] };

type Changes = Parameters<typeof sampleArticle>[0];

const story = (changes: Changes = {}) => buildArticlePage(sampleArticle(changes), alone);

/** The graph as crawlers read it. */
function thingsOf(page: Page, surroundings = frame): readonly Thing[] {
  const graph = buildGraph(page, surroundings);
  if (graph === null) return [];
  return valuesOf(JSON.parse(renderScriptJson(graph))['@graph']) as readonly Thing[];
}

function faultsOf(page: Page): readonly string[] {
  const elsewhere = [newsroomId(page.head), websiteId(page.head)];
  return findFaults({ '@graph': thingsOf(page) }, elsewhere).map(
    ({ name, what, at }) => `${name}: ${what} at ${at}`,
  );
}

const article = (changes: Changes = {}): Thing => thingsOf(story(changes))[0] ?? {};

const picture = {
  picture: { hash: '0'.repeat(32), mediaType: 'image/webp', width: 1600, height: 900 },
  alt: 'A harbour.',
  caption: null,
  credit: 'A',
  rights: null,
  focalPoint: { x: 0.5, y: 0.5 },
} as const;
const breakingOut = '</script><script>ran()</script><!-- "\\';
const at = (day: number) => new Date(Date.UTC(2026, 0, day));

describe('The structured data of a story', () => {
  test('says all that Google recommends', () => {
    expect(faultsOf(story({ image: picture }))).toEqual([]);
  });

  test.each<[string, Changes]>([
    ['a very long headline', { headline: 'A long headline. '.repeat(60).trim() }],
    [
      'words from right to left',
      { language: 'ar', headline: 'اتفاق على وقف إطلاق النار', standfirst: 'ملخص الخبر.' },
    ],
    ['emoji', { headline: '🇺🇦🕊️ 👩🏽‍🚀', standfirst: '👨‍👩‍👧‍👦' }],
    ['words like markup', { headline: breakingOut, standfirst: breakingOut }],
    ['line ends that scripts once did not know', { headline: 'A\u2028B\u2029C' }],
    ['no tags', { tags: [] }],
    ['no sources', { sources: [] }],
    [
      'ten corrections',
      { corrections: Array.from({ length: 10 }, (_, day) => ({ at: at(day + 1), text: 'No.' })) },
    ],
    [
      'two people',
      {
        authors: [
          { slug: 'a', name: 'A', role: 'Reporter' },
          { slug: 'b', name: 'B', role: 'Editor' },
        ],
      },
    ],
  ])('is sound with %s', (_, changes) => {
    expect(faultsOf(story({ ...changes, image: picture }))).toEqual([]);
  });

  test('is sound without a picture: the card stands in its place', () => {
    expect(faultsOf(story())).toEqual([]);
  });

  test('says what stands on the page', () => {
    expect(article({ headline: 'A "quoted" <headline>', wordCount: 480 })).toMatchObject({
      headline: 'A "quoted" <headline>',
      description: 'What it says.',
      datePublished: '2025-12-22T15:30:00.000Z',
      dateModified: '2025-12-22T15:30:00.000Z',
      articleSection: 'World',
      keywords: ['Ukraine'],
      wordCount: 480,
      inLanguage: 'en',
      isAccessibleForFree: true,
    });
  });

  test('holds a desk for a part of the paper, and anybody else for a person', () => {
    const authors = [
      { slug: 'world-desk', name: 'World desk', role: 'Night desk' },
      { slug: 'a', name: 'A', role: 'Reporter at the desk of the world' },
    ];
    expect(article({ authors }).author).toMatchObject([
      { '@type': 'Organization', name: 'World desk' },
      { '@type': 'Person', name: 'A' },
    ]);
  });

  test('points to Wikidata for the tags that have an item, and to nothing for the others', () => {
    const tags = [
      { slug: 'ukraine', name: 'Ukraine', wikidata: 'Q212' },
      { slug: 'talks', name: 'Talks', wikidata: null },
    ];
    expect(article({ tags })).toMatchObject({
      keywords: ['Ukraine', 'Talks'],
      about: [{ '@type': 'Thing', name: 'Ukraine', sameAs: 'http://www.wikidata.org/entity/Q212' }],
    });
  });

  test('cites sources by their address where they have one, else by their name', () => {
    const sources = [
      { name: 'Reuters', url: null, note: 'A note.' },
      { name: 'A report', url: 'https://example.org/report', note: null },
    ];
    expect(article({ sources }).citation).toEqual([
      'Reuters',
      { '@type': 'CreativeWork', name: 'A report', url: 'https://example.org/report' },
    ]);
  });

  test('dates its corrections', () => {
    expect(article({ corrections: [{ at: at(2), text: 'A name.' }] }).correction).toEqual([
      { '@type': 'CorrectionComment', datePublished: '2026-01-02T00:00:00.000Z', text: 'A name.' },
    ]);
  });

  test('names every picture of the head, in its order, but the one for wide cards', () => {
    const page = story({ image: picture });
    const [first] = page.head.images;
    if (first === undefined) throw new Error('no picture');
    const images = ['https://a.example/wide', 'https://a.example/square'].map((url) => ({
      ...first,
      url,
    }));
    const [told] = thingsOf({ ...page, head: { ...page.head, images } });
    expect(told?.image).toEqual(['https://a.example/square']);
  });
});

/** A list with `count` stories on this page. */
function list(changes: Partial<Parameters<typeof buildListPage>[0]> = {}, count = 2): ListPage {
  const trails = Array.from({ length: count }, (_, index) =>
    sampleTrail({ id: String(index), slug: `story-${index}` }),
  );
  const page = buildListPage({
    kind: 'tag',
    keys: [],
    label: 'Tag',
    title: 'Diplomacy',
    description: null,
    headDescription: 'Stories about diplomacy.',
    path: '/tag/diplomacy',
    page: 1,
    list: { trails, total: 400 },
    subject: { kind: 'topic', wikidata: 'Q1889' },
    breadcrumbs: [{ href: '/tag/geopolitics', text: 'Geopolitics' }],
    ...changes,
  });
  if (page === null) throw new Error('no page');
  return page;
}

const author = (kind: 'person' | 'desk') =>
  list({
    kind: 'author',
    label: 'Reporter',
    title: 'A',
    path: '/author/a',
    subject: { kind },
    biography: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Writes on ' },
          { type: 'strong', children: [{ type: 'text', text: 'harbours' }] },
        ],
      },
    ],
  });

describe('The structured data of a list', () => {
  test.each([
    ['with stories', list()],
    ['without any', list({ list: { trails: [], total: 0 } })],
    ['on its second page', list({ page: 2 })],
    ['of a person', author('person')],
    ['of a desk', author('desk')],
  ])('is sound %s', (_, page) => {
    expect(faultsOf(page)).toEqual([]);
  });

  test('counts on from one page to the next', () => {
    const [collection] = thingsOf(list({ page: 2 }));
    expect(collection).toMatchObject({
      mainEntity: { itemListElement: [{ position: 21 }, { position: 22 }] },
    });
  });

  test('ends its trail with the page itself', () => {
    expect(thingsOf(list())[1]).toMatchObject({
      itemListElement: [{ name: 'PRISM News' }, { name: 'Geopolitics' }, { name: 'Diplomacy' }],
    });
  });

  test('describes a person by job and biography', () => {
    expect(thingsOf(author('person'))[0]).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: { '@type': 'Person', jobTitle: 'Reporter', description: 'Writes on harbours' },
    });
  });

  test('is silent on pages that are not to be found by searching', () => {
    expect(thingsOf(list({ page: 10 }))).not.toEqual([]);
    expect(thingsOf(list({ page: 11 }))).toEqual([]);
  });
});
