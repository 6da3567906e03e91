/** What a file of a sitemap says, read from its text. */
export type SitemapText = Readonly<{
  kind: 'index' | 'pages';
  entries: readonly Readonly<{
    loc: string;
    lastmod: string | null;
    images: readonly string[];
  }>[];
}>;

export function parseSitemap(xml: string): SitemapText {
  const kind = xml.includes('<sitemapindex') ? 'index' : 'pages';
  const entries = [...xml.matchAll(/<(sitemap|url)>(.*?)<\/\1>/gs)].map(([, , inner = '']) => ({
    loc: allOf(inner, 'loc')[0] ?? '',
    lastmod: allOf(inner, 'lastmod')[0] ?? null,
    images: allOf(inner, 'image:loc'),
  }));
  return { kind, entries };
}

function allOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text.replaceAll('&amp;', '&'),
  );
}
