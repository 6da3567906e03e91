import { assembleContent } from './assemble-content';
import { checkClaims } from './check-claims';
import { checkMentions } from './check-mentions';
import type { Content, Problem } from './documents';
import { collectNames } from './names';
import { type FolderSource, type OnRead, parseFolder } from './parse-folder';
import { type Part, WHOLE } from './part';
import type { Series } from './shelf';

export type CheckedContent = Readonly<{
  /** null when there is any error; warnings do not stop. */
  content: Content | null;
  /** All of them, in the order of files and lines. */
  problems: Series<Problem>;
  /** How many of them are errors. */
  errors: number;
}>;

/**
 * Parses a content folder, and checks it as a whole.
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

  const problems = source.shelf.series<Problem>();
  let errors = 0;
  for (const problem of parsed.problems.inOrder()) {
    if (!part.has(problem.file)) continue;
    problems.push(problem);
    if (problem.severity === 'error') errors += 1;
  }
  const content = errors > 0 ? null : assembleContent(parsed, source, part);
  return { content, problems, errors };
}
