import { publication } from '@/lib/site/publication';

/** Primary subtags of languages that are written from right to left. */
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

type LanguageAttributes = Readonly<{ lang?: string; dir?: 'ltr' | 'rtl' }>;

/** `lang` and `dir` of a passage in `language` (BCP 47); nothing when it is the page's own. */
export function languageAttributes(language: string | null): LanguageAttributes {
  if (language === null || language === publication.language) return {};
  return { lang: language, dir: directionOf(language) };
}

/** `lang` and `dir` of the paper's own words inside a story in `language`. */
export function ownWordsWithin(language: string): LanguageAttributes {
  if (language === publication.language) return {};
  return { lang: publication.language, dir: directionOf(publication.language) };
}

function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = ''] = language.toLowerCase().split('-');
  return rightToLeft.has(primary) ? 'rtl' : 'ltr';
}
