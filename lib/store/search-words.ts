/** What a question is made of, as far as help with its words must know. */

/** Letters that a word must have for others to be found that begin with it. */
const SHORTEST_BEGINNING = 3;

/** As Postgres reads it: marks of print are plain ones, what is no text is a space. */
export function plainQuestion(question: string): string {
  return question
    .replace(/\p{C}/gu, ' ')
    .replace(/[“”„«»]/g, '"')
    .trim();
}

/**
 * The last word, if it may be the beginning of one that is still being written: neither quoted nor excluded nor
 * an operator, and long enough. Letters and digits only.
 */
export function lastBeginning(question: string): string | null {
  const isQuoted = question.split('"').length % 2 === 0;
  const last = /(?:^|\s)([\p{L}\p{M}\p{N}]+)$/u.exec(question)?.[1];
  if (isQuoted || last === undefined) return null;
  return Array.from(last).length >= SHORTEST_BEGINNING ? last : null;
}

/** A word in its place: `question.slice(start, end)`. */
export type PlacedWord = Readonly<{ word: string; start: number; end: number }>;

/** Letters that a misspelt word must have; shorter ones are like too many. */
const SHORTEST_MISSPELT = 4;
/** Words of a question that are looked at: the first. */
const MOST_MISSPELT = 6;

/** The words that may be misspelt: what is excluded is not what was not found. */
export function wordsOf(question: string): readonly PlacedWord[] {
  return [...question.matchAll(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+(?![\p{N}])/gu)]
    .filter(({ index }) => question[index - 1] !== '-' || /\S/.test(question[index - 2] ?? ' '))
    .map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))
    .filter(({ word }) => Array.from(word).length >= SHORTEST_MISSPELT)
    .slice(0, MOST_MISSPELT);
}

/** The question with other words in these places. */
export function withWords(
  question: string,
  replacements: readonly Readonly<{ at: PlacedWord; word: string }>[],
): string {
  return replacements.reduceRight(
    (text, { at, word }) => text.slice(0, at.start) + word + text.slice(at.end),
    question,
  );
}
