import type { Style } from './styles';

/**
 * What is found is replaced; what must stand around it is looked at only, so that a rule sees
 * through the bounds of emphasis and links. Each leaves nothing for itself to find again.
 */
export type Rule = Readonly<{
  find: RegExp;
  put: string | ((match: RegExpExecArray) => string);
}>;

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';

const WORD = String.raw`[\p{L}\p{N}\ufffc]`;
/** No word goes on here. */
const BEFORE = String.raw`(?<![\p{L}\p{N}\ufffc])`;
const AFTER = String.raw`(?![\p{L}\p{N}\ufffc])`;
const DAY = String.raw`(?:3[01]|[12]\d|[1-9])`;
const GAP = `[ ${NO_BREAK}]`;

/** Three dots in a sentence; not those of a path. */
export const ELLIPSIS: Rule = { find: /(?<![./\\])\.{3}(?![./\\])/gu, put: '…' };

/** Signs of units, the same in all languages. */
const UNITS = [
  '[%‰€£$¥₴₽]',
  '°[CF]',
  '[kMG]?Hz|[kMGT]B|[kMG]?Wh?|k?V',
  'µg|mg|kg|nm|µm|mm|cm|km|m|km²|m²|m³',
  'km/h|m/s|mph|ppm|ha|ft|lb|oz|min|h|s|t',
];

/** Abbreviations that a number completes. */
const REFERENCES = 'Nos?|Nr|pp?|S|[Vv]ols?|Bd|[Cc]h|[Ff]igs?|Abb|[Aa]rts?|[Ss]ecs?|с|стр|ст|рис';

const made = new WeakMap<Style, Marks>();

type Marks = Readonly<{ dashes: readonly Rule[]; spaces: readonly Rule[] }>;

export function rulesOf(style: Style): Marks {
  const known = made.get(style);
  if (known !== undefined) return known;
  const marks = { dashes: dashes(style), spaces: [...spaces(style), ...frenchSpaces(style)] };
  made.set(style, marks);
  return marks;
}

/**
 * Hyphens that stand for dashes. A range is known by what it counts: years that ascend, pages, days
 * of a month. `2022-02` may be a month and `3-2` a score; those stay, as do telephone numbers.
 */
function dashes({ dash, months, monthFirst }: Style): Rule[] {
  const month = `(?:${months.join('|')})`;
  const year = String.raw`(?:1\d|20)\d\d`;
  return [
    // Between numbers a spaced hyphen may be a minus.
    rule(String.raw`(?<=\S)(?: -{2,3} |(?<!\d) - | - (?!\d))(?=[^\s-])`, dash),
    rule(String.raw`(?<=\d)--(?=\d)`, '–'),
    rule(
      String.raw`(?<=[\p{L}\p{N}.,!?%…)\]”’»"'\ufffc])-{2,3}(?=[("'“‘«„]?${WORD})(?<!\d--)`,
      dash,
    ),
    rule(String.raw`(?<=\p{L})-{2,3}(?=["'”’»](?!${WORD})|$)`, dash.trim()),
    rule(
      String.raw`(?<=(?<![\p{L}\p{N}\ufffc./:+–-]|\d |(?:n°|№|No\.)${GAP}?)(${year}))-(?=(${year}|\d\d)${AFTER}(?![-–./]\d|-))`,
      ([hyphen, from, to]) => (areYears(Number(from), Number(to)) ? '–' : hyphen),
    ),
    rule(String.raw`(?<=${BEFORE}(?:(?:pp?|S)\.|pages?)${GAP}\d+)-(?=\d+(?![\d-]))`, '–'),
    rule(
      String.raw`(?<=(?<![\p{L}\p{N}./:+–-])(${DAY})\.?)-(?=(${DAY})\.?${GAP}${month}${AFTER})`,
      ascending,
    ),
    ...(monthFirst
      ? [rule(`(?<=${BEFORE}${month}${GAP}(${DAY}))-(?=(${DAY})${AFTER}(?!-))`, ascending)]
      : []),
  ];
}

/** `2016-17` is a range, `2009-10` may be an October. */
function areYears(from: number, to: number): boolean {
  return to > 99 ? to > from : to > 12 && to > from % 100;
}

function ascending([hyphen, from, to]: RegExpExecArray): string {
  return Number(from) < Number(to) ? '–' : hyphen;
}

/** Spaces at which a line would break badly: all of them beside a number, a sign or an initial. */
function spaces({ dash, months, monthFirst, measures }: Style): Rule[] {
  const month = `(?:${months.join('|')})`;
  return [
    rule(String.raw`(?<=\d) (?=(?:${[...UNITS, ...measures].join('|')})${AFTER})`, NO_BREAK),
    rule(String.raw`(?<=(?<![\p{L}\p{N}.])\p{Lu}\.) (?=\p{Lu}\.${AFTER})`, NO_BREAK),
    rule(String.raw`(?<=${BEFORE}(?:${REFERENCES})\.|[№§]|n°) (?=\d)`, NO_BREAK),
    rule(String.raw`(?<=${BEFORE}U\.?S\.?) (?=\$)`, NO_BREAK),
    rule(String.raw`(?<=(?<![\p{L}\p{N}.,:/-])${DAY}\.?) (?=${month}${AFTER})`, NO_BREAK),
    ...(monthFirst
      ? [rule(String.raw`(?<=${BEFORE}${month}) (?=${DAY}${AFTER}(?![.,:]\d))`, NO_BREAK)]
      : []),
    ...(dash.startsWith(NO_BREAK) ? [rule(String.raw`(?<=\S) (?=[–—]\s)`, NO_BREAK)] : []),
  ];
}

function frenchSpaces({ spacedMarks }: Style): Rule[] {
  if (!spacedMarks) return [];
  const ended = String.raw`(?<=[\p{L}\p{N}»”’%…)\]\ufffc])`;
  return [
    rule(String.raw`(?<=\S) (?=[;!?»])`, NARROW),
    rule('(?<=«) ', NARROW),
    rule(String.raw`(?<=\S) (?=:(?:\s|$))`, NO_BREAK),
    rule(String.raw`«(?=\S)`, `«${NARROW}`),
    rule(String.raw`(?<=\S)»`, `${NARROW}»`),
    rule(String.raw`${ended}[;!?](?=[!?]*(?:[\s»”’)\]]|$))`, ([mark]) => NARROW + mark),
    rule(String.raw`${ended}:(?=\s|$)`, `${NO_BREAK}:`),
  ];
}

function rule(pattern: string, put: Rule['put']): Rule {
  return { find: new RegExp(pattern, 'gu'), put };
}
