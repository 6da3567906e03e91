import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listArchiveTrails, listArchiveYears } from './archive-queries';
import { findArticle, findMovedArticle } from './article-queries';
import { listCorrections } from './corrections-queries';
import { findFront } from './front-queries';
import { listAuthorTrails, listSectionTrails, listTags, listTagTrails } from './list-queries';
import { findMedia, shownAt } from './media-queries';
import { findReadOn } from './read-on-queries';
import type { TrailList } from './records';
import { searchArticles } from './search-queries';
import { listNearArticles } from './suggestion-queries';
import { article, content, imageOf, picture } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';
import { asking } from './testing/search-question';

const at = (iso: string) => new Date(iso);
const EMBARGO_ENDS = at('2025-07-01T00:00:00Z');
const photo = picture('photo');

const shared = { tags: ['ukraine'], bodyText: 'Ceasefire monitors crossed the frozen river.' };
const open = article({
  ...shared,
  slug: 'talks-open',
  related: ['talks-embargoed', 'talks-withdrawn', 'talks-later'],
});
/** Three stories that readers may not see at NOW, each for its own reason. */
const hidden = [
  article({
    ...shared,
    slug: 'talks-embargoed',
    embargoedUntil: EMBARGO_ENDS,
    aliases: ['talks-secret'],
    image: imageOf(photo),
    corrections: [{ at: at('2025-01-02T00:00:00Z'), text: 'Embargoed.' }],
  }),
  article({
    ...shared,
    slug: 'talks-withdrawn',
    withdrawn: { at: at('2025-05-01T00:00:00Z'), reason: 'It was wrong.' },
    aliases: ['talks-taken-back'],
    corrections: [{ at: at('2025-01-03T00:00:00Z'), text: 'Withdrawn.' }],
  }),
  article({ ...shared, slug: 'talks-later', firstPublishedAt: at('2025-06-02T00:00:00Z') }),
];

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(
    content({
      articles: [open, ...hidden],
      front: {
        lead: 'talks-embargoed',
        featured: ['talks-withdrawn', 'talks-open', 'talks-later'],
      },
      pictures: new Map([[photo.picture.hash, photo]]),
    }),
  );
});
afterAll(() => store.close());

const seen = ({ trails, total }: TrailList) => ({ slugs: trails.map(({ slug }) => slug), total });
const onlyOpen = { slugs: ['talks-open'], total: 1 };

async function live(slug: string, now: Date) {
  const found = await findArticle(slug, now);
  if (found?.kind !== 'live') throw new Error(`${slug} is not live`);
  return found;
}

describe('What readers may not see is in no', () => {
  test('section list', async () => {
    expect(seen(await listSectionTrails('world', NOW, 1))).toEqual(onlyOpen);
  });
  test('tag list, nor counted with the tag', async () => {
    expect(seen(await listTagTrails({ slug: 'ukraine', includesChildren: false }, NOW, 1))).toEqual(
      onlyOpen,
    );
    expect(await listTags(NOW, 9)).toEqual([{ slug: 'ukraine', name: 'Tag ukraine', count: 1 }]);
  });
  test('author list', async () => {
    expect(seen(await listAuthorTrails('world-desk', NOW, 1))).toEqual(onlyOpen);
  });
  test('archive list or calendar', async () => {
    expect(seen(await listArchiveTrails(null, NOW, 1))).toEqual(onlyOpen);
    expect(await listArchiveYears(NOW)).toEqual([{ start: at('2025-01-01T00:00:00Z'), count: 1 }]);
  });
  test('place on the front page', async () => {
    const front = await findFront(NOW, { newest: 9, ofSection: 9, mostRead: 9 });
    const places = [front.placed, front.newest, ...front.sections.map(({ newest }) => newest)];
    expect(places.map((trails) => trails.map(({ slug }) => slug))).toEqual([
      ['talks-open'],
      ['talks-open'],
      ['talks-open'],
      [],
    ]);
  });
  test('search', async () => {
    const { hits, total } = await searchArticles(asking('ceasefire'), NOW, 1);
    expect(hits.map(({ trail }) => trail.slug)).toEqual(['talks-open']);
    expect(total).toBe(1);
  });
  test('related list, though pinned, nor neighbour', async () => {
    const nothing = { related: [], previous: null, next: null };
    expect(await findReadOn('talks-open', NOW, 4)).toEqual(nothing);
  });
  test('place from which to read on', async () => {
    for (const { slug } of hidden) {
      expect((await findReadOn(slug, NOW, 4)).related).toEqual([]);
    }
  });
  test('suggestions', async () => {
    const near = await listNearArticles('/world/talks-withdrawm', NOW, 5);
    expect(near.map(({ slug }) => slug)).not.toContain('talks-withdrawn');
  });
  test('corrections', async () => {
    expect(await listCorrections(NOW, 1)).toEqual({ corrections: [], total: 0 });
  });
});

test('An embargoed story is not there, whether asked by its slug, an old one or its picture', async () => {
  expect(await findArticle('talks-embargoed', NOW)).toBeNull();
  expect(await findMovedArticle('talks-secret', NOW)).toBeNull();
  expect(await findMedia(photo.picture.hash, shownAt(NOW))).toBeNull();
});

test('It is there from the instant at which the embargo ends', async () => {
  const before = new Date(EMBARGO_ENDS.getTime() - 1);
  expect(await findArticle('talks-embargoed', before)).toBeNull();
  expect((await live('talks-embargoed', EMBARGO_ENDS)).slug).toBe('talks-embargoed');
  expect(await findMovedArticle('talks-secret', EMBARGO_ENDS)).toEqual({
    sectionSlug: 'world',
    slug: 'talks-embargoed',
  });
  expect(await findMedia(photo.picture.hash, shownAt(EMBARGO_ENDS))).toEqual({
    hash: photo.picture.hash,
    width: photo.picture.width,
    height: photo.picture.height,
  });
});

test('A withdrawn story says so under its slug, and an old slug still leads to it', async () => {
  expect(await findArticle('talks-withdrawn', NOW)).toEqual({
    kind: 'withdrawn',
    id: expect.any(String),
    slug: 'talks-withdrawn',
    section: { slug: 'world', name: 'Section world' },
    headline: 'Headline of talks-withdrawn',
    withdrawnAt: at('2025-05-01T00:00:00Z'),
    reason: 'It was wrong.',
  });
  expect(await findMovedArticle('talks-taken-back', NOW)).toMatchObject({
    slug: 'talks-withdrawn',
  });
});

test('It was live until the instant at which it was withdrawn', async () => {
  const withdrawal = at('2025-05-01T00:00:00Z');
  expect((await findArticle('talks-withdrawn', withdrawal))?.kind).toBe('withdrawn');
  expect((await live('talks-withdrawn', new Date(withdrawal.getTime() - 1))).kind).toBe('live');
});
