import { parseDocument } from 'htmlparser2';
import { type APIRequestContext, expect, test } from 'playwright/test';
import { type ReadItem, readFeed, readFeedAgain } from './parse-feed';
import { type PublishedPaper, type PublishedStory, publishedPaper } from './published-stories';

/** Stories in a feed. */
const size = 30;

const types = ['application/rss+xml', 'application/atom+xml', 'application/feed+json'];

let paper: PublishedPaper;
test.beforeAll(async () => {
  paper = await publishedPaper();
});

type List = Readonly<{ home: string; holds: (story: PublishedStory) => boolean }>;

const kinds: Readonly<Record<string, (paper: PublishedPaper) => readonly List[]>> = {
  'the paper': () => [{ home: '/', holds: () => true }],
  'every section': ({ sections }) =>
    sections.map((slug) => ({ home: `/${slug}`, holds: ({ section }) => section === slug })),
  'every tag': ({ tags }) =>
    tags.map((slug) => ({ home: `/tag/${slug}`, holds: ({ tags }) => tags.includes(slug) })),
  'every author': ({ authors }) =>
    authors.map((slug) => ({
      home: `/author/${slug}`,
      holds: ({ authors }) => authors.includes(slug),
    })),
};

for (const [kind, lists] of Object.entries(kinds)) {
  test(`${kind} has a feed in three forms, in which two parsers find what the database has`, async ({
    request,
  }) => {
    test.setTimeout(240_000);
    for (const { home, holds } of lists(paper)) {
      const expected = paper.stories.filter(holds).slice(0, size);
      const found = await alternates(request, home);
      expect(
        found.map(({ type }) => type),
        home,
      ).toEqual(types);
      const page = await (await request.get(home)).text();
      for (const { href, type } of found) {
        expect(page, 'a link for readers as well').toContain(`<a href="${href}">`);
        const response = await request.get(href, { maxRedirects: 0 });
        expect(response.status(), href).toBe(200);
        expect(response.headers()['content-type']).toBe(`${type}; charset=utf-8`);
        const text = await response.text();
        const items = readFeed(text);
        const facts = (item: Read) => factsOf(item, href.endsWith('.xml'));
        expect(items.map(facts), href).toEqual(expected.map(factsOfStory));
        if (type.endsWith('xml')) {
          const again = await readFeedAgain(text);
          expect(again.map(facts), href).toEqual(
            items.map(({ authors: _, ...item }) => ({
              ...facts(item),
              title: withoutTags(item.title),
            })),
          );
        }
        // Every story stands in one section: so each is read in full once in every form.
        if (kind !== 'every section') continue;
        items.forEach((item, index) => {
          expectWhole(item.html, expected[index]);
        });
      }
    }
  });
}

test('every story leads to feeds and to its Markdown, which holds all of it', async ({
  request,
}) => {
  test.setTimeout(240_000);
  for (const story of paper.stories) {
    const path = `/${story.section}/${story.slug}`;
    expect((await alternates(request, path)).map(({ href }) => href)).toEqual([
      '/feed.xml',
      `/${story.section}/feed.xml`,
      `${path}.md`,
    ]);
    const response = await request.get(`${path}.md`, { maxRedirects: 0 });
    expect(response.status()).toBe(200);
    expect(response.headers()).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'x-robots-tag': 'noindex',
      link: expect.stringMatching(new RegExp(`${path}>; rel="canonical"$`)),
    });
    const text = await response.text();
    expect(text).toContain(`published: "${story.published.toISOString()}"`);
    for (const line of [story.headline, ...story.bodyText.split('\n')]) {
      expect(letters(withoutAddresses(text)), path).toContain(letters(line));
    }
  }
});

