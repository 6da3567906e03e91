import { type Logger, pino } from 'pino';

/**
 * The log: one JSON object a line. What a reader sends is never written but for the path that was
 * asked for: no address, no user agent, no query, which may hold a question.
 */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

export function openLog(): Log {
  return pino({
    base: { name: 'delivery' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
  });
}

/** The path of an address or a key, without what a reader may have typed. */
export function pathOf(address: string): string {
  const end = address.indexOf('?');
  return end === -1 ? address : address.slice(0, end);
}

/** Writes one line a second at most; the next one tells in `unsaid` how many there would have been. */
export function sparing(write: (fields: object, message: string) => void): typeof write {
  let unsaid = 0;
  let silentUntil = 0;
  return (fields, message) => {
    const now = performance.now();
    if (now < silentUntil) {
      unsaid += 1;
      return;
    }
    write(unsaid === 0 ? fields : { ...fields, unsaid }, message);
    unsaid = 0;
    silentUntil = now + 1_000;
  };
}
