import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { asHighAs } from './reduce';
import { fileOf, open, take } from './take';
import { subjects } from './views';

/**
 * Pictures of every type of page and of every block, laid over those that were kept. They are the
 * same to the last pixel from one run to the next, and were from one version of Chromium to another
 * six versions on; the tolerance is for what a system's way of drawing letters leaves. A colour
 * differs from 3 % of the way from black to white; two dozen pixels of the small picture may, some
 * 20 x 20 of the page. The tests below say what is seen. Not seen: what fonts the system has for
 * labels, where a browser hyphenates, and a change that is fainter or smaller than this.
 */
const TOLERANCE = { threshold: 0.03, maxDiffPixels: 24 };

const ADVICE =
  'looks different: test-results/ holds what it was, what it is and where they differ. ' +
  'If it is meant to, or all do because this machine draws in its own way: npm test -- --update-pictures';

test.setTimeout(180_000);

for (const [example, views] of subjects) {
  test(`${example} looks as it did`, async ({ page }, testInfo) => {
    await open(page, example);
    for (const view of views) {
      const file = fileOf(example, view);
      const reference = testInfo.snapshotPath(file, { kind: 'snapshot' });
      const picture = await asHighAs(reference, await take(page, view));
      expect.soft(picture, `${example} at ${view.name} ${ADVICE}`).toMatchSnapshot(file, TOLERANCE);
    }
  });
}

test('No picture is kept that nothing is compared with', async ({ browserName: _ }, testInfo) => {
  const compared = subjects.flatMap(([example, views]) =>
    views.map((view) => fileOf(example, view)),
  );
  const folder = path.dirname(testInfo.snapshotPath('any.png', { kind: 'snapshot' }));
  expect((await readdir(folder)).toSorted()).toEqual(compared.toSorted());
});

/** Mistakes that must not pass: [what, its style, the view, the example]. */
const mistakes = [
  ['a rule that is missing', '.byline { border-color: transparent }', '390-light'],
  ['a rule that is missing in the dark', '.byline { border-color: transparent }', '390-dark'],
  ['another accent', ':root { --accent: oklch(0.44 0.17 255) }', '1280-light'],
  ['a paler grey', ':root { --muted: oklch(0.52 0.014 65) }', '1280-light'],
  ['a ground of another warmth', ':root { --tint: oklch(0.94 0.009 85) }', '1280-light'],
  ['a block one line too low', '.context { position: relative; top: var(--line) }', '1280-light'],
  ['letters a sixteenth larger', ':root { --size-small: 1.0625rem }', '390-light'],
  ['a column that is wider by a letter', ':root { --measure: 34.5rem }', '1920-light'],
  ['a picture that is cut elsewhere', '.image img { object-fit: none }', '768-light'],
] as const;

for (const [what, css, name] of mistakes) {
  test(`${what} is seen`, async ({ page }, testInfo) => {
    const [example, views] =
      subjects.find(([example]) => example === 'article/a-lead-picture') ?? [];
    const view = views?.find((candidate) => candidate.name === name);
    if (example === undefined || view === undefined) throw new Error(`there is no view ${name}`);
    await open(page, example);
    const file = fileOf(example, view);
    const reference = testInfo.snapshotPath(file, { kind: 'snapshot' });
    const picture = await asHighAs(reference, await take(page, view, css));
    expect(picture, what).not.toMatchSnapshot(file, TOLERANCE);
  });
}
