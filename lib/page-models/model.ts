import type { Block, Picture } from '@/lib/document/blocks';
import type { DiffLine } from '@/lib/text/word-diff';

/**
 * What pages say, worded and ready to place: components take these and decide nothing.
 * Addresses inside pages are site paths; `canonicalUrl` is absolute.
 */

export type { Block, BlockOf, Inline, Picture } from '@/lib/document/blocks';
export type { DiffLine, DiffPart } from '@/lib/text/word-diff';

/** A link whose text makes sense alone. */
export type Link = Readonly<{ href: string; text: string }>;

/** An instant for a `<time>` element: `iso` in UTC, `text` with its zone. */
export type TimeText = Readonly<{ iso: string; text: string }>;

/** The page, or the stories on it, in a form for programs. */
export type Alternate = Readonly<{ href: string; type: string; title: string }>;

/** A picture of the page for whoever links to it; `url` is absolute. */
export type HeadImage = Readonly<{
  url: string;
  /** "image/webp". */
  type: string;
  width: number;
  height: number;
  alt: string;
}>;

/** What a page says of itself to machines, in `<head>` and as JSON-LD. */
export type Head = Readonly<{
  title: string;
  description: string;
  canonicalUrl: string;
  /** Language and country, as Open Graph writes them: "en_GB"; null where no country is known. */
  locale: string | null;
  /** False for search, deep paging and error pages. */
  indexed: boolean;
  alternates: readonly Alternate[];
  /** What browsers can take into their own furniture: on the pages where they look for it. */
  tools?: readonly HeadTool[];
  /** The one that is best for a wide card first. */
  images: readonly HeadImage[];
  /** Absent on pages that are no story. */
  article?: Readonly<{
    section: string;
    tags: readonly Readonly<{ name: string; wikidata: string | null }>[];
    /** `url` is absolute. A desk is part of the paper, and no person. */
    authors: readonly Readonly<{ name: string; url: string; isDesk: boolean }>[];
    publishedIso: string;
    updatedIso: string;
    socialTitle: string;
    wordCount: number;
  }>;
}>;

/** A file that browsers take a search engine of their own from. */
export type HeadTool = Readonly<{
  rel: 'search';
  href: string;
  type?: string;
  title?: string;
}>;

/** What a list is about, where that is a thing in the world: a tag's subject, an author. */
export type Subject =
  | Readonly<{ kind: 'topic'; wikidata: string | null }>
  | Readonly<{ kind: 'person' | 'desk' }>;

/** How a page that is kept in memory stays true. */
export type Freshness = Readonly<{
  /** What the page shows, the frame apart: see lib/text/page-keys.ts. */
  keys: readonly string[];
  /**
   * When the content last changed for readers: of a story its text, of a list the newest change of
   * the stories in it. Null where that says nothing: an answer to a search, a problem.
   */
  modified: Date | null;
}>;

/** A story as it appears in a list: enough to choose it by, nothing more. */
export type Trail = Readonly<{
  href: string;
  section: Link;
  kicker: string | null;
  headline: string;
  standfirst: string;
  published: TimeText;
  language: string;
  image: TrailImage | null;
}>;

export type TrailImage = Readonly<{
  picture: Picture;
  alt: string;
  focalPoint: Readonly<{ x: number; y: number }>;
}>;

/** A related story with the reason it is here: "Also on Peace Talks and Diplomacy". */
export type RelatedTrail = Readonly<{ trail: Trail; reason: string }>;

export type ArticlePage = Freshness &
  Readonly<{
    kind: 'article';
    head: Head;
    section: Link;
    kicker: string | null;
    headline: string;
    standfirst: string;
    /** BCP 47. */
    language: string;
    byline: readonly Link[];
    published: TimeText;
    /** Null when the text has not changed since publication. */
    updated: TimeText | null;
    /** Where its versions are listed; null when it has not changed, or nobody has seen it yet. */
    history: Link | null;
    /** "4 min read". */
    readingTime: string;
    image: Readonly<{
      picture: Picture;
      alt: string;
      caption: string | null;
      credit: string;
      rights: string | null;
      focalPoint: Readonly<{ x: number; y: number }>;
    }> | null;
    /** Corrections that stand above the text as well. */
    notices: readonly Readonly<{ at: TimeText; text: string }>[];
    body: readonly Block[];
    sources: readonly Readonly<{ name: string; url: string | null; note: string | null }>[];
    corrections: readonly Readonly<{ at: TimeText; text: string; serious?: boolean }>[];
    tags: readonly Link[];
    related: readonly RelatedTrail[];
    previous: Link | null;
    next: Link | null;
    share: readonly Link[];
  }>;

