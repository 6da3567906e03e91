import { distance } from 'fastest-levenshtein';
import { Prisma } from './generated/client';
import { type PlacedWord, withWords, wordsOf } from './search-words';
import type { Ask } from './within-budget';

/** Share of trigrams that two words must have in common to be compared at all. Letters swapped cost many. */
const LIKE_ENOUGH = 0.2;
/** Words compared letter by letter: those with the most trigrams in common. */
const COMPARED = 60;
/** Neighbours of a word that are tried. */
const TRIED = 3;

/** A word of the question, in lower case and without accents, and the words of the paper next to it. */
type Neighbours = Readonly<{ at: PlacedWord; isKnown: boolean; near: readonly string[] }>;

type NearRow = Readonly<{ position: number; asked: string; word: string; likeness: number }>;

/**
 * Questions that could be meant by one that has no answer, the likeliest first: with the words that the paper
 * has never used, or else each word in turn, put right. Whether they have answers must be asked: a word may
 * stand in no story that readers can see.
 */
export async function listRespellings(ask: Ask, question: string): Promise<readonly string[]> {
  const words = wordsOf(question);
  if (words.length === 0) return [];
  const neighbours = await listNeighbours(ask, words);
  const unknown = neighbours.filter(({ isKnown }) => !isKnown);
  if (unknown.some(({ near }) => near.length === 0)) return [];
  const attempts = Array.from({ length: TRIED }, (_, attempt) => attempt);
  const respelt =
    unknown.length > 0
      ? attempts.map((attempt) => unknown.flatMap((word) => replacement(word, attempt)))
      : neighbours.map((word) => replacement(word, 0)).filter(({ length }) => length > 0);
  const questions = respelt.map((replacements) => withWords(question, replacements));
  return [...new Set(questions)].filter((other) => other !== question).slice(0, TRIED);
}

/** The neighbour whose turn it is, or the last before it. */
function replacement({ at, near }: Neighbours, attempt: number) {
  const word = near[Math.min(attempt, near.length - 1)];
  return word === undefined ? [] : [{ at, word }];
}

async function listNeighbours(
  ask: Ask,
  words: readonly PlacedWord[],
): Promise<readonly Neighbours[]> {
  await ask(
    Prisma.sql`SELECT set_config('pg_trgm.similarity_threshold', ${`${LIKE_ENOUGH}`}, true)`,
  );
  const rows = await ask<NearRow>(Prisma.sql`
    SELECT position::int, asked.word AS asked, near.word, likeness
    FROM (
      SELECT unaccent(lower(word)) AS word, position
      FROM unnest(${words.map(({ word }) => word)}::text[]) WITH ORDINALITY AS given (word, position)
    ) asked
    CROSS JOIN LATERAL (
      SELECT word, similarity(word, asked.word) AS likeness
      FROM word WHERE word % asked.word
      ORDER BY likeness DESC, word
      LIMIT ${COMPARED}
    ) near`);
  return words.map((at, index) => {
    const ofWord = rows.filter(({ position }) => position === index + 1);
    return {
      at,
      isKnown: ofWord.some(({ asked, word }) => asked === word),
      near: nearestOf(ofWord),
    };
  });
}

/** Fewest letters changed first; a word is another one when more than a few are. */
function nearestOf(rows: readonly NearRow[]): readonly string[] {
  return rows
    .map(({ asked, word, likeness }) => ({
      ...{ word, likeness, changed: distance(asked, word) },
      most: Math.min(3, Math.max(1, Math.ceil(asked.length / 3))),
    }))
    .filter(({ changed, most }) => changed > 0 && changed <= most)
    .sort((one, other) => one.changed - other.changed || other.likeness - one.likeness)
    .map(({ word }) => word)
    .slice(0, TRIED);
}