test('what has moved, or is not there, says so in every form', async ({ request }) => {
  const slug = 'half-a-century-of-nuclear-arms-treaties';
  for (const [path, status, location] of [
    ['/tag/un/feed.xml', 308, '/tag/united-nations/feed.xml'],
    ['/tag/un/feed.json', 308, '/tag/united-nations/feed.json'],
    [`/politics/${slug}.md`, 308, `/world/${slug}.md`],
    [`/story-as-markdown/world/${slug}`, 308, `/world/${slug}.md`],
    ['/no-such-section/feed.atom', 404, undefined],
    ['/tag/no-such-tag/feed.xml', 404, undefined],
    ['/author/nobody/feed.json', 404, undefined],
    ['/world/no-such-story.md', 404, undefined],
  ] as const) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(status);
    const moved = response.headers().location;
    expect(moved && new URL(moved, 'http://site').pathname, path).toBe(location);
  }
});

test('a reader who has a feed is told that it has not changed', async ({ request }) => {
  for (const path of ['/feed.xml', '/feed.atom', '/feed.json', '/llms.txt']) {
    const first = await request.get(path);
    const { etag = '', 'last-modified': since = '' } = first.headers();
    for (const [name, value] of [
      ['If-None-Match', etag],
      ['If-Modified-Since', since],
    ] as const) {
      const headers = { [name]: value };
      expect((await request.get(path, { headers })).status(), path).toBe(304);
    }
    expect(await (await request.get(path)).text()).toBe(await first.text());
  }
});

test('llms.txt names the newest stories, the sections and the feeds, by addresses that answer', async ({
  request,
}) => {
  const text = await (await request.get('/llms.txt')).text();
  expect(text).toMatch(/^# PRISM News\n\n> .+\n\n/);
  const links = [...text.matchAll(/^- \[.+\]\((\S+)\)/gm)].map(
    (match) => new URL(match[1] ?? '').pathname,
  );
  expect(links.slice(0, size)).toEqual(
    paper.stories.slice(0, size).map(({ section, slug }) => `/${section}/${slug}.md`),
  );
  expect(links).toEqual(
    expect.arrayContaining(['/world', '/feed.xml', '/feed.atom', '/feed.json']),
  );
  for (const link of links)
    expect((await request.get(link, { maxRedirects: 0 })).status()).toBe(200);
});

async function alternates(request: APIRequestContext, path: string) {
  const html = await (await request.get(path)).text();
  const [head = ''] = html.split('</head>');
  return [
    ...head.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)" title="[^"]+"/g),
  ].map(([, type = '', href = '']) => ({ type, href }));
}

type Read = Omit<ReadItem, 'authors'>;

/** RSS takes its description for markup. */
function factsOf({ url, summary, html: _, ...item }: Read, isRss: boolean) {
  const words = isRss ? textOfHtml(summary) : summary;
  return { ...item, path: new URL(url).pathname, summary: words };
}

function factsOfStory(story: PublishedStory) {
  return {
    id: `urn:uuid:${story.id}`,
    path: `/${story.section}/${story.slug}`,
    title: story.headline,
    summary: story.standfirst,
    published: story.published.toISOString(),
    updated: story.updated.toISOString(),
    authors: story.authorNames,
    categories: [story.sectionName, ...story.tagNames],
  };
}

/** The second parser takes titles for HTML, and leaves out what looks like a tag or a comment. */
function withoutTags(title: string): string {
  return title.replaceAll(/<[^>]+>/g, '');
}

/** The whole text stands there, and no address or attribute that means nothing elsewhere. */
function expectWhole(html: string, story: PublishedStory | undefined): void {
  const text = letters(textOfHtml(html));
  for (const line of story?.bodyText.split('\n') ?? ['no story']) {
    expect(text, story?.slug).toContain(letters(line));
  }
  for (const correction of story?.corrections ?? []) expect(text).toContain(letters(correction));
  expect(html).not.toMatch(/\s(?:href|src|cite)="(?!https?:\/\/|mailto:)/);
  expect(html).not.toMatch(/\s(?:class|id|style)="/);
}

/** Markdown with the words of its links, and not where they lead. */
function withoutAddresses(markdown: string): string {
  return markdown.replaceAll(/\]\(\S*\)/g, ']');
}

/** Letters and digits alone: marks between them differ with the form. */
function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function textOfHtml(html: string): string {
  return textOf(parseDocument(html));
}

type Node = ReturnType<typeof parseDocument>['children'][number] | ReturnType<typeof parseDocument>;

function textOf(node: Node): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return 'data' in node ? node.data : '';
}
