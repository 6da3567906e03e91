import { type APIRequestContext, expect, test } from 'playwright/test';
import { findFaults } from '@/lib/syndication/testing/find-faults';
import { placesIn, valuesOf } from '@/lib/syndication/testing/things';
import { pageKinds } from '../site';
import { fetchPage, listStories, metaOf, type Served, thingOf } from './served';

/** Kinds of pages that say nothing, as they are not to be found by searching. */
const silent = new Set([
  ...[
    'search before a question',
    'search with answers',
    'search that is narrowed',
    'search without an answer',
  ],
  'not found',
]);

test('every page that may be found says what it is, without a fault', async ({ request }) => {
  const elsewhere = await identitiesOfFront(request);
  const faults: string[] = [];
  const speaking = Object.entries(pageKinds).filter(([kind]) => !silent.has(kind));
  const paths = [...speaking.map(([, path]) => path), ...(await listStories(request))];
  for (const path of new Set(paths)) {
    const page = await fetchPage(request, path);
    faults.push(...faultsOf(page, elsewhere));
    const canonical = page.document.querySelector('link[rel=canonical]')?.getAttribute('href');
    const own = page.graph.filter((thing) => String(thing['@id']).startsWith(`${canonical}#`));
    expect(own.length, `${path} speaks of itself`).toBeGreaterThan(0);
  }
  expect(faults).toEqual([]);
});

test('pages that are not to be found say nothing', async ({ request }) => {
  for (const kind of silent) {
    expect((await fetchPage(request, pageKinds[kind] ?? '')).graph, kind).toEqual([]);
  }
});

test('the trail is the one that readers see', async ({ request }) => {
  for (const [kind, path] of Object.entries(pageKinds)) {
    const page = await fetchPage(request, path);
    const trail = thingOf(page, 'BreadcrumbList');
    if (trail === undefined) continue;
    const items = valuesOf(trail.itemListElement) as { name: string; item?: string }[];
    const seen = [
      ...page.document.querySelectorAll('.breadcrumbs a, .story > .page-head > .label a'),
    ].map((link) => [link.textContent, link.getAttribute('href')]);
    const title = page.document.querySelector('h1')?.textContent;
    const told = items.map(({ name, item }) => [name, item && new URL(item).pathname]);
    expect(told, kind).toEqual([...seen, [title, undefined]]);
  }
});

test('a story says in JSON-LD what it says to readers', async ({ request }) => {
  for (const path of await listStories(request)) {
    const page = await fetchPage(request, path);
    const { document } = page;
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent);
    const story = thingOf(page, 'NewsArticle');
    const authors = valuesOf(story?.author) as { name: string; url: string }[];
    expect([story?.headline], path).toEqual(texts('h1'));
    expect([story?.description], path).toEqual(texts('.page-head .standfirst'));
    expect(authors.map(({ name }) => name)).toEqual(texts('.byline a[rel=author]'));
    expect(authors.map(({ url }) => url)).toEqual(metaOf(page, 'article:author'));
    expect(valuesOf(story?.keywords)).toEqual(texts('.tags a'));
    expect(valuesOf(story?.keywords)).toEqual(metaOf(page, 'article:tag'));
    expect(valuesOf(story?.correction)).toHaveLength(texts('.corrections li').length);
    expect(valuesOf(story?.citation)).toHaveLength(texts('.sources li').length);
    const [card = ''] = metaOf(page, 'og:image');
    expect(valuesOf(story?.image)).toEqual(
      ['16x9', '4x3', 'square'].map((shape) => card.replace(/\.png$/, `-${shape}.png`)),
    );
  }
});

test('every address of ours that JSON-LD names leads somewhere', async ({ request, baseURL }) => {
  const named = new Map<string, string>();
  for (const path of Object.values(pageKinds)) {
    const { graph } = await fetchPage(request, path);
    for (const { thing } of placesIn(graph)) {
      for (const [property, value] of Object.entries(thing)) {
        if (property === 'urlTemplate') continue;
        for (const text of valuesOf(value)) {
          const address = /^(https?:\/\/[^#]*)/.exec(String(text))?.[1];
          if (address?.startsWith(`${baseURL}/`)) named.set(address, path);
        }
      }
    }
  }
  expect(named.size).toBeGreaterThan(20);
  for (const [address, path] of named) {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.status(), `${address} on ${path}`).toBe(200);
  }
});

test('the search that the front page offers to machines is the search of the site', async ({
  request,
}) => {
  const website = thingOf(await fetchPage(request, '/'), 'WebSite');
  const template = String(Object(Object(website?.potentialAction).target).urlTemplate);
  const page = await fetchPage(request, template.replace('{words}', 'ceasefire'));
  expect(page.status).toBe(200);
  expect(page.document.querySelector('.summary')?.textContent).toContain('“ceasefire”');
});

/** What other pages may refer to. */
async function identitiesOfFront(request: APIRequestContext): Promise<readonly string[]> {
  const { graph } = await fetchPage(request, '/');
  return graph.map((thing) => String(thing['@id']));
}

function faultsOf(page: Served, elsewhere: readonly string[]): readonly string[] {
  return findFaults({ '@graph': page.graph }, elsewhere).map(
    ({ name, what, at }) => `${name}: ${what} at ${at} of ${page.path}`,
  );
}
