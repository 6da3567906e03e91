import { nearest } from '@/lib/text/nearest';
import type { Mention } from './mentions';
import type { Names, ParsedFolder } from './names';
import { Report } from './report';
import { checkSitePath, type Verdict } from './site-paths';

/** Names that files use: each must exist. */
export function checkMentions(folder: ParsedFolder, names: Names): void {
  for (const list of [folder.tags, folder.front]) checkFile(list.report, list.mentions, names);
  for (const { report, mentions, slug } of [...folder.authors, ...folder.pages]) {
    checkFile(report, mentions, names, slug);
  }
  const found = folder.problems.pass();
  for (const { file, mentions, slug } of folder.stories) {
    checkFile(new Report(file, found), mentions, names, slug);
  }
}

function checkFile(
  report: Report,
  mentions: readonly Mention[],
  names: Names,
  ownSlug?: string,
): void {
  for (const { kind, value, field, ...place } of mentions) {
    const verdict = judge(kind, value, names, ownSlug);
    if (verdict === null) continue;
    report[verdict.severity](place, field, verdict.message, verdict.remedy);
  }
}

function judge(
  kind: Mention['kind'],
  value: string,
  names: Names,
  ownSlug: string | undefined,
): Verdict | null {
  switch (kind) {
    case 'tag':
      return judgeTag(value, names);
    case 'author':
      return names.authors.has(value)
        ? null
        : unknown(`“${value}” is not an author`, value, names.authors, `add authors/${value}.md`);
    case 'story':
      return judgeStory(value, names, ownSlug);
    case 'link':
      return value.startsWith('/') ? checkSitePath(value, names) : null;
    case 'section':
      return null;
  }
}

function judgeTag(value: string, names: Names): Verdict | null {
  if (names.tags === null || names.tags.has(value)) return null;
  const canonical = names.tagAliases.get(value);
  if (canonical !== undefined) {
    const message = `“${value}” is another name of the tag “${canonical}”`;
    return { severity: 'error', message, remedy: `write ${canonical}` };
  }
  return unknown(`“${value}” is not a tag`, value, names.tags, `add ${value} to tags.yaml`);
}

function judgeStory(value: string, names: Names, ownSlug: string | undefined): Verdict | null {
  if (value === ownSlug) {
    return { severity: 'error', message: 'the story names itself', remedy: 'remove it' };
  }
  const story = names.stories.get(value);
  if (story?.withdrawn) {
    const message = `“${value}” is withdrawn and will not be shown`;
    return { severity: 'warning', message, remedy: 'name another story' };
  }
  if (story !== undefined) return null;
  const renamed = names.storyAliases.get(value);
  if (renamed !== undefined) {
    const message = `“${value}” is an old slug of “${renamed.slug}”`;
    return { severity: 'error', message, remedy: `write ${renamed.slug}` };
  }
  return unknown(`there is no story “${value}”`, value, names.stories.keys(), 'check the slug');
}

function unknown(
  message: string,
  value: string,
  known: Iterable<string>,
  otherwise: string,
): Verdict {
  const meant = nearest(value, known);
  const remedy = meant === null ? otherwise : `did you mean ${meant}? Otherwise ${otherwise}`;
  return { severity: 'error', message, remedy };
}
