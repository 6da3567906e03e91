import { expect, test } from 'vitest';
import { buildListPage } from './list-page';
import { buildMostRead, worthTelling } from './most-read';
import { sampleTrail } from './sample-records';

const stories = ['a', 'b', 'c'].map((id) => sampleTrail({ id, slug: id, kicker: 'War' }));

test('A list of what is read most is shown when it has three stories, whatever the other has', () => {
  const few = stories.slice(1);
  expect(worthTelling({ today: few, week: stories })).toEqual({ today: [], week: stories });
  expect(worthTelling({ today: stories, week: few })).toEqual({ today: stories, week: [] });
});

test('A story may be in both lists, and has its number in place of a kicker', () => {
  const { today, week } = buildMostRead({ today: stories, week: stories });
  expect(today).toEqual(week);
  expect(today.map(({ href, kicker }) => [href, kicker])).toEqual([
    ['/world/a', null],
    ['/world/b', null],
    ['/world/c', null],
  ]);
});

const list = {
  ...({ kind: 'section', label: 'Section', title: 'World', path: '/world', page: 1 } as const),
  ...{ keys: ['section:world', 'readings'], description: null, headDescription: 'World.' },
  list: { trails: [sampleTrail({ id: 'newest' })], total: 1 },
};

test('A section that shows what is read most has the keys of it, and the date of its own list', () => {
  const changed = new Date('2026-01-01T00:00:00Z');
  const read = stories.map((story) => ({ ...story, contentUpdatedAt: changed }));
  const page = buildListPage({ ...list, mostRead: { today: [], week: read } });
  const ofStories = ['article:newest', 'article:a', 'article:b', 'article:c'];
  expect(page?.keys).toEqual(['section:world', 'readings', ...ofStories]);
  expect(page?.modified).toEqual(buildListPage(list)?.modified);
});

test('What is not shown of the most read leaves no key', () => {
  const page = buildListPage({ ...list, mostRead: { today: stories.slice(1), week: [] } });
  expect(page?.keys).toEqual(['section:world', 'readings', 'article:newest']);
  expect(page?.mostRead).toEqual({ today: [], week: [] });
});
