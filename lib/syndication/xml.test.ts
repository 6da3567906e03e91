import { expect, test } from 'vitest';
import { element, xmlDocument } from './xml';

test.each([
  ['a & b < c > d "e"', 'a &amp; b &lt; c &gt; d &quot;e&quot;'],
  [']]>', ']]&gt;'],
  ['line\r\nline', 'line&#13;\nline'],
  [
    'bell \u0007, null \0, half a pair \ud83d, not a character \uffff',
    'bell , null , half a pair , not a character ',
  ],
  ['astral 😀 and 𠮷', 'astral 😀 and 𠮷'],
])('Text %j is written %j', (text, written) => {
  expect(element('t', {}, text).markup).toBe(`<t>${written}</t>`);
  expect(element('t', { a: text }).markup).toBe(`<t a="${written}"/>`);
});

test('Elements stand in elements; what is null is left out', () => {
  const root = element('a', { b: 1, c: null }, element('d', {}), null, 'text', 2);
  expect(xmlDocument(root)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1"><d/>text2</a>\n',
  );
});
