/**
 * A candidate for a place in a list.
 * @property step candidates of a lower one go before all others; those of step 0 were chosen by editors
 * @property score how good it is, more being better, never negative but in step 0
 * @property lead the words of its headline, kicker and standfirst, each once
 * @property words what it has in common with the story that is read; null: it was found by other means
 */
export type Candidate = Readonly<{
  step: number;
  score: number;
  lead: readonly string[];
  words: readonly string[] | null;
  visibleFrom: Date;
}>;

/** What a candidate may repeat: another, or the story that is read. */
type Told = Pick<Candidate, 'lead' | 'visibleFrom'>;

/** Leads with this share of words in common say the same in the same words. */
const SAME_LEAD = 0.6;
/** Days after which 1/e is left of a repetition, and the same lead is one of a series, not of a copy. */
const NEWS_DAYS = 3;
const DAY = 86_400_000;

/**
 * The best candidates, but not the same news over and over: each place goes to the best that is left
 * once its score has lost what it repeats of a story above (maximal marginal relevance: J. Carbonell and
 * J. Goldstein, “The use of MMR, diversity-based reranking for reordering documents and producing
 * summaries”, SIGIR 1998). Stories repeat one another as far as they share the same words with the one
 * that is read, within few days. What begins like that one, or like a story above, is left out. What
 * editors chose stays as it is.
 * @param candidates best first
 * @param read the story that is read
 * @param repetition share of its score that a full repetition costs a candidate, from 0 to 1
 */
export function spread<T extends Candidate>(
  candidates: readonly T[],
  read: Told,
  limit: number,
  repetition: number,
): readonly T[] {
  const chosen = candidates.filter(({ step }) => step === 0).slice(0, limit);
  let left = candidates
    .filter((candidate) => candidate.step > 0 && !isCopy(candidate, read))
    .map((candidate) => ({ candidate, repeats: 0 }));
  const passOver = (above: T) => {
    left = left
      .filter(({ candidate }) => candidate !== above && !isCopy(candidate, above))
      .map(({ candidate, repeats }) => ({
        candidate,
        repeats: Math.max(repeats, repetitionOf(candidate, above)),
      }));
  };
  chosen.forEach(passOver);
  while (chosen.length < limit) {
    const best = bestOf(left, repetition);
    if (best === null) break;
    chosen.push(best);
    passOver(best);
  }
  return chosen;
}

/** The first of the best. */
function bestOf<T extends Candidate>(
  left: readonly Readonly<{ candidate: T; repeats: number }>[],
  repetition: number,
): T | null {
  const step = Math.min(...left.map(({ candidate }) => candidate.step));
  let [best, most]: [T | null, number] = [null, Number.NEGATIVE_INFINITY];
  for (const { candidate, repeats } of left) {
    const score = candidate.score * (1 - repetition * repeats);
    if (candidate.step === step && score > most) [best, most] = [candidate, score];
  }
  return best;
}

function isCopy(one: Told, other: Told): boolean {
  return daysBetween(one, other) <= NEWS_DAYS && likeness(one.lead, other.lead) >= SAME_LEAD;
}

function repetitionOf(one: Candidate, other: Candidate): number {
  const shared = likeness(one.words ?? [], other.words ?? []);
  return shared * Math.exp(-daysBetween(one, other) / NEWS_DAYS);
}

function daysBetween(one: Told, other: Told): number {
  return Math.abs(one.visibleFrom.getTime() - other.visibleFrom.getTime()) / DAY;
}

/** Words in common as a share of all words of the two, from 0 to 1 (P. Jaccard, 1901). */
function likeness(words: readonly string[], others: readonly string[]): number {
  const there = new Set(words);
  const common = others.filter((word) => there.has(word)).length;
  return common === 0 ? 0 : common / (words.length + others.length - common);
}
