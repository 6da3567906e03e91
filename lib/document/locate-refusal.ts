import type { Problem } from './documents';
import { isRecord } from './explain-issue';
import { Report, START } from './report';
import { splitFrontMatter } from './source-text';
import { parseYaml } from './yaml-source';

/** What publishing refuses, at its place in the file; at the field that it is near where it is not there. */
export function locateRefusal(
  {
    near,
    ...refusal
  }: Readonly<{
    file: string;
    field: string;
    near?: string;
    message: string;
    remedy: string;
  }>,
  text: string,
): Problem {
  const report = new Report(refusal.file);
  const split = splitFrontMatter(text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n'), report);
  const yaml = split && parseYaml(split.yaml, 2, 'front matter', report);
  const isThere = isRecord(yaml?.value) && refusal.field in yaml.value;
  const place = yaml?.place([isThere ? refusal.field : (near ?? refusal.field)]) ?? START;
  return { severity: 'error', ...refusal, ...place };
}
