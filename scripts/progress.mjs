import process from 'node:process';

/** After this many milliseconds a step that is still going is named, where lines cannot change. */
const QUIET = 3_000;

/**
 * Runs one step and prints a line about it: its title, its time, and a remark such as "up to date",
 * which is what `work` answers unless `remark` makes it of that.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {(value: T) => string} remark
 * @returns {Promise<T>}
 */
export async function step(title, work, remark = String) {
  const began = performance.now();
  const changes = process.stdout.isTTY;
  const name = `  ${title.padEnd(15)}`;
  if (changes) process.stdout.write(`${name} …`);
  const patience = changes ? undefined : setTimeout(() => console.log(`${name} …`), QUIET);
  const close = (words) => {
    clearTimeout(patience);
    const time = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    console.log(`${changes ? '\r\u001b[2K' : ''}${name} ${time.padStart(7)}   ${words}`.trimEnd());
  };
  try {
    const value = await work();
    close(remark(value));
    return value;
  } catch (error) {
    close('failed');
    throw error;
  }
}
