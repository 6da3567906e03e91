import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, ask } from './ask';

/** Milliseconds between a reader's pages: many requests a second, and the machine not at its limit. */
const PAUSE = 3;

export type Tally = {
  answered: number;
  /** What went wrong, in words; kept short. */
  failures: string[];
  /** Milliseconds of the slowest answer. */
  slowest: number;
};

/** Readers who read on and on, whatever happens. */
export type Readers = Readonly<{
  tally: Tally;
  /** Ends the reading and answers how it went. */
  stop: () => Promise<Tally>;
}>;

/** Lets `count` readers ask for these pages in turns; anything but 200 is a failure. */
export function startReaders(
  base: string,
  paths: readonly string[],
  { count = 8, look }: { count?: number; look?: (path: string, answer: Answer) => void } = {},
): Readers {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const tally: Tally = { answered: 0, failures: [], slowest: 0 };
  let reading = true;
  const fail = (words: string) => tally.failures.length < 20 && tally.failures.push(words);
  const read = async (first: number) => {
    for (let turn = first; reading; turn += 1) {
      const path = paths[turn % paths.length] ?? '/';
      try {
        const answer = await ask(base + path, { agent });
        tally.answered += 1;
        tally.slowest = Math.max(tally.slowest, answer.took);
        if (answer.status !== 200) fail(`${path}: ${answer.status}`);
        look?.(path, answer);
        await delay(PAUSE);
      } catch (error) {
        fail(`${path}: ${error}`);
      }
    }
  };
  const all = Promise.all(Array.from({ length: count }, (_, index) => read(index)));
  return {
    tally,
    stop: async () => {
      reading = false;
      await all;
      agent.destroy();
      return tally;
    },
  };
}
