import { afterAll, beforeAll, expect, test } from 'vitest';
import { findReadOn } from './read-on-queries';
import { article, content } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';

const day = (number: number) => new Date(Date.UTC(2025, 0, number));
const WHAT_HAPPENED =
  'Envoys Marek and Ilyana met beside the Vellmar harbour over the grain corridor.';

/** A story that no rule but the tested one tells apart from another. */
const story = (slug: string, fields: Omit<Parameters<typeof article>[0], 'slug'>) =>
  article({ headline: `${slug} ${slug}`, standfirst: `${slug}.`, ...fields, slug });

/** In a paper of a few stories every word would be common. */
const others = Array.from({ length: 40 }, (_, number) => story(`other-${number}`, {}));

const articles = [
  ...others,
  story('read', {
    headline: 'Envoys meet at Vellmar harbour',
    tags: ['talks', 'harbours'],
    bodyText: `${WHAT_HAPPENED} Monitors counted prisoners.`,
    firstPublishedAt: day(10),
  }),
  story('agency', {
    headline: 'Grain corridor agreed in principle, sources tell',
    tags: ['talks', 'harbours'],
    bodyText: `${WHAT_HAPPENED} Monitors waited outside.`,
    firstPublishedAt: day(10),
  }),
  story('agency-again', {
    headline: 'Grain corridor agreed in principle, sources tell Friday',
    standfirst: 'agency.',
    tags: ['talks'],
    bodyText: `${WHAT_HAPPENED} Monitors waited outside.`,
    firstPublishedAt: day(10),
  }),
  story('read-again', {
    headline: 'Envoys meet at Vellmar harbour',
    standfirst: 'read.',
    tags: ['talks', 'harbours'],
    bodyText: `${WHAT_HAPPENED} Monitors counted prisoners.`,
    firstPublishedAt: day(10),
  }),
  story('reaction', {
    tags: ['talks'],
    bodyText: `${WHAT_HAPPENED} Traders doubted it.`,
    firstPublishedAt: day(10),
  }),
  story('months-later', {
    tags: ['talks'],
    bodyText: `${WHAT_HAPPENED} Nobody came.`,
    firstPublishedAt: day(120),
  }),
  story('background', { tags: ['harbours'], firstPublishedAt: day(5) }),
  // Of the same day, tag and age: only the section differs.
  story('of-the-section', { tags: ['rowing'], firstPublishedAt: day(20) }),
  story('of-another-section', {
    section: 'politics',
    tags: ['rowing'],
    firstPublishedAt: new Date(day(20).getTime() + 1_000),
  }),
  story('rowing', { tags: ['rowing'], firstPublishedAt: day(20) }),
  story('without-tags', {
    section: 'politics',
    bodyText: 'The observatory on Mount Tarvos measured neutrino showers with copper detectors.',
  }),
  story('like-it', {
    bodyText: 'Copper detectors on Mount Tarvos saw neutrino showers, the observatory says.',
  }),
];

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(content({ articles }));
});
afterAll(() => store.close());

async function related(slug: string, limit: number) {
  const read = await findReadOn(slug, NOW, limit);
  return read.related.map(({ trail, reason }) => ({ slug: trail.slug, reason }));
}
const slugs = async (slug: string, limit: number) =>
  (await related(slug, limit)).map(({ slug }) => slug);

test('Of stories with nearly the same headline one is shown, and none with that of the story itself', async () => {
  const shown = await slugs('read', 20);
  expect(shown).not.toContain('read-again');
  expect(shown.filter((slug) => slug.startsWith('agency'))).toEqual(['agency']);
});

test('Reports of the same day do not take all places: what came later goes before the next', async () => {
  expect(await slugs('read', 3)).toEqual(['agency', 'months-later', 'background']);
  expect((await slugs('read', 4)).at(-1)).toBe('reaction');
});

test('Between equals the one of the same section goes first, though the other is newer', async () => {
  expect(await slugs('rowing', 2)).toEqual(['of-the-section', 'of-another-section']);
});

test('A story without tags is followed by what is like it, and says so', async () => {
  expect((await related('without-tags', 1))[0]).toEqual({
    ...{ slug: 'like-it', reason: { kind: 'text' } },
  });
});

test('What shares tags names them, however it is spread out', async () => {
  const reasons = new Map((await related('read', 4)).map(({ slug, reason }) => [slug, reason]));
  expect(reasons.get('agency')).toEqual({
    ...{ kind: 'tags', names: expect.arrayContaining(['Tag harbours', 'Tag talks']) },
  });
  expect(reasons.get('background')).toEqual({ kind: 'tags', names: ['Tag harbours'] });
});
