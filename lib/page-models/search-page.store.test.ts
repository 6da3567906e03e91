import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { article, content, section, tag } from '@/lib/store/testing/build-content';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { loadSearchPage, parseSearch } from './search-page';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  const articles = Array.from({ length: 21 }, (_, index) =>
    article({
      slug: `story-${index}`,
      tags: ['treaties'],
      bodyText: 'Of lighthouses and diplomacy.',
    }),
  );
  await store.publish(
    content({
      sections: [section('world'), section('politics')],
      tags: [tag('treaties', { name: 'Treaties', aliases: ['pacts'] })],
      articles,
    }),
  );
});
afterAll(() => store.close());

async function load(given: Record<string, string>, page = 1) {
  const loaded = await loadSearchPage(parseSearch(given), page, NOW);
  if (loaded?.kind !== 'search') throw new Error('no search page');
  return loaded;
}

describe('The page of a search', () => {
  test('says how many stories there are, and where', async () => {
    expect((await load({ q: 'lighthouse' })).summary).toBe('21 stories for “lighthouse”');
    const narrowed = { q: 'lighthouse', section: 'world', tag: 'pacts', from: '2025-01-01' };
    expect((await load({ ...narrowed, to: '2025-01-01' })).summary).toBe(
      '21 stories for “lighthouse” in Section world, on Treaties, of 1 January 2025',
    );
    expect((await load(narrowed)).summary).toMatch(/ from 1 January 2025 on$/);
  });

  test('says that nothing holds the last word itself', async () => {
    expect((await load({ q: 'diplo' })).summary).toBe(
      'No story answers “diplo” word for word; 21 stories hold words that begin like its last one.',
    );
  });

  test('keeps what was chosen in its form and on further pages, spelled as it is meant', async () => {
    const page = await load({ q: 'lighthouse', tag: 'Pacts', sort: 'date', to: 'x' });
    expect(page.form).toMatchObject({
      query: 'lighthouse',
      narrowing: { tag: 'treaties', sort: 'date', to: '', isOpen: true },
    });
    expect(page.form.narrowing?.clear?.href).toBe('/search?q=lighthouse');
    expect(page.pagination?.older).toEqual({
      href: '/search?q=lighthouse&tag=treaties&sort=date&page=2',
      text: 'Next page',
    });
    expect(page.head.indexed).toBe(false);
  });

  test('says what it left out', async () => {
    const { notes, results } = await load({
      q: 'lighthouse',
      section: 'wolrd',
      from: 'x',
      to: 'y',
    });
    expect(notes).toEqual([
      'There is no section “wolrd”: all were searched.',
      'A day is written as 2025-12-22: what was given was left out.',
    ]);
    expect(results).toHaveLength(20);
  });

  test('leads on from no answer', async () => {
    const misspelt = await load({ q: 'lighthuose', tag: 'treaties' });
    expect(misspelt.respelt).toEqual({
      href: '/search?q=lighthouses&tag=treaties',
      text: '“lighthouses”',
    });
    const elsewhere = await load({ q: 'lighthouse', section: 'politics', sort: 'date' });
    expect(elsewhere.summary).toBe('No story in Section politics answers “lighthouse”.');
    expect(elsewhere.elsewhere).toEqual({
      href: '/search?q=lighthouse&sort=date',
      text: '21 stories',
    });
    const { summary } = await load({ q: 'xyzzyplugh' });
    expect(summary).toContain('Try fewer or other words, or choose a topic below.');
  });

  test('is none past the last answer', async () => {
    expect((await load({ q: 'lighthouse' }, 2)).results).toHaveLength(1);
    expect(await loadSearchPage(parseSearch({ q: 'lighthouse' }), 3, NOW)).toBeNull();
  });

  test('is another one, with narrower questions, when it takes too long', async () => {
    const loaded = await loadSearchPage(parseSearch({ q: 'lighthouse' }), 1, NOW, 0);
    expect(loaded).toMatchObject({
      ...{ kind: 'problem', status: 503, isAnswer: true, query: 'lighthouse', keys: [] },
      title: 'This question takes too long',
    });
    if (loaded?.kind !== 'problem') throw new Error('no problem');
    expect(loaded.ways.links.map(({ href }) => href)).toEqual([
      '/search?q=lighthouse&from=2025-05-01',
      '/search?q=lighthouse&from=2024-05-31',
      '/search?q=lighthouse',
    ]);
  });
});
