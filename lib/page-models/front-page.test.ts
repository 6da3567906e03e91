import { describe, expect, test } from 'vitest';
import { buildFrontPage } from './front-page';
import { nothingMostRead } from './most-read';
import { sampleTrail } from './sample-records';

const section = { slug: 'world', name: 'World', description: 'The world.' };
const stories = Array.from({ length: 20 }, (_, index) =>
  sampleTrail({ id: `story-${index}`, slug: `story-${index}`, headline: `Story ${index}` }),
);

const ofIds = (...ids: string[]) => ids.map((id) => sampleTrail({ id }));

describe('The front page', () => {
  test('shows the editors’ choice first, then the newest, none twice', () => {
    const placed = [stories[7], stories[3]].flatMap((story) => story ?? []);
    const page = buildFrontPage(
      { placed, newest: stories, sections: [], mostRead: nothingMostRead },
      [],
    );
    expect(page.lead?.headline).toBe('Story 7');
    expect(page.seconds[0]?.headline).toBe('Story 3');
    const above = [page.lead, ...page.seconds, ...page.briefs].map((trail) => trail?.href);
    expect(new Set(above).size).toBe(above.length);
  });

  test('fills section blocks with what does not stand above', () => {
    const page = buildFrontPage(
      {
        placed: [],
        newest: stories,
        sections: [{ section, newest: stories.slice(5, 13) }],
        mostRead: nothingMostRead,
      },
      [],
    );
    const above = new Set([page.lead, ...page.seconds].map((trail) => trail?.href));
    expect(page.sections[0]?.trails.some(({ href }) => above.has(href))).toBe(false);
  });

  test('leaves no section empty that has stories, and shows none that has not', () => {
    const few = stories.slice(0, 2);
    const page = buildFrontPage(
      {
        placed: [],
        newest: few,
        sections: [
          { section, newest: few },
          { section: { ...section, slug: 'science' }, newest: [] },
        ],
        mostRead: nothingMostRead,
      },
      [],
    );
    expect(page.sections).toHaveLength(1);
    expect(page.sections[0]?.trails).toHaveLength(2);
  });

  test('lists what is read most wherever else it stands', () => {
    const mostRead = { today: stories.slice(0, 3), week: stories.slice(2, 5) };
    const page = buildFrontPage({ placed: [], newest: stories, sections: [], mostRead }, []);
    const { today, week } = page.mostRead;
    expect(today.map(({ headline }) => headline)).toEqual(['Story 0', 'Story 1', 'Story 2']);
    expect(week.map(({ headline }) => headline)).toEqual(['Story 2', 'Story 3', 'Story 4']);
  });

  test('stands with no story at all', () => {
    expect(
      buildFrontPage({ placed: [], newest: [], sections: [], mostRead: nothingMostRead }, []).lead,
    ).toBeNull();
  });

  test('has the keys of its stories, sections and topics, and the date of the newest change', () => {
    const changed = sampleTrail({
      id: 'changed',
      contentUpdatedAt: new Date('2026-01-01T00:00:00Z'),
    });
    const page = buildFrontPage(
      {
        placed: [],
        newest: [sampleTrail({ id: 'a' }), changed],
        sections: [{ section, newest: [changed] }],
        mostRead: { today: ofIds('b', 'c', 'd'), week: ofIds('d', 'c', 'e') },
      },
      [],
    );
    expect(page.keys).toEqual([
      ...['front', 'tags', 'readings', 'section:world'],
      ...['article:a', 'article:changed', 'article:b', 'article:c', 'article:d', 'article:e'],
    ]);
    expect(page.modified).toEqual(changed.contentUpdatedAt);
  });
});
