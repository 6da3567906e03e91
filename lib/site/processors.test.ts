import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { leaveOneProcessor, processorsIn } from './processors';

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
