/** The files that the sitemap is made of, and their names: `/sitemap-stories-3.xml`. */
export type SitemapFile =
  /** The front page, sections, standing pages and the like. */
  | Readonly<{ kind: 'pages' }>
  /** `number` counts from 1; of an archive it is the year. */
  | Readonly<{ kind: 'stories' | 'tags' | 'authors' | 'archive' | 'news'; number: number }>;

/** At the root: a sitemap may name only what lies below its own folder (sitemaps.org, “location”). */
export function sitemapPath(file: SitemapFile): string {
  return `/sitemap-${sitemapName(file)}.xml`;
}

/** "stories-3". */
export function sitemapName(file: SitemapFile): string {
  return file.kind === 'pages' ? file.kind : `${file.kind}-${file.number}`;
}

/** The file of a name, in its one spelling; null for any other. */
export function parseSitemapName(name: string): SitemapFile | null {
  if (name === 'pages') return { kind: 'pages' };
  const [, kind, number] = /^(stories|tags|authors|archive|news)-([1-9]\d{0,5})$/.exec(name) ?? [];
  switch (kind) {
    case 'stories':
    case 'tags':
    case 'authors':
    case 'news':
      return { kind, number: Number(number) };
    case 'archive':
      return number?.length === 4 ? { kind, number: Number(number) } : null;
    default:
      return null;
  }
}
