import { publication } from '@/lib/site/publication';

/** A heading of an A–Z and what stands below it, in order. */
export type Letter<Named> = Readonly<{
  /** "a", "digits", "others": an anchor. */
  id: string;
  /** "A", "0–9", "Other scripts". */
  title: string;
  names: readonly Named[];
}>;

/** Numbers within names by their size, word by word. */
const inOrder = new Intl.Collator(publication.locale, { numeric: true });
const byLetter = new Intl.Collator(publication.locale, { sensitivity: 'base' });
const LATIN = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * Names under their letters, as a reader looks for them: marks at their beginning do not count, and accented
 * letters and ligatures stand with the letter that the language sorts them by (Unicode Collation Algorithm,
 * UTS #10; the headings are those of ICU’s AlphabeticIndex). Digits come first, other scripts last.
 */
export function byAlphabet<Named extends Readonly<{ name: string }>>(
  names: readonly Named[],
): readonly Letter<Named>[] {
  const sorted = names
    .map((named) => ({ named, key: named.name.replace(/^[^\p{L}\p{N}]+/u, '') }))
    .sort((a, b) => inOrder.compare(a.key, b.key));
  const groups = new Map<string, Named[]>();
  for (const { named, key } of sorted) {
    const title = headingOf(key);
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [named]);
    else group.push(named);
  }
  return [DIGITS, ...LATIN, OTHERS].flatMap((title) => {
    const found = groups.get(title);
    return found === undefined ? [] : [{ id: idOf(title), title, names: found }];
  });
}

const DIGITS = '0–9';
const OTHERS = 'Other scripts';

function idOf(title: string): string {
  if (title === OTHERS) return 'others';
  return title === DIGITS ? 'digits' : title.toLowerCase();
}

function headingOf(key: string): string {
  if (/^\p{N}/u.test(key)) return DIGITS;
  const first = /^\p{Script=Latin}\p{M}*/u.exec(key)?.[0];
  if (first === undefined || startsAfterZ(first)) return OTHERS;
  return LATIN.findLast((letter) => byLetter.compare(letter, first) <= 0) ?? OTHERS;
}

/** As þ does. */
function startsAfterZ(letter: string): boolean {
  return byLetter.compare(letter, 'Z') > 0;
}
