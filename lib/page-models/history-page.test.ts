import { describe, expect, test } from 'vitest';
import type { VersionRecord } from '@/lib/store/records';
import { storyOf } from '@/lib/text/page-keys';
import { buildHistoryPage } from './history-page';
import { sampleArticle } from './sample-records';

const record = sampleArticle();
const { firstPublishedAt } = record;
const hours = (count: number) => new Date(firstPublishedAt.getTime() + count * 3_600_000);

function versions(count: number, ...own: readonly Partial<VersionRecord>[]): VersionRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    revision: index + 1,
    at: hours(index),
    firstPublishedAt,
    contentUpdatedAt: firstPublishedAt,
    note: null,
    isRestored: false,
    withdrawn: null,
    ...own[index],
  }));
}

describe('The history of a story', () => {
  test('lists its versions from the newest, each with what it changed', () => {
    const page = buildHistoryPage(record, versions(2, {}, { note: 'Added a reply.' }));
    expect(page.entries).toEqual([
      {
        at: { iso: '2025-12-22T16:30:00.000Z', text: '22 December 2025 at 16:30 UTC' },
        title: 'Version 2',
        text: 'Changed. Added a reply.',
        changes: { href: '/world/a-story/history/1-2', text: 'What changed since version 1' },
      },
      {
        at: { iso: '2025-12-22T15:30:00.000Z', text: '22 December 2025 at 15:30 UTC' },
        title: 'Version 1',
        text: 'Published.',
        changes: null,
      },
    ]);
  });

  test('says when a version was withdrawn and why, and that the next was restored', () => {
    const withdrawn = { at: hours(1), reason: 'It was wrong.' };
    const page = buildHistoryPage(record, versions(2, { withdrawn }, { isRestored: true }));
    expect(page.entries.map(({ title, text }) => [title, text])).toEqual([
      ['Version 2', 'Restored.'],
      ['Withdrawn', 'It was wrong.'],
      ['Version 1', 'Published.'],
    ]);
  });

  test('lists so many at most, and says that there are more', () => {
    const page = buildHistoryPage(record, versions(201));
    expect(page.entries).toHaveLength(200);
    expect(page.entries.at(-1)?.title).toBe('Version 2');
    expect(page.summary).toBe('201 versions, newest first. The newest 200 are listed.');
    expect(page.whole?.href).toBe('/world/a-story/history/1-201');
    expect(buildHistoryPage(record, versions(200)).summary).not.toContain('listed');
  });

  test('does not take for the first text what had been changed before it was kept', () => {
    const { summary } = buildHistoryPage(record, versions(1, { contentUpdatedAt: hours(2) }));
    expect(summary).toContain('was not kept');
  });

  test('is not for search engines, and stands at an address of its own', () => {
    const { head } = buildHistoryPage(record, versions(1));
    expect(head.indexed).toBe(false);
    expect(head.canonicalUrl).toMatch(/\/world\/a-story\/history$/);
    expect(head.article).toBeUndefined();
  });

  test('goes with its story, and is not counted as a reading of it', () => {
    const { keys } = buildHistoryPage(record, versions(1));
    expect(keys).toContain(`article:${record.id}`);
    expect(storyOf(keys)).toBeNull();
  });

  test('was last modified by the newest of its events', () => {
    const withdrawn = { at: hours(9), reason: 'It was wrong.' };
    expect(buildHistoryPage(record, versions(3)).modified).toEqual(hours(2));
    expect(buildHistoryPage(record, versions(1, { withdrawn })).modified).toEqual(hours(9));
  });
});
