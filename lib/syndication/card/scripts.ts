/** Scripts that the fonts beside this file can set. */
const SETTABLE =
  /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]/u;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Whether every letter of a text can be set; a card without a headline is better than boxes. */
export function canBeSet(text: string): boolean {
  return !SETTABLE.test(text);
}

/** Whether a text begins at the right: its first letter says so (Unicode UAX 9, rules P2 and P3). */
export function beginsAtRight(text: string): boolean {
  return RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '');
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
