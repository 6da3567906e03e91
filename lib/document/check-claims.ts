import { nearest } from '@/lib/text/nearest';
import { isSlug, slugify } from '@/lib/text/slugs';
import type { Names, ParsedFolder } from './names';
import type { ParsedStory } from './parse-story';
import { type Report, START } from './report';
import { RESERVED_SLUGS } from './reserved-slugs';

/** Names that files claim for themselves: well formed, free, and claimed once. */
export function checkClaims(folder: ParsedFolder, names: Names): void {
  for (const file of [...folder.stories, ...folder.pages, ...folder.authors]) checkFileName(file);
  checkSections(folder);
  checkPages(folder, names);
  checkTags(folder, names);
  checkFront(folder);
  checkStories(folder.stories, names);
  checkStoryAliases(folder.stories, names);
  checkIdentities(folder.stories);
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

function checkStories(stories: readonly ParsedStory[], names: Names): void {
  const bySlug = new Map<string, ParsedStory>();
  const byHeadline = new Map<string, ParsedStory>();
  for (const story of stories) {
    const { report, slug, section, document } = story;
    if (names.sections && !names.sections.has(section)) {
      const meant = nearest(section, names.sections);
      report.error(
        START,
        'section',
        `the folder “${section}” is not a section`,
        `${meant ? `did you mean ${meant}? Otherwise ` : ''}add it to sections.yaml`,
      );
    }
    const twin = bySlug.get(slug);
    if (twin !== undefined) {
      const message = `the slug “${slug}” is taken by ${twin.report.file}`;
      report.error(START, 'file name', message, 'rename one of the two files');
    }
    bySlug.set(slug, story);
    if (document === null) continue;
    const headline = document.headline.toLowerCase();
    const namesake = byHeadline.get(headline);
    if (namesake !== undefined && twin === undefined) {
      const message = `${namesake.report.file} has the same headline`;
      report.error(story.headlineAt, 'headline', message, 'tell the two apart');
    }
    byHeadline.set(headline, story);
  }
}

function checkStoryAliases(stories: readonly ParsedStory[], names: Names): void {
  const claimed = new Map<string, ParsedStory>();
  for (const story of stories) {
    for (const { slug, field, ...place } of story.aliases) {
      const living = names.stories.get(slug);
      const other = claimed.get(slug);
      if (living !== undefined) {
        const message = `“${slug}” is the slug of ${living.report.file}`;
        story.report.error(place, field, message, 'an alias is a slug that no story has any more');
      } else if (other !== undefined && other !== story) {
        const message = `“${slug}” is an alias of ${other.report.file} already`;
        story.report.error(place, field, message, 'keep one of the two');
      }
      claimed.set(slug, story);
    }
  }
}

/** A story copied into a new file brings the identity of the first along. */
function checkIdentities(stories: readonly ParsedStory[]): void {
  const claimed = new Map<string, ParsedStory>();
  for (const story of stories) {
    if (story.identity === null) continue;
    const { id, ...place } = story.identity;
    const other = claimed.get(id);
    if (other !== undefined) {
      const message = `${other.report.file} is the same story: it has this id as well`;
      story.report.error(place, 'id', message, 'remove the line from the file that was the copy');
    }
    claimed.set(id, story);
  }
}
