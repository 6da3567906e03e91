import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Version } from '@/lib/document/history';
import { listAgenda } from './agenda-queries';
import { listContentFiles } from './export-queries';
import { article, content, imageOf, page, picture } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';
import { NEVER } from './visibility';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const ids = ['1', '2', '3'].map((digit) => `0193e9d2-0000-7000-8000-00000000000${digit}`);
const [one = '', two = '', three = ''] = ids;

/** What `publishContent` refuses, in lines. */
const refused = (publishing: Promise<unknown>) =>
  publishing.then(
    () => 'published',
    (error: Error) => error.message,
  );

const slugs = async () =>
  new Map(
    (await store.client.article.findMany({ select: { id: true, slug: true } })).map(
      ({ id, slug }) => [id, slug],
    ),
  );

describe('A story’s identity', () => {
  test('is the one in its file, and keeps it through another name and section', async () => {
    await store.publish(content({ articles: [article({ slug: 'before', id: one })] }));
    const moved = article({ slug: 'after', section: 'politics', id: one });
    const { articles } = await store.publish(content({ articles: [moved] }));
    expect(articles.renamed).toEqual([{ from: 'before', to: 'after' }]);
    expect(articles.left).toEqual(['articles/world/before.md']);
    expect(await slugs()).toEqual(new Map([[one, 'after']]));
    expect(await store.client.oldSlug.findMany()).toEqual([{ slug: 'before', articleId: one }]);
  });

  test('is told where its file does not say it', async () => {
    const { articles } = await store.publish(content({ articles: [article({ slug: 'new' })] }));
    const [[id] = []] = await slugs();
    expect(articles.identities).toEqual(new Map([['articles/world/new.md', id]]));
  });

  test('stays the one that readers know where the file says another', async () => {
    await store.publish(content({ articles: [article({ slug: 'story', id: one })] }));
    const other = article({ slug: 'story', id: two });
    const { articles } = await store.publish(content({ articles: [other] }));
    expect(articles.otherIdentities).toEqual(new Map([['articles/world/story.md', one]]));
    expect([...(await slugs()).keys()]).toEqual([one]);
  });

  test('lets two stories change their names, if both say that they take an address', async () => {
    await store.publish(
      content({ articles: [article({ slug: 'a', id: one }), article({ slug: 'b', id: two })] }),
    );
    const swapped = (reusesAddress: boolean) =>
      content({
        articles: [
          article({ slug: 'b', id: one, reusesAddress }),
          article({ slug: 'a', id: two, reusesAddress }),
        ],
      });
    expect(await refused(store.publish(swapped(false)))).toContain(
      'articles/world/b.md reusesAddress: “b” was the address of another story',
    );
    await store.publish(swapped(true));
    expect(await slugs()).toEqual(
      new Map([
        [one, 'b'],
        [two, 'a'],
      ]),
    );
    expect(await store.client.oldSlug.count()).toBe(0);
  });

  test('keeps a new story from an old address, unless its file says so', async () => {
    await store.publish(content({ articles: [article({ slug: 'a', id: one })] }));
    await store.publish(content({ articles: [article({ slug: 'b', id: one })] }));
    const both = (reusesAddress: boolean) =>
      content({
        articles: [
          article({ slug: 'b', id: one }),
          article({ slug: 'a', id: three, reusesAddress }),
        ],
      });
    expect(await refused(store.publish(both(false)))).toContain('“a” was the address of another');
    await store.publish(both(true));
    expect(await store.client.oldSlug.count()).toBe(0);
    expect((await slugs()).get(three)).toBe('a');
  });

  test('keeps a story from the address of one whose file is gone', async () => {
    await store.publish(
      content({ articles: [article({ slug: 'a', id: one }), article({ slug: 'b', id: two })] }),
    );
    const taking = content({ articles: [article({ slug: 'b', id: one, reusesAddress: true })] });
    expect(await refused(store.publish(taking))).toContain(
      `articles/world/b.md id: “b” is still the address of another published story, whose file is gone; write id: ${two} if`,
    );
  });
});

