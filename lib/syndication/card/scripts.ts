/** The fonts beside this file, and the scripts (as Unicode names them) that each can set. */
const FONTS = {
  European: ['Latin', 'Greek', 'Cyrillic'],
  Arabic: ['Arabic'],
  Hebrew: ['Hebrew'],
  Devanagari: ['Devanagari'],
  Armenian: ['Armenian'],
  Bengali: ['Bengali'],
  Ethiopic: ['Ethiopic'],
  Georgian: ['Georgian'],
  Gujarati: ['Gujarati'],
  Gurmukhi: ['Gurmukhi'],
  Kannada: ['Kannada'],
  Khmer: ['Khmer'],
  Lao: ['Lao'],
  Malayalam: ['Malayalam'],
  Myanmar: ['Myanmar'],
  Oriya: ['Oriya'],
  Sinhala: ['Sinhala'],
  Tamil: ['Tamil'],
  Telugu: ['Telugu'],
  Thai: ['Thai'],
  Tibetan: ['Tibetan'],
  'East Asian': ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo'],
} as const;

/** The names of the fonts, in the order in which letters are looked for. */
export const families: readonly string[] = Object.keys(FONTS).map((name) => `Prism ${name}`);

const scripts = [...Object.values(FONTS).flat(), 'Common', 'Inherited'];

/** Ideographs that came into Unicode after the first 20,902. */
const RARE = '\\u3400-\\u4dbf\\u9fa6-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';

/** A letter that no font here holds. */
const UNSETTABLE = new RegExp(
  `[^\\P{L}${scripts.map((script) => `\\p{Script=${script}}`).join('')}]|[${RARE}]`,
  'u',
);

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Whether every letter of a text can be set; a card without a headline is better than boxes. */
export function canBeSet(text: string): boolean {
  return !UNSETTABLE.test(text);
}

/** Whether a text begins at the right: its first letter says so (Unicode UAX 9, rules P2 and P3). */
export function beginsAtRight(text: string): boolean {
  return RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '');
}

/** Scripts that write no space between words: where a line may end is in a dictionary. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const words = new Intl.Segmenter('th', { granularity: 'word' });

/** The text with a sign (U+200B) wherever a line may end and no space says so. */
export function breakable(text: string): string {
  return text.replace(UNSPACED, (run) =>
    Array.from(words.segment(run), ({ segment }) => segment).join('\u200b'),
  );
}

/** The text without pictures and controls, which no font here holds. */
export function settable(text: string): string {
  return text
    .replace(
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u20E3/gu,
      '',
    )
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u{200D}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
