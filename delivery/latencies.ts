/** Upper bounds in seconds. Kept pages take tens of microseconds, cold ones tens of milliseconds. */
export const BOUNDS = [
  ...[0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05],
  ...[0.1, 0.25, 0.5, 1, 2.5, 5, 10],
] as const;

type Series = { readonly counts: number[]; sum: number };

/**
 * A histogram for what happens tens of thousands of times a second: an observation costs a few
 * nanoseconds, where the library's costs as much as finding the page.
 */
export class Latencies<Outcome extends string> {
  readonly #name: string;
  readonly #help: string;
  readonly #series: Readonly<Record<Outcome, Series>>;

  constructor(name: string, help: string, outcomes: readonly Outcome[]) {
    this.#name = name;
    this.#help = help;
    this.#series = Object.fromEntries(
      outcomes.map((outcome) => [outcome, { counts: BOUNDS.map(() => 0).concat(0), sum: 0 }]),
    ) as Record<Outcome, Series>;
  }

  observe(outcome: Outcome, seconds: number): void {
    const series = this.#series[outcome];
    let bucket = 0;
    while (seconds > (BOUNDS[bucket] ?? Number.POSITIVE_INFINITY)) bucket += 1;
    series.counts[bucket] = (series.counts[bucket] ?? 0) + 1;
    series.sum += seconds;
  }

  /** In the text format of Prometheus. */
  text(): string {
    const lines = [`# HELP ${this.#name} ${this.#help}`, `# TYPE ${this.#name} histogram`];
    for (const [outcome, { counts, sum }] of Object.entries<Series>(this.#series)) {
      let total = 0;
      for (const [bucket, count] of counts.entries()) {
        total += count;
        const bound = BOUNDS[bucket] ?? '+Inf';
        lines.push(`${this.#name}_bucket{outcome="${outcome}",le="${bound}"} ${total}`);
      }
      lines.push(`${this.#name}_sum{outcome="${outcome}"} ${sum}`);
      lines.push(`${this.#name}_count{outcome="${outcome}"} ${total}`);
    }
    return `${lines.join('\n')}\n`;
  }
}
