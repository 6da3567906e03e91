import { describe, expect, test } from 'vitest';
import type { KeptAnswer } from './answer';
import { type Entry, PageCache } from './cache';
import { keptAnswer } from './testing/kept';

const MEGABYTE = 2 ** 20;

function entry(key: string, parts: Partial<KeptAnswer> = {}, readAt = 0): Entry {
  return {
    ...{ key, readAt, kept: keptAnswer(key, parts) },
    ...{ filledAt: 0, freshUntil: 0, purged: false, rough: false, failures: 0, retryAt: 0 },
  };
}

const keysOf = (entries: readonly Entry[]) => entries.map(({ key }) => key);

describe('the cache', () => {
  test('stays within its bound, and drops what was not used for longest', () => {
    const cache = new PageCache(MEGABYTE);
    let evicted = 0;
    cache.onEvict = () => {
      evicted += 1;
    };
    for (let number = 0; number < 100; number += 1) {
      cache.set(entry(`/story-${number}`, { size: 20_000 }));
      cache.get('/story-0');
    }
    const { pages } = cache.sizes();
    expect(pages.bytes).toBeLessThanOrEqual(MEGABYTE);
    expect(pages.entries + evicted).toBe(100);
    expect([cache.get('/story-0'), cache.get('/story-99')]).not.toContain(undefined);
    expect(cache.get('/story-1')).toBeUndefined();
    expect(cache.affectedBy('everything')).toHaveLength(pages.entries);
  });

  test('loses no story to a flood of unknown addresses, moves or searches', () => {
    const cache = new PageCache(MEGABYTE);
    for (let number = 0; number < 20; number += 1) {
      cache.set(entry(`/story-${number}`, { size: 20_000 }));
    }
    for (let number = 0; number < 2_000; number += 1) {
      cache.set(entry(`/unknown-${number}`, { status: 404, size: 20_000 }));
      cache.set(entry(`/moved-${number}`, { status: 308, size: 2_000 }));
      cache.set(entry(`/search?q=${number}`, { keys: ['search', 'frame'], size: 20_000 }));
    }
    const { pages, passing } = cache.sizes();
    expect(pages.entries).toBe(20);
    expect(passing.bytes).toBeLessThanOrEqual(MEGABYTE / 8);
    expect(cache.affectedBy('everything')).toHaveLength(pages.entries + passing.entries);
  });

  test('loses no story to a crawler that reads a large sitemap', () => {
    const cache = new PageCache(MEGABYTE);
    cache.set(entry('/story', { size: 20_000 }));
    for (let number = 0; number < 100; number += 1) {
      cache.set(entry(`/sitemap-stories-${number}.xml`, { size: 20_000 }));
    }
    expect(cache.get('/story')).toBeDefined();
    expect(cache.get('/sitemap-stories-99.xml')).toBeDefined();
    expect(cache.sizes().passing.bytes).toBeLessThanOrEqual(MEGABYTE / 8);
  });

  test('does not let one large file drive out everything else', () => {
    const cache = new PageCache(MEGABYTE);
    cache.set(entry('/story'));
    cache.set(entry('/media/huge.png', { size: MEGABYTE / 2 }));
    expect(cache.get('/media/huge.png')).toBeUndefined();
    expect(cache.get('/story')).toBeDefined();
  });

  test('holds one answer for a key, whatever it was before', () => {
    const cache = new PageCache(MEGABYTE);
    cache.set(entry('/story', { status: 404, keys: [] }));
    cache.set(entry('/story', { keys: ['article:1'] }));
    expect(cache.get('/story')?.kept.status).toBe(200);
    expect(keysOf(cache.affectedBy(new Set(['article:1'])))).toEqual(['/story']);
    cache.set(entry('/story', { status: 410, keys: ['article:1'] }));
    expect(cache.get('/story')?.kept.status).toBe(410);
    expect(cache.affectedBy('everything')).toHaveLength(1);
  });

  test('finds what a purge concerns, most recently read first', () => {
    const cache = new PageCache(MEGABYTE);
    cache.set(entry('/one', { keys: ['article:1', 'tag:a'] }, 1));
    cache.set(entry('/two', { keys: ['article:2', 'tag:a'] }, 3));
    cache.set(entry('/tag/a', { keys: ['tag:a', 'article:1'] }, 2));
    expect(keysOf(cache.affectedBy(new Set(['tag:a', 'article:1'])))).toEqual([
      ...['/two', '/tag/a', '/one'],
    ]);
    expect(keysOf(cache.affectedBy(new Set(['article:2'])))).toEqual(['/two']);
    expect(cache.affectedBy(new Set(['article:3']))).toEqual([]);
  });

  test('purges with everything what is not there yet or does not say what it shows', () => {
    const cache = new PageCache(MEGABYTE);
    cache.set(entry('/soon', { status: 404, keys: ['frame'] }));
    cache.set(entry('/feed', { keys: [] }));
    const immutable = { 'cache-control': 'public, max-age=31536000, immutable' };
    cache.set(entry('/media/1.png', { keys: [], headers: immutable }));
    expect(keysOf(cache.affectedBy(new Set(['article:1']))).sort()).toEqual(['/feed', '/soon']);
    expect(cache.affectedBy('everything')).toHaveLength(2);
  });
});
