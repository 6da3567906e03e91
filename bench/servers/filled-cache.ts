import { randomBytes } from 'node:crypto';
import { memoryUsage } from 'node:process';
import type { KeptAnswer } from '@/delivery/answer';
import { PageCache } from '@/delivery/cache';

/** Delivery's cache alone in a process, filled with pages of a size; prints what that takes. */
const [pages = 0, pageBytes = 0, bound = 0] = process.argv.slice(2).map(Number);
const cache = new PageCache(bound);
const now = Date.now();
let highest = 0;
for (let index = 0; index < pages; index += 1) {
  cache.set({
    key: `/section/a-story-of-the-usual-length-number-${index}`,
    kept: keptPage(index),
    rough: false,
    filledAt: now,
    freshUntil: now + 3_600_000,
    purged: false,
    readAt: now,
    failures: 0,
    retryAt: 0,
  });
  const sizes = cache.sizes();
  highest = Math.max(highest, sizes.pages.bytes + sizes.passing.bytes);
}
global.gc?.();
console.log(
  JSON.stringify({
    highest,
    kept: cache.sizes().pages.entries,
    residentMegabytes: memoryUsage.rss() / 2 ** 20,
  }),
);

/** Bodies in the proportions of a story: as it is, and compressed to a fifth. */
function keptPage(index: number): KeptAnswer {
  const part = (share: number) => randomBytes(Math.floor(pageBytes * share));
  const bodies = { identity: part(0.7), gzip: part(0.16), br: part(0.14) };
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    bodies,
    etags: { identity: `"${index}"`, gzip: `"${index}-g"`, br: `"${index}-b"` },
    lastModified: new Date(now),
    keys: [`article:${index}`, 'section:world', `tag:${index % 50}`, 'frame'],
    story: null,
    freshFor: 3_600_000,
    size: bodies.identity.length + bodies.gzip.length + bodies.br.length,
  };
}
