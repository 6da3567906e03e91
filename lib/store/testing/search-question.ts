import type { SearchQuestion } from '../search-queries';

/** For tests: words that are searched for everywhere, the best first, unless told otherwise. */
export function asking(words: string, fields: Partial<SearchQuestion> = {}): SearchQuestion {
  const everywhere = { section: null, tag: null, from: null, until: null } as const;
  return { words, ...everywhere, order: 'relevance', ...fields };
}
