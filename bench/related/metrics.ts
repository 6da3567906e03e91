/**
 * How good a list of related stories is, as an editor would judge it.
 *
 * Sources: precision, and a gain discounted by place: K. Järvelin and J. Kekäläinen, “Cumulated gain-based
 * evaluation of IR techniques”, ACM TOIS 20 (2002). A gain that shrinks with each repetition: C. Clarke
 * et al., “Novelty and diversity in information retrieval evaluation”, SIGIR 2008.
 */

/**
 * What a story is to the readers of another.
 * @property grade 2: of the same event or story line. 1: of the same topic. 0: nothing
 * @property strand stories of a strand tell the same news: a second one is worth less
 * @property text stories of a text tell it in the same words: a second one is worth nothing
 */
export type Judgement = Readonly<{ grade: 0 | 1 | 2; strand: string; text: string }>;

/** What a second story of a strand is worth beside the first, a third beside the second, and so on. */
const REPEATED = 0.5;

/** Of one list. All but `repeats` go from 0 to 1. */
export type Worth = Readonly<{
  precision: number;
  ndcg: number;
  /** With repetitions of a strand worth as much as the first. */
  plainNdcg: number;
  /** Places that repeat a strand or a text. */
  repeats: number;
}>;

/**
 * @param list what is shown, best first
 * @param judged every story that is worth anything, in any order
 * @param read the text that readers have before them
 * @param places how many are shown; one that is left empty is worth nothing
 */
export function worthOf(
  list: readonly Judgement[],
  judged: readonly Judgement[],
  read: string,
  places: number,
): Worth {
  const shown = list.slice(0, places);
  const ndcg = (repeated: number) => {
    const ideal = discounted(gainsOf(bestOf(judged, read, places, repeated), read, repeated));
    return ideal === 0 ? 0 : discounted(gainsOf(shown, read, repeated)) / ideal;
  };
  return {
    precision: gainsOf(shown, read, 1).filter((gain) => gain > 0).length / places,
    ndcg: ndcg(REPEATED),
    plainNdcg: ndcg(1),
    repeats: shown.filter(({ strand, text }, index) =>
      [{ strand: '', text: read }, ...shown.slice(0, index)].some(
        (above) => above.strand === strand || above.text === text,
      ),
    ).length,
  };
}

/** What each place is worth: its grade, times `repeated` for each place above of the same strand. */
export function gainsOf(list: readonly Judgement[], read: string, repeated: number): number[] {
  const texts = new Set([read]);
  const strands = new Map<string, number>();
  return list.map(({ grade, strand, text }) => {
    if (texts.has(text)) return 0;
    texts.add(text);
    const above = strands.get(strand) ?? 0;
    strands.set(strand, above + 1);
    return grade * repeated ** above;
  });
}

/** Discounted cumulated gain: place i counts by 1 / log2(1 + i). */
export function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(2 + index), 0);
}

/** The best list there can be: each place takes what is worth most there, which no later place can make up for. */
function bestOf(
  judged: readonly Judgement[],
  read: string,
  places: number,
  repeated: number,
): readonly Judgement[] {
  const best: Judgement[] = [];
  const left = new Set(judged.filter(({ grade }) => grade > 0));
  while (best.length < places && left.size > 0) {
    let [most, next] = [-1, judged[0]];
    for (const choice of left) {
      const gain = gainsOf([...best, choice], read, repeated).at(-1) ?? 0;
      if (gain > most) [most, next] = [gain, choice];
    }
    if (next === undefined) break;
    left.delete(next);
    best.push(next);
  }
  return best;
}
