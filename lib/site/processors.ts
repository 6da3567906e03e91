import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Lets a program's main thread go before all that is not urgent (sched(7), SCHED_RR at its lowest
 * priority), so that a kept page never waits for a processor behind a rendering, a query or a
 * compression. Needs Linux, chrt(1), two processors or more, and the right to do so: that of root,
 * CAP_SYS_NICE, or `LimitRTPRIO=1` of systemd. Elsewhere nothing is done. What the program starts
 * from now on does not inherit it.
 */
export async function goFirst(pid: number = process.pid): Promise<void> {
  if (process.platform !== 'linux' || availableParallelism() < 2) return;
  try {
    await run('chrt', ['--rr', '--reset-on-fork', '--pid', '1', String(pid)]);
  } catch {
    // Not allowed, or no chrt: it takes its turn as all others do.
  }
}

/**
 * Keeps another program off one of the processors that we may use, so that who serves kept pages
 * finds it free: a scheduler that is fair to all lets it wait for milliseconds. Done by taskset(1),
 * on Linux with two processors or more; elsewhere nothing is done.
 * @param pid of the program; what it starts from now on is kept off as well
 */
export async function leaveOneProcessor(pid: number): Promise<void> {
  try {
    const status = await readFile('/proc/self/status', 'utf8');
    const [, ...others] = processorsIn(/^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '');
    if (others.length === 0) return;
    await run('taskset', ['-a', '-p', '-c', others.join(','), String(pid)]);
  } catch {
    // Another system, no taskset, or a program that has ended already: all runs as well without.
  }
}

/** The numbers in a list such as "0-3,8" (cpuset(7), "List format"). */
export function processorsIn(list: string): readonly number[] {
  return list
    .split(',')
    .filter((range) => /^\d+(?:-\d+)?$/.test(range))
    .flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
}
