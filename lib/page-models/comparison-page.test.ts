import { describe, expect, test } from 'vitest';
import type { VersionRecord, VersionTextRecord } from '@/lib/store/records';
import { storyOf } from '@/lib/text/page-keys';
import { buildComparisonPage } from './comparison-page';
import type { ComparedLine } from './model';
import { sampleArticle } from './sample-records';

const record = sampleArticle();

const version = (number: number): VersionRecord => ({
  number,
  revision: number,
  at: record.firstPublishedAt,
  firstPublishedAt: record.firstPublishedAt,
  contentUpdatedAt: record.contentUpdatedAt,
  note: null,
  isRestored: false,
  withdrawn: null,
});
const four = [1, 2, 3, 4].map(version);

const text: VersionTextRecord = {
  language: 'en',
  kicker: null,
  headline: 'A story',
  standfirst: 'What it says.',
  authors: [{ slug: 'world-desk', name: 'World desk' }],
  picture: [],
  body: ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.', 'Seven.'],
  corrections: [],
  sources: ['Reuters'],
};

function compare(before: Partial<VersionTextRecord>, after: Partial<VersionTextRecord>) {
  return buildComparisonPage(record, four, {
    from: version(1),
    to: version(3),
    before: { ...text, ...before },
    after: { ...text, ...after },
  });
}

/** As one would write it down: what was removed and what was added. */
function written(line: ComparedLine): string {
  if (line.kind === 'gap') return `(${line.text})`;
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return line.parts.map(({ kind, text }) => marks[kind].join(text)).join('');
}

const fields = (...texts: Parameters<typeof compare>) =>
  compare(...texts).fields.map(({ title, lines }) => [title, lines.map(written)]);

describe('A comparison of two versions', () => {
  test('shows each field that differs, word by word, in the order of the page', () => {
    const after = {
      kicker: 'News',
      headline: 'A new story',
      authors: [...text.authors, { slug: 'b', name: 'B' }],
      corrections: ['A name was misspelt.'],
    };
    expect(fields({}, after)).toEqual([
      ['Kicker', ['{+News+}']],
      ['Headline', ['A {+new +}story']],
      ['Byline', ['World desk{+ and B+}']],
      ['Corrections', ['{+A name was misspelt.+}']],
    ]);
  });

  test('shows changed paragraphs between their neighbours, and counts the others', () => {
    const body = ['One.', 'Two.', 'Three.', 'Other.', 'Five.', 'Six.', 'Seven.'];
    expect(fields({}, { body })).toEqual([
      [
        'Text',
        [
          '(2 paragraphs are unchanged)',
          'Three.',
          '[-Four-]{+Other+}.',
          'Five.',
          '(2 paragraphs are unchanged)',
        ],
      ],
    ]);
  });

  test('passes over what is only set in another way', () => {
    const before = { headline: 'A "story"', body: ['It was "so".', 'One.'] };
    expect(fields(before, { headline: 'A “story”', body: ['It was “so”.', 'Two.'] })).toEqual([
      ['Text', ['It was “so”.', '[-One-]{+Two+}.']],
    ]);
  });

  test('has nothing to show of a text that was restored as it was', () => {
    expect(fields({}, {})).toEqual([]);
  });

  test('leads to every other pair with one of its versions', () => {
    expect(compare({}, {}).others).toEqual([
      {
        title: 'Version 3 and an earlier one',
        links: [{ href: '/world/a-story/history/2-3', text: '2 and 3' }],
      },
      {
        title: 'Version 1 and a later one',
        links: [
          { href: '/world/a-story/history/1-2', text: '1 and 2' },
          { href: '/world/a-story/history/1-4', text: '1 and 4' },
        ],
      },
    ]);
  });

  test('has the language of its later version', () => {
    expect(compare({}, { language: 'ar' }).language).toBe('ar');
  });

  test('is not for search engines, and stands at an address of its own', () => {
    const { head } = compare({}, {});
    expect(head.indexed).toBe(false);
    expect(head.canonicalUrl).toMatch(/\/world\/a-story\/history\/1-3$/);
  });

  test('goes with its story and its authors, and is no reading of it', () => {
    const { keys } = compare({ authors: [{ slug: 'b', name: 'B' }] }, {});
    expect(keys).toEqual(
      expect.arrayContaining([`article:${record.id}`, 'author:b', 'author:world-desk']),
    );
    expect(storyOf(keys)).toBeNull();
  });
});
