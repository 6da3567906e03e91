import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PREVIEW, previewPath, readPreviewToken } from './preview-links';

const key = randomBytes(32);
const id = '0193e9d2-0000-7000-8000-000000000001';
const now = new Date('2026-02-01T12:00:00Z');
const later = new Date('2026-02-02T12:00:00Z');
const token = previewPath(key, id, later).slice(PREVIEW.length);

test('A link leads to its story until it ends', () => {
  expect(token).toMatch(/^[0-9a-z-]+$/);
  expect(readPreviewToken(key, token, now)).toEqual({ id, ends: later });
  expect(readPreviewToken(key, token, later)).toBeNull();
});

test('A link made with another key leads nowhere', () => {
  expect(readPreviewToken(randomBytes(32), token, now)).toBeNull();
});

test('A token of which anything was changed leads nowhere, and nor does anything else', () => {
  fc.assert(
    fc.property(
      fc.nat(token.length - 1),
      fc.constantFrom(...'0123456789abcdefz-'),
      (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect(readPreviewToken(key, changed, now) !== null).toBe(changed === token);
      },
    ),
  );
  fc.assert(fc.property(fc.string(), (text) => readPreviewToken(key, text, now) === null));
});
