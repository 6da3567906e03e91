import { assembleContent } from './assemble-content';
import { checkClaims } from './check-claims';
import { checkMentions } from './check-mentions';
import type { Content, Problem } from './documents';
import { collectNames } from './names';
import { type FolderSource, type OnRead, parseFolder } from './parse-folder';
import { type Part, WHOLE } from './part';

export type CheckedContent = Readonly<{
  /** null when there is any error; warnings do not stop. */
  content: Content | null;
  /** All of them, in the order of files and lines. */
  problems: readonly Problem[];
}>;

/**
 * Parses a content folder that is in memory, and checks it as a whole. Pure.
 * @param part to be published: only its problems are told
 */
export function checkFolder(
  source: FolderSource,
  part: Part = WHOLE,
  onRead?: OnRead,
): CheckedContent {
  const parsed = parseFolder(source, onRead);
  const names = collectNames(parsed);
  checkClaims(parsed, names);
  checkMentions(parsed, names);

  const problems = parsed.reports
    .filter(({ file }) => part.has(file))
    .flatMap((report) => report.problems)
    .sort(byPlace);
  const failed = problems.some(({ severity }) => severity === 'error');
  return { content: failed ? null : assembleContent(parsed, source, part), problems };
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
