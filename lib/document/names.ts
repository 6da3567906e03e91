import type { FrontDocument, SectionDocument, TagDocument } from './documents';
import type { ParsedList } from './parse-lists';
import type { ParsedAuthor, ParsedPage } from './parse-standing';
import type { ParsedStory } from './parse-story';
import type { Report } from './report';
import type { Kept } from './shelf';

/** Every file of the folder, read by itself. */
export type ParsedFolder = Readonly<{
  sections: ParsedList<readonly SectionDocument[]>;
  tags: ParsedList<readonly TagDocument[]>;
  front: ParsedList<FrontDocument>;
  authors: readonly ParsedAuthor[];
  pages: readonly ParsedPage[];
  stories: readonly ParsedStory[];
  /** The bytes of every file that could be read, by path. */
  files: ReadonlyMap<string, Kept<Uint8Array>>;
  /** One for each file, and one for each that is missing or has no place in the folder. */
  reports: readonly Report[];
}>;

/**
 * What exists in the folder, by name. Files with problems count, so that one problem does not
 * bring others with it. null: the list of these names cannot be read, so nothing is known.
 */
export type Names = Readonly<{
  sections: ReadonlySet<string> | null;
  tags: ReadonlySet<string> | null;
  /** Alias to tag. */
  tagAliases: ReadonlyMap<string, string>;
  authors: ReadonlySet<string>;
  pages: ReadonlySet<string>;
  stories: ReadonlyMap<string, ParsedStory>;
  /** Former slug to story. */
  storyAliases: ReadonlyMap<string, ParsedStory>;
}>;

export function collectNames(folder: ParsedFolder): Names {
  const { sections, tags, authors, pages, stories } = folder;
  return {
    sections: sections.slugs && new Set(sections.slugs.map(({ value }) => value)),
    tags: tags.slugs && new Set(tags.slugs.map(({ value }) => value)),
    tagAliases: new Map(tags.aliases.map(({ value, of }) => [value, of])),
    authors: new Set(authors.map(({ slug }) => slug)),
    pages: new Set(pages.map(({ slug }) => slug)),
    stories: new Map(stories.map((story) => [story.slug, story])),
    storyAliases: new Map(
      stories.flatMap((story) => story.aliases.map(({ slug }) => [slug, story] as const)),
    ),
  };
}
