import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleDocument } from '@/lib/document/documents';
import {
  listArchiveDays,
  listArchiveMonths,
  listArchiveTrails,
  listArchiveYears,
} from './archive-queries';
import { listAuthorTrails, listSectionTrails, listTagTrails } from './list-queries';
import type { TrailList } from './records';
import { article, content } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';
import { visibleFromOf } from './visibility';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(content({ articles }));
});
afterAll(() => store.close());

const DAY = 86_400_000;
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY);

/** Written over three years; some cannot be seen yet or any more, some will be withdrawn. */
const story = fc
  .record({
    age: fc.integer({ min: 1, max: 1_100 }),
    section: fc.constantFrom('world', 'politics'),
    tags: fc.subarray(['ukraine', 'talks']),
    fate: fc.constantFrom('seen', 'seen', 'seen', 'embargoed', 'draft', 'withdrawn', 'leaving'),
  })
  .map(({ age, section, tags, fate }) => ({
    ...{ section, tags, firstPublishedAt: inDays(-age) },
    embargoedUntil: fate === 'embargoed' ? inDays(age % 60) : null,
    draft: fate === 'draft',
    withdrawn:
      fate === 'withdrawn' || fate === 'leaving'
        ? { at: fate === 'leaving' ? inDays(age) : NOW, reason: 'It was wrong.' }
        : null,
  }));

const isSeen = (now: Date) => (document: ArticleDocument) =>
  visibleFromOf(document) <= now && (document.withdrawn === null || document.withdrawn.at > now);

const PAGE = 20;

/** Every page of a list and the one after the last. */
async function readAll(list: (page: number) => Promise<TrailList>): Promise<readonly string[]> {
  const slugs: string[] = [];
  for (let page = 1; ; page += 1) {
    const { trails, total } = await list(page);
    slugs.push(...trails.map(({ slug }) => slug));
    if (trails.length < PAGE) {
      expect(total).toBe(slugs.length);
      expect(await list(page + 1)).toEqual({ trails: [], total });
      return slugs;
    }
  }
}

const articles = fc
  .sample(story, { seed: 7, numRuns: 160 })
  .map((fields, index) => article({ slug: `story-${index}`, ...fields }));
const bySlug = new Map(articles.map((document) => [document.slug, document]));
const shown = ({ firstPublishedAt }: ArticleDocument) => firstPublishedAt;

/** That a list has these stories, newest first. */
async function check(
  list: (page: number) => Promise<TrailList>,
  stories: readonly ArticleDocument[],
  at: (document: ArticleDocument) => Date,
): Promise<void> {
  const slugs = await readAll(list);
  expect([...slugs].sort()).toEqual(stories.map(({ slug }) => slug).sort());
  const dates = slugs.flatMap((slug) => bySlug.get(slug) ?? []).map((story) => Number(at(story)));
  expect(dates).toEqual([...dates].sort((a, b) => b - a));
}

test.each([
  ['now', 0],
  ['in three weeks', 20],
  ['in a year', 400],
  ['a year ago', -500],
])('Lists have their visible stories in order, page by page, as they are %s', async (_, days) => {
  const now = inDays(days);
  const seen = articles.filter(isSeen(now));
  await check(
    (page) => listSectionTrails('world', now, page),
    seen.filter(({ section }) => section === 'world'),
    visibleFromOf,
  );
  await check(
    (page) => listTagTrails({ slug: 'ukraine', includesChildren: false }, now, page),
    seen.filter(({ tags }) => tags.includes('ukraine')),
    visibleFromOf,
  );
  await check((page) => listAuthorTrails('world-desk', now, page), seen, visibleFromOf);
  await check((page) => listArchiveTrails(null, now, page), seen, shown);
});

describe('The archive', () => {
  test('counts by year, month and day what can be seen, by the dates that stories show', async () => {
    const at = (iso: string) => ({ firstPublishedAt: new Date(iso) });
    const before = (period: { start: Date }) => period.start < utc(2020, 1);
    const utc = (year: number, month: number) => new Date(Date.UTC(year, month - 1, 1));
    await store.publish(
      content({
        isWhole: false,
        articles: [
          article({ slug: 'a', ...at('2013-12-31T23:59:59Z') }),
          article({ slug: 'b', ...at('2014-01-01T00:00:00Z') }),
          article({ slug: 'c', ...at('2014-01-31T00:00:00Z'), embargoedUntil: inDays(-1) }),
          article({ slug: 'd', ...at('2014-05-01T00:00:00Z'), embargoedUntil: inDays(1) }),
          article({ slug: 'e', ...at('2014-06-01T00:00:00Z'), draft: true }),
          article({
            ...{ slug: 'f', ...at('2014-02-01T00:00:00Z') },
            withdrawn: { at: inDays(1), reason: 'It was wrong.' },
          }),
          article({
            ...{ slug: 'g', ...at('2014-03-01T00:00:00Z') },
            withdrawn: { at: inDays(-1), reason: 'It was wrong.' },
          }),
        ],
      }),
    );
    expect((await listArchiveYears(NOW)).filter(before)).toEqual([
      { start: utc(2014, 1), count: 3 },
      { start: utc(2013, 1), count: 1 },
    ]);
    expect(await listArchiveMonths(2014, NOW)).toEqual([
      { start: utc(2014, 2), count: 1 },
      { start: utc(2014, 1), count: 2 },
    ]);
    const year = { from: utc(2014, 1), to: utc(2015, 1) };
    const { trails, total } = await listArchiveTrails(year, NOW, 1);
    expect([trails.map(({ slug }) => slug), total]).toEqual([['f', 'c', 'b'], 3]);
    const later = await listArchiveMonths(2014, inDays(2));
    expect(later.map(({ start }) => start.getUTCMonth() + 1)).toEqual([5, 1]);
    const days = async (month: number, now: Date) =>
      (await listArchiveDays(2014, month, now)).map(({ start, count }) => [start.getTime(), count]);
    const day = (month: number, of: number) => Date.UTC(2014, month - 1, of);
    expect(await days(1, NOW)).toEqual([
      [day(1, 31), 1],
      [day(1, 1), 1],
    ]);
    expect([await days(2, NOW), await days(2, inDays(2))]).toEqual([[[day(2, 1), 1]], []]);
    expect([await days(5, NOW), await days(5, inDays(2))]).toEqual([[], [[day(5, 1), 1]]]);
    expect([await days(3, NOW), await days(6, NOW)]).toEqual([[], []]);
  });
});