describe('The date of a change', () => {
  const first = article({ slug: 'story', headline: 'The talks failed', minor: false });
  const publish = (changes: Partial<typeof first>) =>
    refused(store.publish(content({ articles: [article({ ...first, ...changes })] })));

  test('must move when words change that readers could see', async () => {
    await publish({});
    expect(await publish({ headline: 'The talks ended' })).toBe(
      'articles/world/story.md contentUpdatedAt: the words have changed since they were published, and this date has not; write contentUpdatedAt: 2025-06-01T12:00:00Z, or minor: true if readers need not be told',
    );
    expect(await publish({ headline: 'The talks ended', contentUpdatedAt: NOW })).toBe('published');
    expect(await publish({ headline: 'The talks end', contentUpdatedAt: NOW, minor: true })).toBe(
      'published',
    );
  });

  test('may stay when only marks change, or fields that are no words of the story', async () => {
    await publish({});
    expect(await publish({ headline: '“The talks” failed' })).toBe('published');
    expect(await publish({ seoTitle: 'Talks fail', headline: '“The talks” failed' })).toBe(
      'published',
    );
  });

  test('may stay as long as nobody can read the story', async () => {
    const later = new Date(NOW.getTime() + 60_000);
    await publish({ embargoedUntil: later });
    expect(await publish({ embargoedUntil: later, headline: 'Other' })).toBe('published');
  });
});

describe('What is not yet, or no more', () => {
  test('is no story that readers can see: it is taken back with a reason, and does not become a draft', async () => {
    const draft = content({ articles: [article({ slug: 'a', draft: true })] });
    await store.publish(draft);
    await store.publish(content({ articles: [article({ slug: 'a' })] }));
    expect(await refused(store.publish(draft))).toBe(
      'articles/world/a.md draft: the story is published; as a draft it would vanish without a word; remove draft, or take the story back with withdrawn and a reason',
    );
  });

  test('is on the agenda, soonest first, drafts last', async () => {
    const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    await store.publish(
      content({
        articles: [
          article({ slug: 'draft', draft: true }),
          article({ slug: 'later', embargoedUntil: at(2) }),
          article({ slug: 'soon', embargoedUntil: at(1) }),
          article({ slug: 'leaving', withdrawn: { at: at(3), reason: 'Wrong.' } }),
          article({ slug: 'there' }),
        ],
      }),
    );
    const plans = await listAgenda(store.client, NOW);
    expect(plans.map(({ what, slug }) => [what, slug])).toEqual([
      ['appears', 'soon'],
      ['appears', 'later'],
      ['is withdrawn', 'leaving'],
      ['draft', 'draft'],
    ]);
    const draft = await store.client.article.findUniqueOrThrow({ where: { slug: 'draft' } });
    expect(draft.visibleFrom).toEqual(NEVER);
  });

  test('is taken back when its file is gone and a reason is given, and comes back with the file', async () => {
    const both = content({ articles: [article({ slug: 'a' }), article({ slug: 'b', id: two })] });
    await store.publish(both);
    const rest = content({ articles: both.articles.slice(0, 1) });
    const { articles } = await store.publish(rest, { withdrawMissing: 'It was a test.' });
    expect(articles).toMatchObject({ withdrawn: ['b'], missing: [] });
    const find = () => store.client.article.findUniqueOrThrow({ where: { slug: 'b' } });
    expect(await find()).toMatchObject({ withdrawnReason: 'It was a test.', withdrawnAt: NOW });
    const again = await store.publish(rest, { withdrawMissing: 'It was a test.' });
    expect(again.anythingChanged).toBe(false);
    await store.publish(both);
    expect((await find()).withdrawnAt).toBeNull();
    const revisions = await store.client.revision.findMany({ where: { articleId: two } });
    expect(revisions).toHaveLength(3);
  });
});

