import type { Problem } from './documents';
import { Report, START } from './report';
import { splitFrontMatter } from './source-text';
import { parseYaml } from './yaml-source';

/** What publishing refuses, at its place in the file; at the field before it where it is not there. */
export function locateRefusal(
  refusal: Readonly<{ file: string; field: string; message: string; remedy: string }>,
  text: string,
): Problem {
  const report = new Report(refusal.file);
  const split = splitFrontMatter(text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n'), report);
  const yaml = split && parseYaml(split.yaml, 2, 'front matter', report);
  const place = yaml?.place([refusal.field]) ?? START;
  return { severity: 'error', ...refusal, ...place };
}
