import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

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
    await promisify(execFile)('taskset', ['-a', '-p', '-c', others.join(','), String(pid)]);
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
