import { describe, expect, test } from 'vitest';
import { findFaults } from './find-faults';

const story = {
  '@type': 'NewsArticle',
  '@id': 'https://news.example/world/a#story',
  headline: 'A story',
  image: ['https://news.example/media/a.webp'],
  datePublished: '2025-12-22T15:30:00Z',
  dateModified: '2025-12-22T16:30:00+01:00',
  author: [{ '@type': 'Person', name: 'A', url: 'https://news.example/author/a' }],
};
const trail = {
  '@type': 'BreadcrumbList',
  itemListElement: [
    { '@type': 'ListItem', position: 1, name: 'World', item: 'https://news.example/world' },
    { '@type': 'ListItem', position: 2, name: 'A story' },
  ],
};

const faultsOf = (...things: readonly object[]) =>
  findFaults({ '@context': 'https://schema.org', '@graph': things }).map(
    ({ name, what, at }) => `${name}: ${what} at ${at}`,
  );

const changed = (changes: object) => faultsOf({ ...story, ...changes });

describe('The checker of structured data', () => {
  test('finds nothing wrong with a sound graph', () => {
    expect(faultsOf(story, trail)).toEqual([]);
  });

  test.each([
    ['a type that does not exist', { '@type': 'Story' }, 'unknown type: Story at 0'],
    ['a property that does not exist', { heading: 'A' }, 'unknown property: heading at 0'],
    [
      'a property of another type',
      { author: [{ ...story.author[0], wordCount: 3 }] },
      'wrong domain: wordCount at 0.author.0',
    ],
    [
      'an address without its host',
      { image: ['/media/a.webp'] },
      'relative address: /media/a.webp at 0.image',
    ],
    [
      'a date without an offset',
      { dateModified: '2025-12-22T15:30:00' },
      'date without offset: 2025-12-22T15:30:00 at 0.dateModified',
    ],
    [
      'a date without an hour',
      { datePublished: '2025-12-22' },
      'date without offset: 2025-12-22 at 0.datePublished',
    ],
    ['an empty text', { description: ' ' }, 'empty value: description at 0.description'],
    ['an empty list', { keywords: [] }, 'empty value: keywords at 0.keywords'],
    [
      'a field that Google recommends and that is missing',
      { headline: undefined },
      'missing recommended field: headline at 0',
    ],
    [
      'such a field within another',
      { author: [{ '@type': 'Person', name: 'A' }] },
      'missing recommended field: author.url at 0',
    ],
    [
      'a reference to what no page describes',
      { isPartOf: { '@id': 'https://news.example/#nothing' } },
      'unknown identity: https://news.example/#nothing at 0.isPartOf',
    ],
  ])('names %s', (_, changes, fault) => {
    expect(changed(changes)).toContain(fault);
  });

  test.each([
    ['a trail that is empty', [], 'missing required field: itemListElement at 0'],
    [
      'a place in the middle without an address',
      [{ ...trail.itemListElement[0], item: undefined }, trail.itemListElement[1]],
      'missing required field: item at 0.itemListElement.0',
    ],
    [
      'positions that do not count up',
      [trail.itemListElement[0], { ...trail.itemListElement[1], position: 3 }],
      'wrong position: 3 at 0.itemListElement.1',
    ],
  ])('names %s', (_, itemListElement, fault) => {
    expect(faultsOf({ ...trail, itemListElement })).toContain(fault);
  });

  test('names a thing that is described twice', () => {
    expect(faultsOf(story, story)).toContain(`repeated identity: ${story['@id']} at 1`);
  });

  test('wants an organisation in full only where it is described', () => {
    const newsroom = {
      '@type': 'NewsMediaOrganization',
      name: 'News',
      url: 'https://news.example/',
    };
    expect(changed({ publisher: newsroom })).toEqual([]);
    expect(faultsOf(newsroom)).toContain('missing recommended field: logo at 0');
  });

  test('refuses what is no graph', () => {
    expect(findFaults([]).map(({ name }) => name)).toEqual(['empty value']);
  });
});
