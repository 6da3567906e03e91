import { describe, expect, test } from 'vitest';
import type { SearchRecord } from '@/lib/store/search-queries';
import { buildSearchPage, parseSearch } from './search-page';
import { summarise, wordElsewhere } from './search-words';

const asked = parseSearch({ q: '"last round"', to: '2024-06-30' });

const found: SearchRecord = {
  ...{ hits: [], total: 3, hasMore: false, by: 'words', since: new Date('2024-03-01T00:00:00Z') },
  ...{ elsewhere: null, respelt: null, section: null, tag: null },
};

describe('A search that did not go back to the first story', () => {
  test('says from when on it was made', () => {
    const where = 'from 1 March 2024 to 30 June 2024';
    const more = 'The words are in so many stories that earlier ones were not searched.';
    expect(summarise(asked, found)).toBe(`3 stories for "last round" ${where}. ${more}`);
    expect(summarise(asked, { ...found, total: 0 })).toBe(
      `No story ${where} answers "last round". ${more}`,
    );
    expect(summarise(asked, { ...found, total: 1, by: 'beginning' })).toBe(
      `No story ${where} answers "last round" word for word; 1 story holds a word that begins like its last one. ${more}`,
    );
  });

  test('leads on to the stories before', () => {
    const earlierOf = (record: SearchRecord) =>
      buildSearchPage(asked, 1, record, { sections: [], tags: [] }).earlier;
    expect(earlierOf(found)).toEqual({
      href: '/search?q=%22last%20round%22&to=2024-02-29',
      text: 'Search earlier stories',
    });
    expect(earlierOf({ ...found, since: null })).toBeNull();
  });
});

test('Stories elsewhere are counted as far as they were', () => {
  const wordsOf = (stories: number, orMore: boolean) =>
    wordElsewhere({ ...found, elsewhere: { stories, orMore } });
  expect(wordElsewhere(found)).toBeNull();
  expect(wordsOf(1, false)).toBe('1 story');
  expect(wordsOf(1, true)).toBe('1 story or more');
  expect(wordsOf(1000, true)).toBe('1,000 stories or more');
});
