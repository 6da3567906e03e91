import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from './documents';
import { parseStory } from './parse-story';
import { printStory } from './print-story';
import { readContent } from './read-content';
import { Report } from './report';
import { FRONT_MATTER, PICTURE, story } from './testing/content-folder';

const SLUG = 'a-story';

function read(text: string) {
  const problems: Problem[] = [];
  const report = new Report(`articles/world/${SLUG}.md`, problems);
  const find = (name: string) =>
    name === 'map.png' ? PICTURE : { message: 'no such picture', remedy: '' };
  const { document } = parseStory({ slug: SLUG, section: 'world', text }, find, report);
  return { document, problems };
}

test('Every story of the paper can be written from what was read of it', async () => {
  const { content } = await readContent(path.resolve('content'));
  const files = new Map([...(content?.pictureFiles ?? [])].map(([file, hash]) => [hash, file]));
  const fileOf = (hash: string) => path.basename(files.get(hash) ?? '');
  const articles = content?.articles ?? [];
  expect(articles.length).toBeGreaterThan(40);
  for (const document of articles) {
    const { isExact, text } = printStory(document, fileOf);
    expect(isExact, text).toBe(true);
  }
});

/** Words, and what is something else than a word to Markdown, YAML or typography. */
const word = fc.constantFrom(
  ...[
    'peace',
    'talks',
    'Київ',
    'naïve',
    'عربي',
    '1986.',
    '10:30',
    'a:b',
    ':lang',
    '::',
    ':::',
    '🕊️',
  ],
  ...[
    '*',
    '**so**',
    '_',
    '`',
    '#',
    '##',
    '-',
    '--',
    '+',
    '1.',
    '>',
    '|',
    '\\',
    '\\*',
    '&amp;',
    '&',
    '<',
    '\\<b>',
  ],
  ...[
    '"said"',
    "don't",
    '\\"',
    '5\\\'11\\"',
    '...',
    '\\...',
    '2019-2021',
    '2019\\-2021',
    '’90s',
    '“so”',
    '« si »',
    '~',
    '[x]',
    '!',
    '{a=b}',
  ],
  ...[
    'https://example.org/a_b',
    'a_b@c.org',
    'U.S.',
    '12 million',
    '—',
    'null',
    'true',
    '2025-01-01',
    '$5',
    '%',
    '@at',
  ],
);
const words = fc.array(word, { minLength: 1, maxLength: 7 }).map((some) => some.join(' '));

const phrase: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: words },
  words.map((text) => `*${text}*`),
  words.map((text) => `**${text}**`),
  words.map((text) => `[${text}](/tag/ukraine)`),
  words.map((text) => `:lang[${text}]{lang=fr}`),
  fc.constant('`code "so" - **x**`'),
  fc.constant('one\\\ntwo'),
);
const line = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
const flat = line.map((text) => text.replace(/\\\n/g, ' '));
const value = words.map((text) => text.replaceAll('"', '&quot;'));
const items = fc.array(flat, { minLength: 1, maxLength: 3 });

const block = fc.oneof(
  { weight: 3, arbitrary: line },
  flat.map((text) => `## ${text}`),
  items.map((some) => some.map((item) => `- ${item}`).join('\n')),
  items.map((some) => some.map((item, index) => `${index + 3}. ${item}\n   - in it`).join('\n')),
  fc
    .tuple(flat, flat)
    .map(
      ([a, b]) =>
        `| A | B |\n| :-- | ---: |\n| ${a.replaceAll('|', '\\|')} | ${b.replaceAll('|', '\\|')} |`,
    ),
  fc
    .tuple(value, flat)
    .map(
      ([caption, cell]) =>
        `:::table{caption="${caption}"}\n| A |\n| --- |\n| ${cell.replaceAll('|', '\\|')} |\n:::`,
    ),
  fc
    .tuple(flat, value)
    .map(
      ([caption, alt]) => `::image[${caption}]{file="map.png" alt="${alt}" credit="P" rights="CC"}`,
    ),
  fc
    .tuple(line, line, value)
    .map(([a, b, by]) => `:::quote{by="${by}" source="/tag/ukraine" lang="de"}\n${a}\n\n${b}\n:::`),
  fc.tuple(line, value).map(([text, by]) => `:::pullquote{by="${by}"}\n${text}\n:::`),
  fc
    .tuple(value, line, items)
    .map(
      ([title, text, some]) =>
        `:::context{title="${title}"}\n${text}\n\n${some.map((item) => `* ${item}`).join('\n')}\n:::`,
    ),
  fc
    .tuple(value, items)
    .map(
      ([title, some]) =>
        `:::keypoints{title="${title}"}\n${some.map((item) => `- ${item}`).join('\n')}\n:::`,
    ),
  fc
    .tuple(value, words, flat)
    .map(
      ([title, label, text]) =>
        `:::timeline{title="${title}"}\n- :at[${label}]{date="2022-02-24/.."} ${text}\n- :at[Then] so\n:::`,
    ),
  words.map((title) => `::embed[${title}]{url="https://example.org/?a=1&b=2" provider="UN"}`),
);

const quoted = words.map((text) => JSON.stringify(text));

test('What is read of any file is what is read of the file that is written from it', () => {
  let compared = 0;
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 4 }),
      fc.record({
        headline: quoted,
        standfirst: quoted,
        kicker: fc.constant('K'),
        changeNote: quoted,
      }),
      (blocks, fields) => {
        const sources = `[{ name: ${fields.headline}, note: ${fields.standfirst} }]`;
        const first = read(story({ ...FRONT_MATTER, ...fields, sources }, blocks.join('\n\n')));
        // Most of what is thrown together here is no story.
        if (first.document === null) return;
        compared += 1;
        const { text, isExact } = printStory(first.document, () => 'map.png');
        expect(isExact, `${JSON.stringify(first.document.body)}\n${text}`).toBe(true);
        expect(read(text).document?.body).toEqual(first.document.body);
      },
    ),
    { numRuns: 300, seed: 20251222 },
  );
  expect(compared).toBeGreaterThan(100);
});
