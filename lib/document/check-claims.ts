import { nearest } from '@/lib/text/nearest';
import { isSlug, slugify } from '@/lib/text/slugs';
import type { Names, ParsedFolder } from './names';
import type { StoryClaims } from './parse-story';
import { Report, START } from './report';
import { RESERVED_SLUGS } from './reserved-slugs';
import type { KeptLookup } from './shelf';

/** Names that files claim for themselves: well formed, free, and claimed once. */
export function checkClaims(folder: ParsedFolder, names: Names): void {
  for (const file of [...folder.pages, ...folder.authors]) checkFileName(file);
  checkSections(folder);
  checkPages(folder, names);
  checkTags(folder, names);
  checkFront(folder);
  checkStories(folder, names);
}

function checkFileName({ slug, report }: Readonly<{ slug: string; report: Report }>): void {
  if (isSlug(slug)) return;
  report.error(
    START,
    'file name',
    `“${slug}” is not a slug`,
    `use lower-case letters a-z, digits and single hyphens: ${slugify(slug) || 'a-new-name'}.md`,
  );
}

function checkSections({ sections: { report, slugs } }: ParsedFolder): void {
  const seen = new Set<string>();
  for (const { value, field, ...place } of slugs ?? []) {
    if (RESERVED_SLUGS.has(value)) {
      report.error(place, field, `“${value}” is reserved for the site`, 'choose another slug');
    }
    if (seen.has(value)) {
      report.error(place, field, `the section “${value}” stands here twice`, 'remove one');
    }
    seen.add(value);
  }
}

function checkPages({ pages }: ParsedFolder, names: Names): void {
  for (const { slug, report } of pages) {
    if (RESERVED_SLUGS.has(slug)) {
      report.error(START, 'file name', `“${slug}” is reserved for the site`, 'rename the file');
    } else if (names.sections?.has(slug)) {
      report.error(START, 'file name', `“${slug}” is a section already`, 'rename the file');
    }
  }
}

function checkTags({ tags }: ParsedFolder, names: Names): void {
  const { report } = tags;
  const claimed = new Map<string, string>();
  for (const { value, of, field, ...place } of tags.aliases) {
    const other = claimed.get(value);
    if (names.tags?.has(value)) {
      report.error(place, field, `“${value}” is a tag of its own`, 'remove the alias');
    } else if (other !== undefined && other !== of) {
      const message = `“${value}” is an alias of “${other}” already`;
      report.error(place, field, message, 'keep one of the two');
    }
    claimed.set(value, of);
  }
  const parents = new Map(
    tags.mentions.map((mention) => [mention.field.replace(/\.parent$/, ''), mention]),
  );
  for (const [slug, { field, kind: _, value: __, ...place }] of parents) {
    if (!isOwnAncestor(slug, parents)) continue;
    report.error(place, field, `“${slug}” is its own ancestor`, 'break the circle of parents');
  }
}

function checkFront({ front: { report, document, mentions } }: ParsedFolder): void {
  for (const { value, field, kind: _, ...place } of mentions) {
    if (field === 'lead' || value !== document?.lead) continue;
    report.error(place, field, 'the lead story stands here again', 'remove it from featured');
  }
}

function isOwnAncestor(
  slug: string,
  parents: ReadonlyMap<string, Readonly<{ value: string }>>,
): boolean {
  const seen = new Set<string>();
  for (let next = parents.get(slug)?.value; next !== undefined; next = parents.get(next)?.value) {
    if (next === slug) return true;
    if (seen.has(next)) return false;
    seen.add(next);
  }
  return false;
}

function checkStories({ stories, shelf, problems }: ParsedFolder, names: Names): void {
  // Each: the file that was the first to claim it, or the last.
  const slugs = shelf.lookup<string>();
  const headlines = shelf.lookup<string>();
  const aliases = shelf.lookup<string>();
  const identities = shelf.lookup<string>();
  const found = problems.pass();
  for (const story of stories) {
    const report = new Report(story.file, found);
    checkFileName({ slug: story.slug, report });
    checkSection(story, names, report);
    const twin = slugs.get(story.slug);
    if (twin !== undefined) {
      const message = `the slug “${story.slug}” is taken by ${twin}`;
      report.error(START, 'file name', message, 'rename one of the two files');
    }
    slugs.set(story.slug, story.file);
    checkHeadline(story, headlines, twin !== undefined, report);
    checkAliases(story, aliases, names, report);
    checkIdentity(story, identities, report);
  }
}

function checkSection({ section }: StoryClaims, names: Names, report: Report): void {
  if (names.sections === null || names.sections.has(section)) return;
  const meant = nearest(section, names.sections);
  report.error(
    START,
    'section',
    `the folder “${section}” is not a section`,
    `${meant ? `did you mean ${meant}? Otherwise ` : ''}add it to sections.yaml`,
  );
}

function checkHeadline(
  story: StoryClaims,
  claimed: KeptLookup<string>,
  isTwin: boolean,
  report: Report,
): void {
  if (story.headline === null) return;
  const headline = story.headline.toLowerCase();
  const namesake = claimed.get(headline);
  if (namesake !== undefined && !isTwin) {
    const message = `${namesake} has the same headline`;
    report.error(story.headlineAt, 'headline', message, 'tell the two apart');
  }
  claimed.set(headline, story.file);
}

function checkAliases(
  story: StoryClaims,
  claimed: KeptLookup<string>,
  names: Names,
  report: Report,
): void {
  for (const { slug, field, ...place } of story.aliases) {
    const living = names.stories.get(slug);
    const other = claimed.get(slug);
    if (living !== undefined) {
      const message = `“${slug}” is the slug of ${living.file}`;
      report.error(place, field, message, 'an alias is a slug that no story has any more');
    } else if (other !== undefined && other !== story.file) {
      const message = `“${slug}” is an alias of ${other} already`;
      report.error(place, field, message, 'keep one of the two');
    }
    claimed.set(slug, story.file);
  }
}

/** A story copied into a new file brings the identity of the first along. */
function checkIdentity(
  { identity, file }: StoryClaims,
  claimed: KeptLookup<string>,
  report: Report,
): void {
  if (identity === null) return;
  const { id, ...place } = identity;
  const other = claimed.get(id);
  if (other !== undefined) {
    const message = `${other} is the same story: it has this id as well`;
    report.error(place, 'id', message, 'remove the line from the file that was the copy');
  }
  claimed.set(id, file);
}
