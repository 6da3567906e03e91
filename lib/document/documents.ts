import type { Block, Picture } from './blocks';
import type { Lookup, Series } from './shelf';

/**
 * What the content folder says, checked: the output of this layer and the input of the store.
 * All instants are UTC `Date`s. Slugs are lower-case `[a-z0-9-]`. Words are set as in print.
 */

export type ArticleDocument = Readonly<{
  /** UUID in lower case; null in a file that publishing has not yet written it into. */
  id: string | null;
  /** Unique over the whole site; the file's name. */
  slug: string;
  /** Slug of the section; the file's folder. */
  section: string;
  headline: string;
  kicker: string | null;
  standfirst: string;
  /** Author slugs, in the order of the byline. */
  authors: readonly string[];
  /** Tag slugs (canonical, never an alias), most important first. */
  tags: readonly string[];
  firstPublishedAt: Date;
  /** Equal to `firstPublishedAt` until an editor says that the text changed. */
  contentUpdatedAt: Date;
  embargoedUntil: Date | null;
  /** Stored, and shown to nobody but those with a link to its preview. */
  draft: boolean;
  withdrawn: Readonly<{ at: Date; reason: string }> | null;
  sources: readonly Readonly<{ name: string; url: string | null; note: string | null }>[];
  /** In the order of `at`. */
  corrections: readonly Readonly<{ at: Date; text: string; serious?: boolean }>[];
  /** Slugs of stories pinned as related. */
  related: readonly string[];
  /** Slugs under which this story was published before. */
  aliases: readonly string[];
  image: LeadImage | null;
  seoTitle: string | null;
  socialTitle: string | null;
  /** What the last change changed, for readers of the story's history. */
  changeNote: string | null;
  /** BCP 47. */
  language: string;
  body: readonly Block[];
  /** The body's words without markup: for search, word count and text likeness. */
  bodyText: string;
  wordCount: number;
  /** Path of the file below the content folder, with `/`. */
  file: string;
  /** Whether the text may differ from what is published while `contentUpdatedAt` does not. */
  minor: boolean;
  /** Whether the story may take a slug that another story had. */
  reusesAddress: boolean;
  /** SHA-256 (hex) of what readers can see of the story: equal hashes, equal stories. */
  contentHash: string;
}>;

export type LeadImage = Readonly<{
  picture: Picture;
  alt: string;
  caption: string | null;
  credit: string;
  /** Files must say it; versions published before they had to lack it. */
  rights?: string;
  /** Fractions of width and height, from the top left corner. */
  focalPoint: Readonly<{ x: number; y: number }>;
}>;

export type SectionDocument = Readonly<{ slug: string; name: string; description: string }>;

export type TagDocument = Readonly<{
  slug: string;
  name: string;
  description: string;
  parent: string | null;
  /** Whether its page and feeds hold the stories of the tags below it as well. */
  includesChildren: boolean;
  aliases: readonly string[];
  /** IPTC Media Topics code, `medtop:20000593`. */
  iptc: string | null;
  /** Wikidata item, `Q212`. */
  wikidata: string | null;
}>;

export type AuthorDocument = Readonly<{
  slug: string;
  name: string;
  role: string;
  biography: readonly Block[];
}>;

export type PageDocument = Readonly<{
  slug: string;
  title: string;
  description: string;
  contentUpdatedAt: Date;
  body: readonly Block[];
  contentHash: string;
}>;

/** Where editors place stories on the front page; the rest fills by itself. */
export type FrontDocument = Readonly<{ lead: string | null; featured: readonly string[] }>;

/** Everything under the content folder, checked as a whole: every reference resolves. */
export type Content = Readonly<{
  /** In the order in which the paper shows them. */
  sections: readonly SectionDocument[];
  tags: readonly TagDocument[];
  authors: readonly AuthorDocument[];
  pages: readonly PageDocument[];
  articles: Series<ArticleDocument>;
  /** null: the front page is to stay as it is. */
  front: FrontDocument | null;
  /** Whether these are all stories and pages; otherwise those left out stay as they are. */
  isWhole: boolean;
  /** The bytes of the files that all this was read from, pictures apart, by path. */
  files: Lookup<Uint8Array>;
  /** Each picture that a story or page shows, by hash. */
  pictures: Lookup<ReadPicture>;
  /** Hash of each such picture by the path of its file. */
  pictureFiles: Lookup<string>;
}>;

/** A picture file. */
export type ReadPicture = Readonly<{
  picture: Picture;
  /** The mean of its colours, `#aabbcc`. */
  colour: string;
  bytes: () => Uint8Array;
}>;

/** One thing to mend in a content file. Lines and columns count from 1. */
export type Problem = Readonly<{
  severity: 'error' | 'warning';
  /** Path below the content folder. */
  file: string;
  line: number;
  column: number;
  /** `tags[2]`, `body`, … */
  field: string;
  /** What is wrong. */
  message: string;
  /** How to mend it. */
  remedy: string;
}>;
