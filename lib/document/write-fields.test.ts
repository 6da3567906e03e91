import { expect, test } from 'vitest';
import { check, lines, STORY, story } from './testing/content-folder';
import { withIdentity, withWithdrawal } from './write-fields';

const ID = '019b4672-5f10-7a3e-9c58-2f6d1b7e4a90';
const withdrawal = { at: new Date('2026-01-04T10:00:00Z'), reason: 'It was “forged”: all of it.' };

function read(bytes: Uint8Array) {
  const { content, problems } = check({
    ...{ 'front.yaml': null, [STORY]: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) },
  });
  expect(lines(problems)).toEqual([]);
  return content?.articles[0];
}

test.each([
  ['of this system', story()],
  ['of another system, with a byte order mark', `\ufeff${story().replaceAll('\n', '\r\n')}`],
])('What is written into a file %s is read back, and all else stays', (_, text) => {
  const bytes = new TextEncoder().encode(text);
  const written = withWithdrawal(withIdentity(bytes, ID), withdrawal);
  expect(read(written)).toMatchObject({ id: ID, withdrawn: withdrawal });
  const [opening = ''] = /^.*\r?\n/.exec(text) ?? [];
  expect(
    new TextDecoder('utf-8', { ignoreBOM: true })
      .decode(written)
      .endsWith(text.slice(opening.length)),
  ).toBe(true);
});
