import { describe, expect, test } from 'vitest';
import { type RevisionFacts, seenVersions } from './seen-versions';

const at = (day: number) => new Date(Date.UTC(2025, 0, day));
const NOW = at(20);

/** Revisions published on the 1st, the 3rd, the 5th …, each with a text of its own. */
function revisions(...fields: readonly Partial<RevisionFacts>[]): RevisionFacts[] {
  return fields.map((own, index) => ({
    number: index + 1,
    publishedAt: at(1 + 2 * index),
    reading: `text ${index + 1}`,
    draft: false,
    firstPublishedAt: at(1),
    contentUpdatedAt: at(1),
    embargoedUntil: null,
    withdrawn: null,
    changeNote: null,
    ...own,
  }));
}

/** Numbers of the revisions that readers saw. */
const seen = (all: readonly RevisionFacts[], now = NOW) =>
  seenVersions(all, now).map(({ revision }) => revision);

describe('Readers have seen', () => {
  test('every version of a story that was public throughout, under numbers from 1', () => {
    const versions = seenVersions(revisions({}, {}, {}), NOW);
    expect(versions.map(({ number, at: time }) => [number, time])).toEqual([
      [1, at(1)],
      [2, at(3)],
      [3, at(5)],
    ]);
  });

  test('no draft, and what follows it begins with 1', () => {
    const versions = seenVersions(revisions({ draft: true }, {}), NOW);
    expect(versions.map(({ number, revision }) => [number, revision])).toEqual([[1, 2]]);
  });

  test.each([
    ['was replaced before its embargo ended', { embargoedUntil: at(4) }],
    ['was replaced at the very instant', { embargoedUntil: at(3) }],
    ['was replaced before its first publication', { firstPublishedAt: at(4) }],
  ])('no text that %s', (_, fields) => {
    expect(seen(revisions(fields, {}))).toEqual([2]);
  });

  test('a text whose embargo ended just before it was replaced', () => {
    const embargoedUntil = new Date(at(3).getTime() - 1);
    expect(seen(revisions({ embargoedUntil }, {}))).toEqual([1, 2]);
  });

  test('nothing that is still under embargo', () => {
    expect(seen(revisions({}, { embargoedUntil: at(21) }))).toEqual([1]);
    expect(seen(revisions({}, { embargoedUntil: NOW }))).toEqual([1, 2]);
  });

  test('the first version when the story says, and a later one when they could', () => {
    const [first, second] = seenVersions(
      revisions({ publishedAt: at(2) }, { embargoedUntil: at(9) }),
      NOW,
    );
    expect(first?.at).toEqual(at(1));
    expect(second?.at).toEqual(at(9));
  });

  test('one version where the text did not change for them', () => {
    const versions = seenVersions(revisions({}, { reading: 'text 1' }, {}), NOW);
    expect(versions.map(({ number, revision, at: time }) => [number, revision, time])).toEqual([
      [1, 2, at(1)],
      [2, 3, at(5)],
    ]);
  });
});

describe('A withdrawal', () => {
  const withdrawn = { at: at(3), reason: 'It was wrong.' };

  test('ends the version before it, and the next is a restored one, whatever it says', () => {
    const versions = seenVersions(revisions({}, { withdrawn }, { reading: 'text 1' }), NOW);
    expect(versions).toMatchObject([
      { revision: 1, withdrawn, isRestored: false },
      { revision: 3, withdrawn: null, isRestored: true },
    ]);
  });

  test('shows nobody the text that was published with it', () => {
    expect(seen(revisions({}, { withdrawn }))).toEqual([1]);
  });

  test('of a story that nobody had seen is not told', () => {
    expect(seenVersions(revisions({ draft: true }, { withdrawn }, {}), NOW)).toMatchObject([
      { number: 1, revision: 3, isRestored: false },
    ]);
  });

  test('that was planned counts when it has come, and not when it was called off before', () => {
    const planned = { at: at(4), reason: 'It ends.' };
    const all = revisions({ withdrawn: planned }, {});
    expect(seenVersions(all, NOW)).toMatchObject([{ withdrawn: null }, { isRestored: false }]);
    const [alone] = revisions({ withdrawn: planned });
    if (alone === undefined) throw new Error('no revision');
    expect(seenVersions([alone], at(3))).toMatchObject([{ withdrawn: null }]);
    expect(seenVersions([alone], at(4))).toMatchObject([{ withdrawn: planned }]);
  });

  test('has the reason that was given last', () => {
    const corrected = { ...withdrawn, reason: 'A name was wrong.' };
    expect(seenVersions(revisions({}, { withdrawn }, { withdrawn: corrected }), NOW)).toMatchObject(
      [{ withdrawn: corrected }],
    );
  });
});

describe('A note', () => {
  const notes = (...fields: readonly Partial<RevisionFacts>[]) =>
    seenVersions(revisions(...fields), NOW).map(({ note }) => note);

  test('is told of the change that it came with, not of those after it', () => {
    const changeNote = 'Added a reply.';
    expect(notes({}, { changeNote }, { changeNote })).toEqual([null, changeNote, null]);
  });

  test('may come after its change', () => {
    const late = { reading: 'text 2', changeNote: 'Added a reply.' };
    expect(notes({}, {}, late)).toEqual([null, 'Added a reply.']);
  });

  test('of a text that nobody saw is not told', () => {
    expect(notes({}, { draft: true, changeNote: 'Secret.' }, {})).toEqual([null, null]);
  });
});