/** A story for those alone who were given a link to it. */
export type PreviewPage = Freshness &
  Readonly<{
    kind: 'preview';
    head: Head;
    story: ArticlePage;
    /** What readers see of it now: "This is a draft." */
    status: string;
    /** When the link ends. */
    ends: TimeText;
  }>;

/** A story that the newsroom took back; answered with 410. */
export type WithdrawnPage = Freshness &
  Readonly<{
    kind: 'withdrawn';
    head: Head;
    headline: string;
    section: Link;
    withdrawn: TimeText;
    reason: string;
  }>;

/** Every version of a story that readers could see. */
export type HistoryPage = Freshness &
  Readonly<{
    kind: 'history';
    head: Head;
    section: Link;
    /** Under its present headline. */
    story: Link;
    /** BCP 47; of the story. */
    language: string;
    /** "3 versions", and what is not listed. */
    summary: string;
    /** From the first version to the newest, where more than one change lies between. */
    whole: Link | null;
    /** Newest first. */
    entries: readonly HistoryEntry[];
  }>;

export type HistoryEntry = Readonly<{
  at: TimeText;
  /** "Version 2", "Withdrawn". */
  title: string;
  /** What happened: "Published", "Added the reply of the ministry." */
  text: string;
  /** What changed since the version before. */
  changes: Link | null;
}>;

/** What changed between two versions of a story. */
export type ComparisonPage = Freshness &
  Readonly<{
    kind: 'comparison';
    head: Head;
    section: Link;
    /** Under its present headline. */
    story: Link;
    /** BCP 47; of the later version. */
    language: string;
    history: Link;
    from: ComparedVersion;
    to: ComparedVersion;
    /** In the order of a story's page; those alone that differ. */
    fields: readonly Readonly<{ title: string; lines: readonly ComparedLine[] }>[];
    /** Other comparisons, with an earlier and with a later version held. */
    others: readonly Readonly<{ title: string; links: readonly Link[] }>[];
  }>;

/** "version 2". */
export type ComparedVersion = Readonly<{ name: string; at: TimeText }>;

/** Stands for lines that are the same and not shown: "12 paragraphs are unchanged". */
export type ComparedLine = DiffLine | Readonly<{ kind: 'gap'; text: string }>;

export type Pagination = Readonly<{
  /** From 1. */
  page: number;
  pageCount: number;
  newer: Link | null;
  older: Link | null;
  /** A short row of numbers; null stands for a gap. */
  pages: readonly (Readonly<{ page: number; href: string; current: boolean }> | null)[];
}>;

/** Most read first; a list is empty where too little was read to say so. */
export type MostRead = Readonly<{
  /** In the last 24 hours. */
  today: readonly Trail[];
  /** In the last seven days. */
  week: readonly Trail[];
}>;

/** A section, tag, author or archive page. */
export type ListPage = Freshness &
  Readonly<{
    kind: 'section' | 'tag' | 'author' | 'archive';
    head: Head;
    /** "Section", "Tag", "By", "Archive": the word above the title. */
    label: string;
    title: string;
    description: string | null;
    biography: readonly Block[] | null;
    /** Null for sections and archives. */
    subject: Subject | null;
    /** From the front page down to this page's parent. */
    breadcrumbs: readonly Link[];
    /** Children of a tag, months of a year, days of a month, neighbours in time. */
    navigation: readonly Readonly<{
      title: string;
      links: readonly (Link & { count?: number })[];
    }>[];
    /** "45 stories". */
    countText: string;
    /** Null where there is too little to draw, and on all pages of a list but the first. */
    plot: Plot | null;
    trails: readonly Trail[];
    /** Of a section's stories, on the first of its pages; empty on all others. */
    mostRead: MostRead;
    pagination: Pagination;
    /** The list as a feed; none for the archive. */
    feeds: readonly Link[];
  }>;

/** Stories of a list by month, to be drawn. */
export type Plot = Readonly<{
  /** Of each month, oldest first; 0 where there are none. */
  counts: readonly number[];
  /** What the drawing shows: "Stories per month, May 2024 to April 2026". */
  caption: string;
  /** What it says: "412 stories in 24 months, most in March 2025: 31". */
  gist: string;
}>;

/** Every tag that has stories, A to Z. */
export type TagsPage = Freshness &
  Readonly<{
    kind: 'tags';
    head: Head;
    title: string;
    breadcrumbs: readonly Link[];
    /** "312 tags". */
    countText: string;
    /** Most used lately first; on the first page only. */
    lately: readonly Link[];
    /** The way to each letter that has tags, on whatever page it is. */
    letters: readonly Link[];
    groups: readonly Readonly<{
      /** Anchor of the letter; null on pages that go on with it. */
      id: string | null;
      title: string;
      tags: readonly (Link & { count: number })[];
    }>[];
    pagination: Pagination;
  }>;

