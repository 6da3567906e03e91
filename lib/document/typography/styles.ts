/** An opening and a closing mark. */
export type Pair = readonly [open: string, close: string];

/** How a language is set in print, where keyboards have one key for several marks. */
export type Style = Readonly<{
  /** For what is typed as `"`. */
  double: Pair;
  /** For what is typed as `'`, most often inside the others. */
  single: Pair;
  /** Between two parts of a sentence, with the spaces at its sides. */
  dash: string;
  /** Whether marks of two parts, and guillemets, stand off from their words, as in French. */
  spacedMarks: boolean;
  /** Words left out at their beginning: `’tis`. */
  elided: RegExp | null;
  /** Names of months beside a day; patterns. */
  months: readonly string[];
  /** Whether a month may come before its day. */
  monthFirst: boolean;
  /** Words for which a number is a measure, besides the signs of units; patterns. */
  measures: readonly string[];
}>;

const plain = { spacedMarks: false, elided: null, monthFirst: false };

/**
 * By primary language subtag. For a language that is not here, quotation marks and dashes stay as
 * written: its customs are not known, and half of a custom is worse than none.
 */
export const STYLES: Readonly<Record<string, Style>> = {
  en: {
    ...plain,
    double: ['“', '”'],
    single: ['‘', '’'],
    dash: ' – ',
    elided: /^(?:n|em|til|tis|twas|twere|twould|twill|neath|cuz|nuff)(?![\p{L}\p{N}])/iu,
    months: [...monthsOf('en'), String.raw`(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.`],
    monthFirst: true,
    measures: ['percent', 'per cent', 'million', 'billion', 'trillion'],
  },
  de: {
    ...plain,
    double: ['„', '“'],
    single: ['‚', '‘'],
    dash: ' – ',
    months: monthsOf('de'),
    measures: ['Prozent', 'Million(?:en)?', 'Milliarden?', 'Mio', 'Mrd'],
  },
  fr: {
    ...plain,
    double: ['«', '»'],
    single: ['“', '”'],
    dash: ' – ',
    spacedMarks: true,
    months: monthsOf('fr'),
    measures: ['millions?', 'milliards?'],
  },
  es: {
    ...plain,
    double: ['«', '»'],
    single: ['“', '”'],
    dash: ' — ',
    months: monthsOf('es'),
    measures: ['millones', 'millón'],
  },
  uk: {
    ...plain,
    double: ['«', '»'],
    single: ['„', '“'],
    dash: '\u00a0— ',
    months: monthsOf('uk'),
    measures: ['тис', 'млн', 'млрд', 'км', 'кг', 'грн'],
  },
  ru: {
    ...plain,
    double: ['«', '»'],
    single: ['„', '“'],
    dash: '\u00a0— ',
    months: monthsOf('ru'),
    measures: ['тыс', 'млн', 'млрд', 'км', 'кг', 'руб'],
  },
  pl: {
    ...plain,
    double: ['„', '”'],
    single: ['«', '»'],
    dash: ' – ',
    months: monthsOf('pl'),
    measures: ['tys', 'mln', 'mld', 'proc', 'zł'],
  },
  sv: {
    ...plain,
    double: ['”', '”'],
    single: ['’', '’'],
    dash: ' – ',
    months: monthsOf('sv'),
    measures: ['procent', 'miljon(?:er)?', 'miljard(?:er)?'],
  },
};

/** @param language BCP 47 */
export function styleOf(language: string): Style | null {
  const [primary = ''] = language.toLowerCase().split('-');
  return Object.hasOwn(STYLES, primary) ? (STYLES[primary] ?? null) : null;
}

/** As they stand beside a day, which in Slavic languages is another case. */
function monthsOf(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2025, month, 1));
    return parts.find(({ type }) => type === 'month')?.value ?? '';
  });
}
