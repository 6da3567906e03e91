import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import { additions, files } from './stories';

/** Publishes what is hard to show, and renames some of it; the crawlers read the paper again then. */

const run = promisify(execFile);

/** The addresses of one story, first to last: what it was and what it is. */
const renames: readonly (readonly string[])[] = [
  ['culture/renamed-once', 'culture/renamed-once-more'],
  ['culture/moved', 'science/moved'],
  ['culture/chain-a', 'world/chain-b', 'science/chain-c', 'culture/chain-d'],
  ['culture/there', 'culture/and', 'culture/back-again', 'culture/there-for-good'],
  ['culture/taken-back', 'culture/regretted', 'culture/taken-back'],
];

test('hard stories are published, and every old address of a renamed one is one step from it', async ({
  request,
}) => {
  test.setTimeout(180_000);
  const content = await mkdtemp(path.join(tmpdir(), 'prism-awkward-'));
  const at = (file: string) => path.join(content, file);
  const story = (address: string) => at(`articles/${address}.md`);
  try {
    await cp('content', content, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(at(file), text);
    for (const [file, text] of Object.entries(additions)) await appendFile(at(file), text);

    const steps = Math.max(...renames.map(({ length }) => length));
    for (let step = 0; step < steps; step += 1) {
      for (const addresses of renames) {
        const [before, now] = [addresses[step - 1], addresses[step]];
        if (now === undefined) continue;
        if (before !== undefined) await rename(story(before), story(now));
        await writeFile(story(now), renamedStory(addresses, step));
      }
      await run(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], {
        env: { ...process.env, CONTENT_DIR: content },
      });
    }

    for (const addresses of renames) {
      const last = addresses.at(-1) ?? '';
      const slugs = new Set(addresses.map((address) => path.basename(address)));
      const former = [...slugs].flatMap((slug) => [`culture/${slug}`, `world/${slug}`]);
      for (const address of new Set([...addresses, ...former])) {
        for (const form of ['', '.md']) {
          const response = await request.get(`/${address}${form}`, { maxRedirects: 0 });
          const leads = address === last ? [200, undefined] : [308, `/${last}${form}`];
          const location = response.headers().location;
          expect(
            [response.status(), location && new URL(location, 'http://site').pathname],
            address,
          ).toEqual(leads);
        }
      }
    }
    for (const file of Object.keys(files)) {
      const response = await request.get(file.replace(/^articles(.*)\.md$/, '$1'));
      expect(response.status(), file).toBe(200);
    }
  } finally {
    await rm(content, { recursive: true, force: true });
  }
});

/** Names the slug before as its alias, as an editor does who moves a file. */
function renamedStory(addresses: readonly string[], step: number): string {
  const slugs = addresses.map((address) => path.basename(address));
  const [before, now] = [slugs[step - 1], slugs[step]];
  const aliases = before === undefined || before === now ? [] : [before];
  return `---
headline: "The story of ${slugs[0]}"
standfirst: It has had ${step + 1} addresses.
authors: [culture-desk]
tags: [awkward]
firstPublishedAt: 2026-02-02T10:00:00Z
sources:
  - name: Nobody
minor: true
aliases: [${aliases.join(', ')}]
---

It stays the same story.
`;
}
