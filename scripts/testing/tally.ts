import { readFile, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';

export type Counts = Readonly<{ passed: number; failed: number }>;

export type StepResult = Counts & Readonly<{ title: string; seconds: number }>;

/** Runs one step of the tests, prints its heading and its failure, and answers how it went. */
export async function runStep(
  title: string,
  work: () => Promise<Counts | string | undefined>,
): Promise<StepResult> {
  const began = performance.now();
  const close = (counts: Counts) => ({
    ...counts,
    title,
    seconds: (performance.now() - began) / 1000,
  });
  console.log(`\n== ${title}`);
  try {
    const answer = await work();
    if (typeof answer === 'object') return close(answer);
    console.log(`${title}: ${answer ?? 'ok'}`);
    return close({ passed: 1, failed: 0 });
  } catch (error) {
    console.error(`${title}: ${error instanceof Error ? error.message : error}`);
    return close({ passed: 0, failed: 1 });
  }
}

/** Prints every step with its time, and last the sum of all. Answers the sum. */
export function summarize(results: readonly StepResult[]): Counts {
  console.log('\n== summary');
  for (const { title, passed, failed, seconds } of results) {
    const verdict = failed === 0 ? 'ok' : 'FAILED';
    const counts = `${passed} passed, ${failed} failed`;
    console.log(
      `${verdict.padEnd(6)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${title}: ${counts}`,
    );
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return { passed, failed };
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Counts of a Vitest JSON report. A run that failed without a failed test counts as one. */
export async function countVitest(report: string, exitCode: number): Promise<Counts> {
  const counts = await readReport(report, vitestReport, (found) => ({
    passed: found.numPassedTests,
    failed: found.numFailedTests,
  }));
  return atLeastOneFailed(counts, exitCode);
}

/** The same for a Playwright JSON report; a flaky test is a failed one. */
export async function countPlaywright(report: string, exitCode: number): Promise<Counts> {
  const counts = await readReport(report, playwrightReport, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }));
  return atLeastOneFailed(counts, exitCode);
}

async function readReport<T>(
  file: string,
  schema: z.ZodType<T>,
  count: (report: T) => Counts,
): Promise<Counts> {
  try {
    return count(schema.parse(JSON.parse(await readFile(file, 'utf8'))));
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    await rm(file, { force: true });
  }
}

function atLeastOneFailed({ passed, failed }: Counts, exitCode: number): Counts {
  return { passed, failed: exitCode === 0 ? failed : Math.max(1, failed) };
}
