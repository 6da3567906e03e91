/** A lexeme, whether only words that begin with it are meant, and what stands between them in a tsquery's text. */
const TOKENS = /'((?:[^'\\]|''|\\.)*)'(:[*A-D]+)?|<(?:-|\d+)>|[&|!()]/gs;

/** Whether a tsquery asks in which places words stand: that is in the stories, and not in the index of words. */
export function asksForPlaces(question: string): boolean {
  return tokensOf(question).some((token) => token.startsWith('<'));
}

/** The lexemes of a tsquery, as its text has them, each once. */
export function lexemesOf(question: string): readonly string[] {
  return [...new Set(tokensOf(question).flatMap((token) => lexemeOf(token) ?? []))];
}

/** The same question of the words alone, wherever they stand. */
export function withoutPlaces(question: string): string {
  return question.replace(TOKENS, (token) => (token.startsWith('<') ? '&' : token));
}

/**
 * The share of stories that have the words a tsquery asks for, wherever they stand. What is excluded excludes
 * none, and a beginning is in all: the index of words does not know better.
 * @param question the text of a tsquery; its operators bind as Postgres's manual has it (8.11.2)
 * @param shareOf from 0 to 1
 * @param together the share that has both, of two shares: their product, if words go their own ways; at most
 * the smaller
 */
export function shareWithWords(
  question: string,
  shareOf: (lexeme: string) => number,
  together: (one: number, other: number) => number,
): number {
  const tokens = tokensOf(question);
  let at = 0;
  const accept = (pattern: RegExp): boolean => {
    const accepted = pattern.test(tokens[at] ?? '');
    if (accepted) at += 1;
    return accepted;
  };
  const either = (): number => {
    let share = all();
    while (accept(/^\|$/)) share = Math.min(1, share + all());
    return share;
  };
  const all = (): number => {
    let share = one();
    while (accept(/^(&|<.+>)$/)) share = together(share, one());
    return share;
  };
  const one = (): number => {
    if (accept(/^!$/)) {
      one();
      return 1;
    }
    if (accept(/^\($/)) {
      const share = either();
      accept(/^\)$/);
      return share;
    }
    const token = tokens[at] ?? '';
    at += 1;
    return token.includes(':*', token.lastIndexOf("'")) ? 1 : shareOf(lexemeOf(token) ?? '');
  };
  return either();
}

function tokensOf(question: string): readonly string[] {
  return question.match(TOKENS) ?? [];
}

function lexemeOf(token: string): string | null {
  const quoted = /^'(.*)'/s.exec(token)?.[1];
  return quoted === undefined
    ? null
    : quoted.replace(/''|\\(.)/gs, (pair, escaped) => escaped ?? pair[0]);
}
