import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { goFirst, leaveOneProcessor, processorsIn } from './processors';

/** sched(7). */
const [SCHED_OTHER, SCHED_RR] = [0, 2];

test('lists of processors are read as the kernel writes them', () => {
  expect(processorsIn('0-3,8,10-11')).toEqual([0, 1, 2, 3, 8, 10, 11]);
  expect(processorsIn('5')).toEqual([5]);
  expect(processorsIn('')).toEqual([]);
});

const isPossible = process.platform === 'linux' && availableParallelism() > 1;

test.runIf(isPossible)('a program is kept off one processor, and what it starts', async () => {
  const allowed = (pid: number | string) =>
    processorsIn(
      /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '',
    );
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  await leaveOneProcessor(child.pid ?? 0);
  expect(allowed(child.pid ?? 0)).toEqual(allowed('self').slice(1));
  child.kill();
  await once(child, 'exit');
  await leaveOneProcessor(child.pid ?? 0);
});

const mayGoFirst =
  isPossible && spawnSync('chrt', ['--rr', '1', process.execPath, '--version']).status === 0;

test.runIf(mayGoFirst)('a program goes first, and what it starts does not', async () => {
  // A sleeping child of the program, started when it is told to.
  const program = `process.stdin.once('data', () => {
    const { pid } = require('node:child_process').spawn('sleep', ['20']);
    console.log(pid);
    process.stdin.once('data', () => process.kill(pid) && process.exit());
  })`;
  const parent = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'ignore'] });
  await once(parent, 'spawn');
  await goFirst(parent.pid);
  parent.stdin.write('start');
  const [child] = await once(parent.stdout, 'data');
  expect(policyOf(parent.pid)).toBe(SCHED_RR);
  expect(policyOf(Number(child))).toBe(SCHED_OTHER);
  parent.stdin.write('end');
  await once(parent, 'exit');
  await goFirst(parent.pid);
});

/** Field 41 of proc_pid_stat(5). */
function policyOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[38]);
}
