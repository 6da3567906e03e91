import process from 'node:process';

const WIDTH = 24;
/** Milliseconds: what is done sooner needs no bar, and no more often is one drawn. */
const PATIENCE = 1_500;
const REDRAWN = 100;

export type ProgressBar = Readonly<{
  step: (done: number, all: number) => void;
  /** Takes the bar away. */
  end: () => void;
}>;

/**
 * A line that says how far a long work is, how fast it goes and how long it will take; silent where
 * nobody watches (no terminal).
 */
export function progressBar(
  title: string,
  out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
  clock: () => number = () => performance.now(),
): ProgressBar {
  if (!out.isTTY) return { step: () => {}, end: () => {} };
  const began = clock();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    step: (done, all) => {
      const now = clock();
      if (now - began < PATIENCE || now - drawn < REDRAWN) return;
      drawn = now;
      out.write(`\r\u001b[2K${drawBar(title, done, all, now - began)}`);
    },
    end: () => {
      if (drawn > Number.NEGATIVE_INFINITY) out.write('\r\u001b[2K');
    },
  };
}

/** `Reading  ████░░░░  1,200 of 10,000, 350 a second, 25 s left`. @param spent milliseconds */
export function drawBar(title: string, done: number, all: number, spent: number): string {
  const filled = all === 0 ? WIDTH : Math.floor((WIDTH * done) / all);
  const rate = (done * 1000) / Math.max(1, spent);
  const left = rate === 0 ? '' : `, ${Math.ceil((all - done) / rate)} s left`;
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
  const count = (value: number) => Math.round(value).toLocaleString('en-GB');
  return `${title}  ${bar}  ${count(done)} of ${count(all)}, ${count(rate)} a second${left}`;
}
