import { execFile } from 'node:child_process';
import process from 'node:process';

export type Outcome = Readonly<{ code: number; out: string; err: string }>;

/** Runs a TypeScript program of this project; answers its exit code and all that it said. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', program, ...args],
      { env: { ...process.env, ...env }, maxBuffer: 64 * 2 ** 20 },
      (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out: out.trim(), err: err.trim() }),
    );
  });
}
