import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { renderScriptJson } from './script-json';

/** What a tokenizer of HTML takes for the script's text, and all elements that it sees. */
function parsed(html: string) {
  const names: string[] = [];
  let text = '';
  const parser = new Parser({
    onopentag: (name) => names.push(name),
    ontext: (part) => {
      if (names.length === 1) text += part;
    },
  });
  parser.end(html);
  return { names, text };
}

const awkward = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '</script>',
    '<!--',
    '-->',
    '<script>',
    ']]>',
    '\u2028',
    '\u2029',
    '&quot;',
    '\\',
  ),
);

test('whatever is said, it is the one text of the script, and comes out as it went in', () => {
  fc.assert(
    fc.property(fc.array(awkward), (words) => {
      const value = { words };
      const script = `<script type="application/ld+json">${renderScriptJson(value)}</script><p>`;
      const { names, text } = parsed(script);
      expect(names).toEqual(['script', 'p']);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each(['<', '\u2028', '\u2029'])('%j is never written as itself', (character) => {
  expect(renderScriptJson({ a: character })).not.toContain(character);
});
