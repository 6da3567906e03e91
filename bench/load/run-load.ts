import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { runNode } from '@/scripts/run-command';
import { type LoadReport, type orderSchema, reportSchema } from './order';

/** Puts a bounded load on a port of 127.0.0.1, from a process of its own. */
export async function runLoad(order: z.input<typeof orderSchema>): Promise<LoadReport> {
  const output = await runNode(['--import', 'tsx', 'bench/load/client.ts', JSON.stringify(order)]);
  return reportSchema.parse(JSON.parse(output));
}

/** The same, with the processor time that process `pid` took for each answer, in microseconds. */
export async function runLoadOn(
  pid: number | null,
  order: z.input<typeof orderSchema>,
): Promise<LoadReport & { rate: number; cost: number | null }> {
  const before = processorTime(pid);
  const report = await runLoad(order);
  const after = processorTime(pid);
  const cost = before === null || after === null ? null : (after - before) / report.requests;
  return { ...report, rate: report.requests / report.seconds, cost };
}

/** Processor time a process has had, in microseconds; null where the system does not say. */
function processorTime(pid: number | null): number | null {
  if (pid === null) return null;
  try {
    // Fields 14 and 15 of proc_pid_stat(5), counted from behind the name, in hundredths of seconds.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
  } catch {
    return null;
  }
}

/** Resident memory of a process in megabytes; null where the system does not say. */
export function residentMemory(pid: number): number | null {
  try {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line === null ? null : Number(line[1]) / 1024;
  } catch {
    return null;
  }
}
