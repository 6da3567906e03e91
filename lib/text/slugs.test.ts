import { describe, expect, it } from 'vitest';
import { nearest } from './nearest';
import { anchorOf, isSlug, slugify } from './slugs';

describe('a slug', () => {
  it.each(['a', 'miami-talks', '2022', 'article-5'])('may be %s', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(['', 'A', 'a_b', 'a--b', '-a', 'a-', 'é', 'a b', 'a/b', 'a.b', 'a'.repeat(121)])(
    'is not “%s”',
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );

  it.each([
    ['Miami Talks: “Productive”!', 'miami-talks-productive'],
    ['Écoles & façades', 'ecoles-facades'],
    ['What’s  new?', 'whats-new'],
    ['Москва', ''],
  ])('is made of words: %s', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it('is never longer than a slug may be', () => {
    expect(isSlug(slugify('word '.repeat(100)))).toBe(true);
  });
});

describe('an anchor', () => {
  it('keeps letters of every script', () => {
    expect(anchorOf('Київ і Краснодарський край')).toBe('київ-і-краснодарський-край');
    expect(anchorOf('Ångström')).toBe('angstrom');
  });
});

describe('the nearest name', () => {
  it.each([
    ['headlin', 'headline'],
    ['TAGS', 'tags'],
    ['contentUpdated', 'contentUpdatedAt'],
    ['by-line', null],
  ])('to %s is %s', (word, found) => {
    expect(nearest(word, ['headline', 'tags', 'contentUpdatedAt', 'kicker'])).toBe(found);
  });
});
