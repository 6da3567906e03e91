import { afterAll, beforeAll, expect, test } from 'vitest';
import { article, content } from './testing/build-content';
import { countLexemes, dumpLexemes } from './testing/dump';
import { openStore, type TestStore } from './testing/open-store';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

/** Enough stories that some are counted: every eighth is. */
const slugs = Array.from({ length: 24 }, (_, number) => `story-${number}`);
const withdrawn = { at: new Date('2025-12-01T00:00:00Z'), reason: 'Wrong.' };

test.each([
  ['written', {}],
  ['changed', { bodyText: 'Quinces ripen late.' }],
  ['withdrawn', { bodyText: 'Quinces ripen late.', withdrawn }],
  ['restored', { bodyText: 'Quinces ripen late.' }],
])('How common lexemes are stays right when stories are %s', async (_, change) => {
  await store.publish(content({ articles: slugs.map((slug) => article({ slug, ...change })) }));
  const counted = await countLexemes(store.client);
  expect(await dumpLexemes(store.client)).toEqual(counted);
  expect(counted.length > 0).toBe(!('withdrawn' in change));
});