export type FrontPage = Freshness &
  Readonly<{
    kind: 'front';
    head: Head;
    lead: Trail | null;
    seconds: readonly Trail[];
    briefs: readonly Trail[];
    mostRead: MostRead;
    sections: readonly Readonly<{ section: Link; description: string; trails: readonly Trail[] }>[];
    topics: readonly Link[];
    feeds: readonly Link[];
  }>;

export type SearchPage = Freshness &
  Readonly<{
    kind: 'search';
    head: Head;
    form: SearchForm;
    /** "12 stories for “ceasefire”", or a helpful word when there is none. */
    summary: string;
    /** What could not be understood of the question, and was left out. */
    notes: readonly string[];
    /** The question as it was perhaps meant: it has answers, and this one has none. */
    respelt: Link | null;
    /** The question without what narrows it, which leaves no answer: its text counts its answers. */
    elsewhere: Link | null;
    /** The question of stories before those that were searched, where these are not all. */
    earlier: Link | null;
    results: readonly Readonly<{ trail: Trail; snippet: readonly SnippetPart[] }>[];
    pagination: Pagination | null;
    topics: readonly Link[];
  }>;

/** A question as it was asked, to be asked again. */
export type SearchForm = Readonly<{
  /** Empty before the first question. */
  query: string;
  /** Null where only words can be asked for. */
  narrowing: SearchNarrowing | null;
}>;

/** What narrows and orders the answers; of what was not chosen the value is empty. */
export type SearchNarrowing = Readonly<{
  /** Slugs. */
  section: string;
  tag: string;
  /** Days: `2025-12-22`. */
  from: string;
  to: string;
  /** `date`, or empty for relevance. */
  sort: string;
  sections: readonly Named[];
  /** Some that may be meant; any other can be written. */
  tags: readonly Named[];
  /** Whether something was chosen. */
  isOpen: boolean;
  /** The question with nothing of this; null when nothing was chosen. */
  clear: Link | null;
}>;

type Named = Readonly<{ slug: string; name: string }>;

export type SnippetPart = Readonly<{ text: string; hit: boolean }>;

export type CorrectionsPage = Freshness &
  Readonly<{
    kind: 'corrections';
    head: Head;
    entries: readonly Readonly<{ at: TimeText; text: string; story: Link }>[];
    pagination: Pagination;
  }>;

export type StandingPageModel = Freshness &
  Readonly<{
    kind: 'standing';
    head: Head;
    title: string;
    description: string;
    updated: TimeText;
    body: readonly Block[];
  }>;

/** What surrounds every page. */
export type Frame = Readonly<{
  sections: readonly Link[];
  pages: readonly Link[];
}>;

/** 404, 500 and 503. */
export type ProblemPage = Freshness &
  Readonly<{
    kind: 'problem';
    head: Head;
    status: 404 | 500 | 503;
    title: string;
    explanation: string;
    /** Where to go from here, under a heading of its own. */
    ways: Readonly<{ title: string; links: readonly Link[] }>;
    /** The words of the address, to search by; null where searching would not help. */
    query: string | null;
    /** Of a 503: it answers this very question, and delivery has no better page to show instead. */
    isAnswer?: true;
  }>;

/** What is no page: a feed, a sitemap, a story in Markdown. */
export type PublicDocument = Freshness &
  Readonly<{
    kind: 'document';
    /** 200 unless given; 410 for a story that the newsroom took back. */
    status?: 410;
    /** Value of Content-Type. */
    contentType: string;
    body: string | Uint8Array<ArrayBuffer>;
    /** Its address changes whenever it does. */
    immutable?: true;
    /** Value of X-Robots-Tag, where it should not be found by searching. */
    robots?: string;
    /** Values of Link. */
    links?: readonly string[];
  }>;

/** What a story's card shows. */
export type Card = Readonly<{
  headline: string;
  section: string;
  /** The day of publication, in words. */
  day: string;
  picture: Readonly<{
    bytes: Uint8Array;
    /** 0 to 1, from the left and from the top. */
    focalPoint: Readonly<{ x: number; y: number }>;
  }> | null;
}>;
/** What is said of one page in a sitemap. */
export type SitemapEntry = Readonly<{
  /** Absolute. */
  url: string;
  /** The page's own `modified`; null where it has none, or none that can be had cheaply. */
  modified: Date | null;
  /** Absolute addresses. */
  images: readonly string[];
  /** In the news sitemap only. */
  news?: Readonly<{ title: string; language: string; published: Date }>;
}>;

/** One file of a sitemap. */
export type Sitemap = Freshness & Readonly<{ kind: 'sitemap'; entries: readonly SitemapEntry[] }>;

/** A file that names the files of a sitemap; `modified` is that of the file. */
export type SitemapIndex = Freshness &
  Readonly<{
    kind: 'sitemapIndex';
    files: readonly Readonly<{ url: string; modified: Date | null }>[];
  }>;
