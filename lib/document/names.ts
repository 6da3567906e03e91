import type { ArticleDocument, FrontDocument, SectionDocument, TagDocument } from './documents';
import type { FolderProblems } from './folder-problems';
import type { ParsedList } from './parse-lists';
import type { ParsedAuthor, ParsedPage } from './parse-standing';
import type { StoryClaims } from './parse-story';
import type { Lookup, Series, Shelf } from './shelf';

/** Every file of the folder, read by itself. */
export type ParsedFolder = Readonly<{
  sections: ParsedList<readonly SectionDocument[]>;
  tags: ParsedList<readonly TagDocument[]>;
  front: ParsedList<FrontDocument>;
  authors: readonly ParsedAuthor[];
  pages: readonly ParsedPage[];
  /** In the order of their files. */
  stories: Series<StoryClaims>;
  /** Of those whose files have no error. */
  articles: Series<ArticleDocument>;
  /** The bytes of every file that could be read, by path. */
  files: Lookup<Uint8Array>;
  /** Of all files; what is found wrong between them is put here as well. */
  problems: FolderProblems;
  shelf: Shelf;
}>;

/** Where a story is. */
export type StoryName = Readonly<{
  slug: string;
  section: string;
  file: string;
  withdrawn: boolean;
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
  stories: Lookup<StoryName>;
  /** Former slug to story. */
  storyAliases: Lookup<StoryName>;
}>;

export function collectNames(folder: ParsedFolder): Names {
  const { sections, tags, authors, pages, shelf } = folder;
  const stories = shelf.lookup<StoryName>();
  const storyAliases = shelf.lookup<StoryName>();
  for (const { slug, section, file, withdrawn, aliases } of folder.stories) {
    const name = { slug, section, file, withdrawn };
    stories.set(slug, name);
    for (const alias of aliases) storyAliases.set(alias.slug, name);
  }
  return {
    sections: sections.slugs && new Set(sections.slugs.map(({ value }) => value)),
    tags: tags.slugs && new Set(tags.slugs.map(({ value }) => value)),
    tagAliases: new Map(tags.aliases.map(({ value, of }) => [value, of])),
    authors: new Set(authors.map(({ slug }) => slug)),
    pages: new Set(pages.map(({ slug }) => slug)),
    ...{ stories, storyAliases },
  };
}
