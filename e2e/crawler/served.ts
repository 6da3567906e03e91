import { parseHTML } from 'linkedom';
import { type APIRequestContext, expect } from 'playwright/test';
import { type Thing, valuesOf } from '@/lib/syndication/testing/things';

/** A page as a crawler has it: the HTML that delivery sends, and what it says. */
export type Served = Readonly<{
  /** Path and query asked for. */
  path: string;
  status: number;
  html: string;
  document: Document;
  /** The things of its one graph; none where there is no graph. */
  graph: readonly Thing[];
}>;

export async function fetchPage(
  request: APIRequestContext,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const response = await request.get(path, { maxRedirects: 0, headers });
  const html = await response.text();
  const { document } = parseHTML(html);
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  expect(scripts.length, `graphs on ${path}`).toBeLessThanOrEqual(1);
  const graphs = scripts.map((script) => JSON.parse(script.textContent ?? '') as Thing);
  return {
    path,
    status: response.status(),
    html,
    document,
    graph: graphs.flatMap((graph) => valuesOf(graph['@graph']) as readonly Thing[]),
  };
}

/** The thing of a type that the page describes. */
export function thingOf({ graph }: Served, type: string): Thing | undefined {
  return graph.find((thing) => thing['@type'] === type);
}

/** What a `meta` element of that name or property says, each time it stands there. */
export function metaOf({ document }: Served, name: string): readonly string[] {
  return [...document.querySelectorAll(`meta[name="${name}"], meta[property="${name}"]`)].map(
    (meta) => meta.getAttribute('content') ?? '',
  );
}

/**
 * The instant of a `<time>`. HTML does not tell letters of attributes apart, and React writes
 * `dateTime`; linkedom keeps what it finds.
 */
export function instantOf(time: Element | null | undefined): string {
  return time?.getAttribute('dateTime') ?? '';
}

/** Paths of every story of the site, from its archive. */
export async function listStories(request: APIRequestContext): Promise<readonly string[]> {
  const found = new Set<string>();
  for (let page = 1; ; page += 1) {
    const served = await fetchPage(request, page === 1 ? '/archive' : `/archive?page=${page}`);
    const before = found.size;
    for (const link of served.document.querySelectorAll('main .trail :is(h2, h3) a')) {
      found.add(link.getAttribute('href') ?? '');
    }
    if (found.size === before) break;
  }
  expect(found.size, 'stories of the site').toBeGreaterThan(40);
  return [...found];
}
