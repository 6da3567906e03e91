import type { APIRequestContext } from 'playwright/test';

/** An answer as a crawler sees it. */
export type Seen = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Empty where it is no text. */
  text: string;
  /** Absolute; null where the page names none, or is no page. */
  canonical: string | null;
  indexable: boolean;
  /** Paths on this site to which it links. */
  links: readonly string[];
}>;

/** Asks for each address once, however often it is wanted. */
export function openCrawl(request: APIRequestContext): (path: string) => Promise<Seen> {
  const seen = new Map<string, Promise<Seen>>();
  return (path) => {
    const known = seen.get(path) ?? look(request, path);
    seen.set(path, known);
    return known;
  };
}

async function look(request: APIRequestContext, path: string): Promise<Seen> {
  const response = await request.get(path, { maxRedirects: 0 });
  const headers = response.headers();
  const type = headers['content-type'] ?? '';
  const text = /^(?:text|application)\//.test(type) ? await response.text() : '';
  const isPage = type.startsWith('text/html');
  return {
    status: response.status(),
    headers,
    text,
    canonical: isPage ? firstOf(text, /<link\b[^>]*\brel="canonical"[^>]*?\bhref="([^"]*)"/) : null,
    indexable:
      isPage &&
      response.status() === 200 &&
      !/noindex/.test(headers['x-robots-tag'] ?? '') &&
      !/noindex/.test(firstOf(text, /<meta name="robots" content="([^"]*)"/) ?? ''),
    links: isPage ? linksOf(text) : [],
  };
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="(\/(?!\/)[^"#]*)/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );
}

function firstOf(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? null;
}
