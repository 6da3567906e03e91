import type { Block, Picture } from '@/lib/document/blocks';

/** Plain records as queries return them: no Prisma type leaves this folder. Instants are UTC. */

export type NameRecord = Readonly<{ slug: string; name: string }>;

export type PlacedPicture = Readonly<{
  /** Its colour is the mean of its own, `#aabbcc`; null where it was never measured. */
  picture: Picture & Readonly<{ colour?: string | null }>;
  alt: string;
  focalPoint: Readonly<{ x: number; y: number }>;
}>;

/** A story as lists need it. */
export type TrailRecord = Readonly<{
  id: string;
  slug: string;
  section: NameRecord;
  kicker: string | null;
  headline: string;
  standfirst: string;
  language: string;
  firstPublishedAt: Date;
  contentUpdatedAt: Date;
  visibleFrom: Date;
  image: PlacedPicture | null;
}>;

/** One page of a list: at most 20 trails, newest first, and how many there are in all. */
export type TrailList = Readonly<{ trails: readonly TrailRecord[]; total: number }>;

export type ArticleRecord = Readonly<{
  kind: 'live';
  id: string;
  slug: string;
  section: NameRecord;
  kicker: string | null;
  headline: string;
  standfirst: string;
  language: string;
  seoTitle: string | null;
  socialTitle: string | null;
  body: readonly Block[];
  wordCount: number;
  firstPublishedAt: Date;
  contentUpdatedAt: Date;
  visibleFrom: Date;
  image:
    | (PlacedPicture & Readonly<{ caption: string | null; credit: string; rights: string | null }>)
    | null;
  authors: readonly (NameRecord & Readonly<{ role: string }>)[];
  tags: readonly (NameRecord & Readonly<{ wikidata: string | null }>)[];
  sources: readonly Readonly<{ name: string; url: string | null; note: string | null }>[];
  corrections: readonly Readonly<{ at: Date; text: string; serious?: boolean }>[];
}>;

/** What a story's card is drawn from, the picture's bytes apart. */
export type CardRecord = Pick<
  ArticleRecord,
  'id' | 'headline' | 'socialTitle' | 'section' | 'firstPublishedAt'
> &
  Readonly<{ image: PlacedPicture | null }>;

export type WithdrawnRecord = Readonly<{
  kind: 'withdrawn';
  id: string;
  slug: string;
  section: NameRecord;
  headline: string;
  withdrawnAt: Date;
  reason: string;
}>;

/** A version of a story as readers could see it; numbers count from 1 over those alone. */
export type VersionRecord = Readonly<{
  number: number;
  /** Number of the revision that holds it. */
  revision: number;
  /** Of the first, the story's own date of publication; of others, when readers first saw it. */
  at: Date;
  /** As its editors dated the text. */
  firstPublishedAt: Date;
  contentUpdatedAt: Date;
  /** What its editors say that it changed. */
  note: string | null;
  /** Whether the story had been withdrawn before it. */
  isRestored: boolean;
  /** How it ended, if so. */
  withdrawn: Readonly<{ at: Date; reason: string }> | null;
}>;

/** All that a version says, in the order in which readers see it: a line for each piece. */
export type VersionTextRecord = Readonly<{
  language: string;
  kicker: string | null;
  headline: string;
  standfirst: string;
  authors: readonly NameRecord[];
  picture: readonly string[];
  body: readonly string[];
  corrections: readonly string[];
  sources: readonly string[];
}>;

/** A story as a link needs it. */
export type StoryLinkRecord = Readonly<{ slug: string; sectionSlug: string; headline: string }>;

export type RelatedRecord = Readonly<{
  trail: TrailRecord;
  reason:
    | Readonly<{ kind: 'pinned' }>
    | Readonly<{ kind: 'tags'; names: readonly string[] }>
    | Readonly<{ kind: 'text' }>
    | Readonly<{ kind: 'section' }>;
}>;

/** Where to read on: what is related, and the neighbours in the section. */
export type ReadOnRecord = Readonly<{
  related: readonly RelatedRecord[];
  previous: TrailRecord | null;
  next: TrailRecord | null;
}>;

export type SectionRecord = NameRecord & Readonly<{ description: string }>;

export type TagRecord = NameRecord &
  Readonly<{
    description: string;
    /** Wikidata item, `Q212`. */
    wikidata: string | null;
    parent: NameRecord | null;
    children: readonly NameRecord[];
    /** Whether its stories are those of its children as well. */
    includesChildren: boolean;
  }>;

/** A tag and how many stories readers can see under it. */
export type TagCountRecord = NameRecord & Readonly<{ count: number }>;

/** A tag that stands beside another; `shared` stories have both, `lift` times as many as by chance. */
export type RelatedTagRecord = NameRecord & Readonly<{ shared: number; lift: number }>;

export type AuthorRecord = NameRecord & Readonly<{ role: string; biography: readonly Block[] }>;

/** A year, a month of one, or a day of one, in UTC, with its stories. */
export type PeriodRecord = Readonly<{ start: Date; count: number }>;

export type SearchHitRecord = Readonly<{
  trail: TrailRecord;
  snippet: readonly Readonly<{ text: string; hit: boolean }>[];
}>;

export type CorrectionRecord = Readonly<{
  at: Date;
  text: string;
  story: StoryLinkRecord & Readonly<{ id: string }>;
}>;

export type StandingPageRecord = Readonly<{
  slug: string;
  title: string;
  description: string;
  contentUpdatedAt: Date;
  body: readonly Block[];
}>;

/** What surrounds every page. */
export type FrameRecord = Readonly<{
  sections: readonly NameRecord[];
  pages: readonly NameRecord[];
  /** Number of the edition: it grows with every publication that changes anything. */
  edition: string;
}>;

export type FrontRecord = Readonly<{
  /** In the editors' order; the first is the lead. Visible ones only. */
  placed: readonly TrailRecord[];
  newest: readonly TrailRecord[];
  sections: readonly Readonly<{ section: SectionRecord; newest: readonly TrailRecord[] }>[];
  mostRead: MostReadRecord;
}>;

/** What is read most of late, most read first. */
export type MostReadRecord = Readonly<{
  /** In the last 24 hours. */
  today: readonly TrailRecord[];
  /** In the last seven days. */
  week: readonly TrailRecord[];
}>;

/** A file of sitemaps, from 1, and when it last changed. */
export type SitemapChangeRecord = Readonly<{ number: number; changed: Date }>;

/** A story as its sitemap names it. */
export type SitemapStoryRecord = Readonly<{
  slug: string;
  sectionSlug: string;
  changed: Date;
  /** The one that stands for it first. */
  pictures: readonly Pick<Picture, 'hash' | 'width' | 'height'>[];
}>;

/** A page with a list, or a standing page, and when it last changed; null: it is empty. */
export type ChangedListRecord = Readonly<{
  kind: 'section' | 'archive' | 'corrections' | 'page';
  /** Empty where there is but one. */
  slug: string;
  changed: Date | null;
}>;

/** A period of the archive, in UTC, and when its list last changed. */
export type ChangedPeriodRecord = Readonly<{
  unit: 'year' | 'month' | 'day';
  start: Date;
  changed: Date;
}>;

/** A story as the news sitemap names it. */
export type NewsRecord = Readonly<{
  slug: string;
  sectionSlug: string;
  headline: string;
  language: string;
  firstPublishedAt: Date;
  changed: Date;
}>;
