import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from './documents';
import type { Series } from './shelf';

const LONGEST_EXCERPT = 96;

/**
 * `file:line:column field: what is wrong; how to mend it`, then the line itself with a mark below
 * the place. `sourceLine` is null where there is none to show.
 */
export function formatProblem(problem: Problem, sourceLine: string | null): string {
  const { file, line, column, field, message, remedy, severity } = problem;
  const place = `${file}:${line}:${column}`;
  const warning = severity === 'warning' ? 'warning: ' : '';
  const head = `${place} ${warning}${field}: ${message}; ${remedy}`;
  if (sourceLine === null || sourceLine.trim() === '') return head;
  const from = column > LONGEST_EXCERPT - 16 ? column - 41 : 0;
  const cut = sourceLine.slice(from, from + LONGEST_EXCERPT);
  const before = from > 0 ? '…' : '';
  const after = from + LONGEST_EXCERPT < sourceLine.length ? '…' : '';
  const mark = ' '.repeat(column - 1 - from + before.length);
  return `${head}\n    ${before}${cut.replaceAll('\t', ' ')}${after}\n    ${mark}^`;
}

/** Problems as text for a terminal, each with its line read from the content folder. */
export async function* formatProblems(
  folder: string,
  problems: Series<Problem>,
): AsyncGenerator<string> {
  let [open, lines]: readonly [string, readonly string[]] = ['', []];
  for (const problem of problems) {
    const { file, line } = problem;
    if (file !== open) [open, lines] = [file, await readLines(folder, file)];
    yield formatProblem(problem, lines[line - 1] ?? null);
  }
}

async function readLines(folder: string, file: string): Promise<readonly string[]> {
  if (!/\.(md|yaml)$/.test(file)) return [];
  const text = await readFile(path.join(folder, file), 'utf8').catch(() => '');
  return text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
}