test('Two editors who publish at once both find their stories published', async () => {
  const mine = content({ articles: [article({ slug: 'mine' })] });
  const yours = content({ articles: [article({ slug: 'yours' })] });
  const [first, second] = await Promise.all([store.publish(mine), store.publish(yours)]);
  expect([first?.articles.created, second?.articles.created]).toEqual([['mine'], ['yours']]);
  expect([...(await slugs()).values()].sort()).toEqual(['mine', 'yours']);
  expect([...(first?.articles.missing ?? []), ...(second?.articles.missing ?? [])]).toHaveLength(1);
});

test('A part of the paper is published without a word about the rest', async () => {
  await store.publish(
    content({ articles: [article({ slug: 'a' }), article({ slug: 'b' })], pages: [page('about')] }),
  );
  const part = content({
    articles: [article({ slug: 'a', headline: 'Better' })],
    isWhole: false,
    front: null,
  });
  const report = await store.publish(part);
  expect(report.articles).toMatchObject({ updated: ['a'], missing: [] });
  expect(report.pages.missing).toEqual([]);
});

test('A run tells field by field what it changes, and of the text word by word', async () => {
  await store.publish(content({ articles: [article({ slug: 'a', bodyText: 'It rained.' })] }));
  const changed = article({ slug: 'a', bodyText: 'It snowed.', tags: ['ukraine'], kicker: 'New' });
  const { articles } = await store.publish(content({ articles: [changed] }), { dryRun: true });
  expect(articles.differences).toEqual([
    {
      slug: 'a',
      from: null,
      fields: [
        { field: 'kicker', before: null, after: 'New' },
        { field: 'tags', before: null, after: 'ukraine' },
        {
          field: 'text',
          lines: [
            {
              kind: 'changed',
              parts: [
                { kind: 'same', text: 'It ' },
                { kind: 'removed', text: 'rained' },
                { kind: 'added', text: 'snowed' },
                { kind: 'same', text: '.' },
              ],
            },
          ],
        },
      ],
    },
  ]);
});

test('Files are kept byte by byte, with the identities that are written into them', async () => {
  const photo = picture('photo');
  const text = (words: string) => new TextEncoder().encode(words);
  const files = new Map([
    ['articles/world/a.md', text('---\r\nheadline: A\r\n---\r\n')],
    ['tags.yaml', text('{}')],
  ]);
  await store.publish(
    content({
      articles: [article({ slug: 'a', image: imageOf(photo) })],
      files,
      pictures: new Map([[photo.picture.hash, photo]]),
      pictureFiles: new Map([['articles/world/a.png', photo.picture.hash]]),
    }),
  );
  const [[id] = []] = await slugs();
  const kept: [string, string][] = [];
  for await (const { path, bytes } of listContentFiles(store.client)) {
    kept.push([path, Buffer.from(bytes).toString()]);
  }
  expect(kept).toEqual([
    ['articles/world/a.md', `---\r\nid: ${id}\r\nheadline: A\r\n---\r\n`],
    ['articles/world/a.png', 'photo'],
    ['tags.yaml', '{}'],
  ]);
});

test('A story that comes from elsewhere brings its history along, and the present once', async () => {
  const now = article({ slug: 'a', id: one });
  const versions: Version[] = [
    {
      number: 1,
      contentHash: 'a'.repeat(64),
      publishedAt: new Date(0),
      document: { headline: 'Old' },
    },
    { number: 2, contentHash: now.contentHash, publishedAt: NOW, document: { headline: 'New' } },
  ];
  const readHistory = async (id: string) => (id === one ? versions : []);
  await store.publish(content({ articles: [now] }), { readHistory });
  const stored = await store.client.revision.findMany({ orderBy: { number: 'asc' } });
  expect(stored.map(({ number, publishedAt }) => [number, publishedAt])).toEqual([
    [1, new Date(0)],
    [2, NOW],
  ]);
  await store.publish(content({ articles: [article({ ...now, headline: 'Newest' })] }));
  expect(await store.client.revision.count()).toBe(3);
});
