import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleDocument } from '@/lib/document/documents';
import { article, content, paragraph } from '@/lib/store/testing/build-content';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { loadComparisonPage } from './comparison-page';
import { loadHistoryPage } from './history-page';

const day = (number: number) => new Date(Date.UTC(2025, 1, number));
const withdrawn = { at: day(2), reason: 'It was wrong.' };

/** Three days of four stories. */
const days: readonly (readonly (Partial<ArticleDocument> & { slug: string })[])[] = [
  [
    { slug: 'before', headline: 'One', changeNote: 'Secret.', draft: true },
    { slug: 'gone' },
    { slug: 'later', embargoedUntil: new Date('2099-01-01') },
    { slug: 'draft', draft: true },
  ],
  [
    { slug: 'before', headline: 'Two' },
    { slug: 'gone', withdrawn },
  ],
  [{ slug: 'after', aliases: ['before'], headline: 'Three', section: 'politics' }],
  [{ slug: 'after', aliases: ['before'], headline: 'Four', section: 'politics' }],
];

const worded = (fields: (typeof days)[number][number]) =>
  article({ ...fields, body: [paragraph('The same words.')] });

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  for (const [index, stories] of days.entries()) {
    await store.publish(content({ articles: stories.map(worded), isWhole: false }), {
      now: day(index + 1),
    });
  }
});
afterAll(() => store.close());

/** What stands at a story's history, or at a comparison in it. */
async function standsAt(address: string) {
  const [section = '', slug = '', , versions] = address.split('/');
  const page =
    versions === undefined
      ? await loadHistoryPage(section, slug, NOW)
      : await loadComparisonPage(section, slug, versions, NOW);
  return page?.kind === 'moved' ? `to ${page.href}` : (page?.kind ?? null);
}

describe('At the address of a history', () => {
  test.each([
    ['politics/after/history', 'history'],
    ['politics/after/history/1-2', 'comparison'],
    ['politics/after/history/1-3', 'comparison'],
    ['gone/history', null],
    ['world/gone/history', 'withdrawn'],
    ['world/gone/history/1-2', 'withdrawn'],
    ['world/later/history', null],
    ['world/later/history/1-2', null],
    ['world/draft/history', null],
    ['world/unknown/history', null],
    ['politics/after/history/1-4', null],
    ['politics/after/history/0-1', null],
    ['politics/after/history/01-2', null],
    ['politics/after/history/4-4', null],
    ['politics/after/history/all', null],
  ])('%s stands %j', async (address, kind) => {
    expect(await standsAt(address)).toBe(kind);
  });

  test.each([
    ['world/before/history', '/politics/after/history'],
    ['world/after/history', '/politics/after/history'],
    ['politics/before/history/1-2', '/politics/after/history/1-2'],
    ['world/before/history/3-1', '/politics/after/history/1-3'],
    ['world/before/history/2-2', '/politics/after/history'],
    ['politics/after/history/3-1', '/politics/after/history/1-3'],
    ['politics/after/history/2-2', '/politics/after/history'],
    ['world/gone/history/2-1', null],
  ])('%s leads in one step to %j', async (address, href) => {
    if (href === null) expect(await standsAt(address)).toBe('withdrawn');
    else expect(await standsAt(address)).toBe(`to ${href}`);
  });

  test('nothing is told of what readers never saw', async () => {
    const page = await loadHistoryPage('politics', 'after', NOW);
    expect(JSON.stringify(page)).not.toContain('Secret');
    expect(page).toMatchObject({
      summary: '3 versions, newest first.',
      entries: [{ title: 'Version 3' }, { title: 'Version 2' }, { title: 'Version 1' }],
    });
    const first = await loadComparisonPage('politics', 'after', '1-2', NOW);
    const headline = { title: 'Headline', lines: [{ kind: 'changed' }] };
    expect(first).toMatchObject({ kind: 'comparison', fields: [headline] });
    expect(JSON.stringify(first)).not.toContain('One');
  });
});
