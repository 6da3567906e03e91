import { expect, test } from 'playwright/test';
import { tellers } from './dates';
import { fetchPage, listStories } from './served';

test('all that tells the dates of a story tells the same instants', async ({ request }) => {
  const open = await Promise.all(
    tellers.map(async (teller) => ({ name: teller.name, read: await teller.open(request) })),
  );
  const told = new Set<string>();
  for (const path of await listStories(request)) {
    const story = await fetchPage(request, path);
    const instants = { published: new Map<number, string>(), modified: new Map<number, string>() };
    for (const { name, read } of open) {
      for (const [which, date] of Object.entries(read(story) ?? {})) {
        expect(date, `${which} of ${path} by ${name} says its offset`).toMatch(
          /T.*(Z|[+-]\d\d:\d\d)$/,
        );
        instants[which as keyof typeof instants].set(Date.parse(date), name);
        told.add(name);
      }
    }
    for (const [which, said] of Object.entries(instants)) {
      const accounts = [...said].map(([at, name]) => `${new Date(at).toISOString()} by ${name}`);
      expect(accounts, `${which}, ${path}`).toHaveLength(1);
    }
  }
  expect([...told].sort()).toEqual(tellers.map(({ name }) => name).sort());
});
