import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from './client';
import { isDatabaseAway } from './health-queries';
import { findTag } from './list-queries';
import { searchArticles } from './search-queries';
import { NOW, openStore, type TestStore } from './testing/open-store';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

/** Connections that a process has, and seconds for longer than which nobody waits for one. */
const [CONNECTIONS, LONG] = [10, 7];

test('Who waits in vain for a connection finds the database away, and no fault', async () => {
  const busy = Array.from({ length: CONNECTIONS }, () =>
    database().$queryRaw`SELECT pg_sleep(${LONG})::text`.then(() => true),
  );
  const anywhere = { section: null, tag: null, from: null, until: null } as const;
  const question = { words: 'harbour', order: 'relevance', ...anywhere } as const;
  const asked = await Promise.allSettled([findTag('none'), searchArticles(question, NOW, 1)]);
  expect(asked.map((one) => one.status === 'rejected' && isDatabaseAway(one.reason))).toEqual([
    true,
    true,
  ]);
  expect(await Promise.all(busy)).toEqual(busy.map(() => true));
  expect(await findTag('none')).toBeNull();
});
