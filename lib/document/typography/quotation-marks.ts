import type { Pair, Style } from './styles';

const APOSTROPHE = '’';
const PRIME = '′';
const DOUBLE_PRIME = '″';

const MARK = /["'“”„‘’‚«»‹›]/;
const SINGLE = /['‘’‚‹›]/;
const WORD = /[\p{L}\p{N}\p{M}\ufffc]/u;
/** Scripts that have an apostrophe within words; Hebrew has a sign of its own in its place. */
const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]/u;
/** Also the beginning and the end of the text. */
const SPACE = /^\s?$/;
/** What a quotation may open after without a space. */
const OPENS_AFTER = /[([{¿¡–—\-/]/;
const BRACKET = /[([{]/;
/** A measure at the end of what stands before a mark; years are longer. */
const MEASURE = /(?<![\p{L}\d.,-])\d{1,3}(?:[.,]\d+)?[½¼¾]?$/u;

const CLOSED_BY: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
  '‚': '‘',
  '‹': '›',
};

/** A straight mark and what is set for it. */
export type SetMark = Readonly<{ at: number; put: string }>;

/** What a place lets be set: null is a language whose customs are not known. */
export type StyleAt = (at: number) => Style | null | 'as written';

/**
 * Says what each straight mark of a paragraph is: one that opens, one that closes, an apostrophe
 * or the sign of a measure. What may be anything is left. Marks that are set already are read
 * along, so that those between them are understood.
 */
export function setQuotationMarks(text: string, styleAt: StyleAt): SetMark[] {
  return new Paragraph(text, styleAt).set();
}

type Open = Readonly<{ double: boolean; close: string; style: Style | null }>;

class Paragraph {
  /** Quotations that are open here, the innermost last; a passage of another language has its own. */
  private readonly open: Open[] = [];
  /** Where a mark opens, and where an apostrophe ends a word's beginning (`l’« amour »`). */
  private readonly openers = new Set<number>();

  constructor(
    private readonly text: string,
    private readonly styleAt: StyleAt,
  ) {}

  set(): SetMark[] {
    const marks: SetMark[] = [];
    for (let at = 0; at < this.text.length; at += 1) {
      const mark = this.text.charAt(at);
      if (!MARK.test(mark)) continue;
      if (mark !== '"' && mark !== "'") {
        this.read(mark, at);
        continue;
      }
      const put = this.decide(mark, at, this.styleAt(at));
      if (put !== null) marks.push({ at, put });
    }
    return marks;
  }

  private decide(mark: '"' | "'", at: number, style: ReturnType<StyleAt>): string | null {
    if (style === 'as written') return null;
    if (style !== null) return mark === '"' ? this.double(at, style) : this.single(at, style);
    const { left, right } = this.beside(at);
    return mark === "'" && LETTER.test(left) && LETTER.test(right) ? APOSTROPHE : null;
  }

  private double(at: number, style: Style): string | null {
    const { left, right } = this.beside(at);
    const before = this.before(at);
    if (/\d[′'’]\d{1,2}$/.test(before)) return DOUBLE_PRIME;
    if (!this.isOpen(true, style) && MEASURE.test(before) && !WORD.test(right)) return DOUBLE_PRIME;
    const closes = mayClose(left) && (!WORD.test(right) || this.isOpen(true, style));
    const opens = this.mayOpen(at);
    if (closes && !(opens && !this.isOpen(true, style)))
      return this.close(true, style) ?? style.double[1];
    return opens ? this.opened(at, true, style.double, style) : null;
  }

  private single(at: number, style: Style): string | null {
    const { left, right } = this.beside(at);
    const [before, after] = [this.before(at), this.text.slice(at + 1)];
    if (/[°º]\s?\d{1,2}(?:[.,]\d+)?$/.test(before)) return PRIME;
    if (/\d$/.test(before) && /^\d{1,2}["″]/.test(after)) return PRIME;
    if (/\d$/.test(before) && /^\d{1,2}(?![\p{L}\p{N}'’])/u.test(after)) return PRIME;
    if (WORD.test(left) && WORD.test(right)) return this.apostrophe(at);
    if (!this.isOpen(false, style) && MEASURE.test(before) && !WORD.test(right)) return PRIME;
    if (this.mayOpen(at) && !(mayClose(left) && this.isOpen(false, style))) {
      const decade = /^\d\ds(?!\p{L})/u.test(after);
      const elided = decade || style.elided?.test(after) || this.isOpen(false, style);
      if (elided || !this.isClosedAfter(at)) return APOSTROPHE;
      return this.opened(at, false, style.single, style);
    }
    if (!mayClose(left)) return null;
    // The second of rock ’n’ roll.
    if (/(?:^|\s)['’]n$/i.test(before)) return APOSTROPHE;
    return this.close(false, style) ?? this.apostrophe(at);
  }

  /** A mark that its author, or an earlier setting, has chosen. */
  private read(mark: string, at: number): void {
    const { left, right } = this.beside(at);
    if (mark === APOSTROPHE && WORD.test(left) && WORD.test(right)) {
      this.apostrophe(at);
      return;
    }
    const depth = this.open.findLastIndex(({ close }) => close === mark);
    const closes = mayClose(left) && !(mark === APOSTROPHE && WORD.test(right));
    if (depth >= 0 && (closes || /[»›]/.test(mark))) {
      this.open.splice(depth);
      return;
    }
    // Swedish opens and closes with the same.
    const close = CLOSED_BY[mark] ?? (mark === '”' && this.mayOpen(at) ? '”' : undefined);
    const style = this.styleAt(at);
    if (close === undefined || style === 'as written') return;
    this.opened(at, !SINGLE.test(mark), [mark, close], style);
  }

  private beside(at: number): Readonly<{ left: string; right: string }> {
    return { left: this.text.charAt(at - 1), right: this.text.charAt(at + 1) };
  }

  /** As much of what stands before a mark as tells what it is. */
  private before(at: number): string {
    return this.text.slice(Math.max(0, at - 24), at);
  }

  private mayOpen(at: number): boolean {
    const { left, right } = this.beside(at);
    if (SPACE.test(right)) return false;
    return SPACE.test(left) || OPENS_AFTER.test(left) || this.openers.has(at - 1);
  }

  private isOpen(double: boolean, style: Style): boolean {
    return this.depthOf(double, style) >= 0;
  }

  private opened(at: number, double: boolean, [open, close]: Pair, style: Style | null): string {
    this.openers.add(at);
    this.open.push({ double, close, style });
    return open;
  }

  /** Closes the innermost quotation of that kind, and what was left open in it. */
  private close(double: boolean, style: Style): string | undefined {
    const depth = this.depthOf(double, style);
    return depth < 0 ? undefined : this.open.splice(depth)[0]?.close;
  }

  private depthOf(double: boolean, style: Style): number {
    return this.open.findLastIndex((mark) => mark.double === double && mark.style === style);
  }

  private apostrophe(at: number): string {
    if (WORD.test(this.text.charAt(at - 1))) this.openers.add(at);
    return APOSTROPHE;
  }

  private isClosedAfter(at: number): boolean {
    for (let next = at + 2; next < this.text.length; next += 1) {
      const { left, right } = this.beside(next);
      if (!/['’]/.test(this.text.charAt(next)) || SPACE.test(left)) continue;
      if (!WORD.test(right)) return true;
    }
    return false;
  }
}

function mayClose(left: string): boolean {
  return !SPACE.test(left) && !BRACKET.test(left);
}
