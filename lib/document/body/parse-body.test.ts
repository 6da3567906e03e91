import { describe, expect, it } from 'vitest';
import { bodySchema } from '../blocks';
import type { Problem } from '../documents';
import { Report } from '../report';
import { PICTURE } from '../testing/content-folder';
import { parseBody } from './parse-body';
import { bodyText, countWords } from './text';

/** Problems as `line:column message; remedy`, the body beginning on line 1. */
function read(markdown: string, language = 'en') {
  const found: Problem[] = [];
  const report = new Report('story.md', found);
  const find = (name: string) =>
    name === 'map.png' ? PICTURE : { message: `no ${name}`, remedy: 'put it there' };
  const { blocks } = parseBody(markdown, 1, report, find, language);
  const problems = found.map(
    ({ line, column, severity, message, remedy }) =>
      `${line}:${column} ${severity === 'warning' ? 'warning: ' : ''}${message}; ${remedy}`,
  );
  return { blocks, problems };
}

const EVERYTHING = `:::keypoints{title="Key points"}
- One *point*.
:::

## Words & marks

Plain *em* **strong** \`code\` [in](/world/a) [out](https://example.org/x) :lang[mot]{lang=fr}.
At 10:30 a:b :smile: ratio 3:2.\\
Next line.

### Words & marks

1. First
   - Nested
2. Second

| A | B |
| --- | ---: |
| x | |

:::table{caption="Who *signed*"}
| State |
| --- |
| Ukraine |
:::

::image[A *caption*.]{file="map.png" alt="A map." credit="PRISM News" rights="CC BY 4.0"}

:::quote{by="Article 1" source="https://example.org/" lang="fr"}
First part.

Second part.
:::

:::pullquote
First part.
:::

:::context{title="Context"}
Background.

- Item
:::

:::timeline{title="In time"}
- :at[Long ago] It began.
- :at[2022]{date="2022-02/2022-04"} They *met*.
- :at[Since]{date="2023/.."} It goes on.
:::

::embed[The charter]{url="https://www.un.org/" provider="United Nations"}
`;

const text = (words: string) => ({ type: 'text', text: words });

describe('a body', () => {
  it('becomes one block for each of its parts', () => {
    const { blocks, problems } = read(EVERYTHING);
    expect(problems).toEqual([]);
    expect(bodySchema.parse(JSON.parse(JSON.stringify(blocks)))).toEqual(blocks);
    expect(blocks).toEqual([
      {
        type: 'keyPoints',
        title: 'Key points',
        points: [[text('One '), { type: 'emphasis', children: [text('point')] }, text('.')]],
      },
      { type: 'heading', level: 2, id: 'words-marks', children: [text('Words & marks')] },
      {
        type: 'paragraph',
        children: [
          text('Plain '),
          { type: 'emphasis', children: [text('em')] },
          text(' '),
          { type: 'strong', children: [text('strong')] },
          text(' '),
          { type: 'code', text: 'code' },
          text(' '),
          { type: 'link', href: '/world/a', children: [text('in')] },
          text(' '),
          { type: 'link', href: 'https://example.org/x', children: [text('out')] },
          text(' '),
          { type: 'foreign', language: 'fr', children: [text('mot')] },
          text('. At 10:30 a:b :smile: ratio 3:2.'),
          { type: 'break' },
          text('Next line.'),
        ],
      },
      { type: 'heading', level: 3, id: 'words-marks-2', children: [text('Words & marks')] },
      {
        type: 'list',
        ordered: true,
        start: 1,
        items: [
          { children: [text('First')], nested: { ordered: false, items: [[text('Nested')]] } },
          { children: [text('Second')], nested: null },
        ],
      },
      {
        type: 'table',
        caption: null,
        align: [null, 'right'],
        header: [[text('A')], [text('B')]],
        rows: [[[text('x')], []]],
      },
      {
        type: 'table',
        caption: [text('Who '), { type: 'emphasis', children: [text('signed')] }],
        align: [null],
        header: [[text('State')]],
        rows: [[[text('Ukraine')]]],
      },
      {
        type: 'image',
        picture: PICTURE,
        alt: 'A map.',
        caption: [text('A '), { type: 'emphasis', children: [text('caption')] }, text('.')],
        credit: 'PRISM News',
        rights: 'CC BY 4.0',
      },
      {
        type: 'quotation',
        paragraphs: [[text('First part.')], [text('Second part.')]],
        attribution: [text('Article 1')],
        source: 'https://example.org/',
        language: 'fr',
      },
      { type: 'pullQuote', children: [text('First part.')], attribution: null },
      {
        type: 'context',
        title: 'Context',
        blocks: [
          { type: 'paragraph', children: [text('Background.')] },
          {
            type: 'list',
            ordered: false,
            start: 1,
            items: [{ children: [text('Item')], nested: null }],
          },
        ],
      },
      {
        type: 'timeline',
        title: 'In time',
        id: 'in-time',
        entries: [
          { id: 'long-ago', label: 'Long ago', when: null, children: [text('It began.')] },
          {
            id: '2022',
            label: '2022',
            when: { from: '2022-02', to: '2022-04' },
            children: [text('They '), { type: 'emphasis', children: [text('met')] }, text('.')],
          },
          {
            id: 'since',
            label: 'Since',
            when: { from: '2023', to: 'ongoing' },
            children: [text('It goes on.')],
          },
        ],
      },
      {
        type: 'embed',
        href: 'https://www.un.org/',
        title: 'The charter',
        provider: 'United Nations',
      },
    ]);
  });

  it('has a text in which each word stands once', () => {
    const words = bodyText(read(EVERYTHING).blocks);
    expect(words.split('\n')).toEqual([
      'Key points',
      'One point.',
      'Words & marks',
      'Plain em strong code in out mot. At 10:30 a:b :smile: ratio 3:2. Next line.',
      'Words & marks',
      'First',
      'Nested',
      'Second',
      'A B',
      'x',
      'Who signed',
      'State',
      'Ukraine',
      'A caption.',
      'First part.',
      'Second part.',
      'Article 1',
      'Context',
      'Background.',
      'Item',
      'In time',
      'Long ago It began.',
      '2022 They met.',
      'Since It goes on.',
      'The charter',
    ]);
    expect(countWords('One – two—three & “four”.')).toBe(4);
  });

  it('keeps a pull quote in its text when the line stands nowhere else', () => {
    const { blocks } = read(':::pullquote{by="The statement"}\nWords of their own.\n:::\n\nText.');
    expect(bodyText(blocks)).toBe('Text.\nWords of their own.\nThe statement');
  });
});

describe('colons in running text', () => {
  it.each([
    'Trains at 10:30 and 11:45.',
    'A ratio of a:b, not b:a.',
    'Nothing :smile: here :lang or :at.',
    'std::vector and C::D.',
    'Bus 3:b.',
    '“Look”:he said.',
    'Prices ~10 and ~20.',
  ])('stay as they are: %s', (sentence) => {
    const { blocks, problems } = read(sentence);
    expect(problems).toEqual([]);
    expect(blocks).toEqual([{ type: 'paragraph', children: [text(sentence)] }]);
  });
});

describe('an anchor', () => {
  it.each([
    ['Dec. 19–21, 2025', 'dec-19-21-2025'],
    ['What’s next?', 'whats-next'],
    ['Élysée, façade', 'elysee-facade'],
    ['Москва', 'москва'],
    ['!!!', 'part'],
  ])('is made of the heading’s words: %s', (words, id) => {
    expect(read(`## ${words}`).blocks).toMatchObject([{ id }]);
  });

  it('is unique among headings, timelines and entries', () => {
    const { blocks } = read(
      '## Then\n\n## Then\n\n## Then 2\n\n:::timeline{title="Then"}\n- :at[Then] It was.\n:::',
    );
    expect(blocks).toMatchObject([
      { id: 'then' },
      { id: 'then-2' },
      { id: 'then-2-2' },
      { id: 'then-3', entries: [{ id: 'then-4' }] },
    ]);
  });
});

describe('a picture stored before files had to say its rights', () => {
  it('is read as it is', () => {
    const stored = { type: 'image', picture: PICTURE, alt: 'A.', caption: null, credit: 'P' };
    expect(bodySchema.parse([stored])).toEqual([stored]);
  });
});

describe('a body with a slip', () => {
  const IMAGE =
    '::image[The coast between Anapa and Sochi.]{file="map.png" alt="Map of the Black Sea coast." credit="PRISM News" rights="CC BY 4.0"}';
  it.each<[string, string, string[]]>([
    [
      'raw HTML',
      'Text.\n\n<div class="x">\n\nMore <b>words</b>.',
      [
        '3:1 raw HTML is not accepted: <div class="x">; use Markdown or a directive; for a plain < write \\<',
        '5:6 raw HTML is not accepted: <b>; use Markdown or a directive; for a plain < write \\<',
        '5:14 raw HTML is not accepted: </b>; use Markdown or a directive; for a plain < write \\<',
      ],
    ],
    [
      'a Markdown picture',
      '![x](map.png)',
      [`1:1 pictures are not written as ![](); write ${IMAGE}`],
    ],
    [
      'a level-1 heading',
      '# Title',
      ['1:1 a level-1 heading (#) is the headline’s; begin it with ##'],
    ],
    [
      'a skipped level',
      'Text.\n\n### Deep',
      ['3:1 a level is skipped: ### without a ## above it; begin it with ##'],
    ],
    [
      'a level-4 heading',
      '## A\n\n#### Deep',
      ['3:1 headings have two levels, not 3; use ## or ###'],
    ],
    [
      'an underlined heading',
      'Words\n---',
      [
        '1:1 a line of - or = below a text makes it a heading; remove the line, or write the heading with ##',
      ],
    ],
    [
      'a heading without its space',
      '##Words',
      [
        '1:1 no space stands between the # signs and the words; write ## and a space before a heading',
      ],
    ],
    ['an empty heading', '##', ['1:1 the heading is empty; write it, or remove the # signs']],
    [
      'an unknown box',
      ':::contxt{title="C"}\nText.\n:::',
      ['1:1 there is no directive :::contxt; did you mean :::context?'],
    ],
    [
      'a word of another kind of directive',
      'See :langg[mot]{lang=fr}.',
      ['1:5 there is no directive :langg; did you mean :lang? (For a plain colon write \\:)'],
    ],
    [
      'the wrong number of colons',
      '::quote{by="x"}',
      [
        '1:1 quote is written with other colons; write :::quote, as in: :::quote{by="Universal Declaration of Human Rights, Article 1"}',
      ],
    ],
    [
      'an unknown attribute',
      ':::quote{bye="x"}\nText.\n:::',
      ['1:10 :::quote has no attribute “bye”; did you mean by?'],
    ],
    [
      'a missing attribute',
      '::image[x]{file="map.png" credit="PRISM News" rights="CC BY 4.0"}',
      ['1:1 ::image: alt is missing; add alt="Map of the Black Sea coast."'],
    ],
    [
      'a picture of unknown rights',
      '::image[x]{file="map.png" alt="A map." credit="PRISM News"}',
      ['1:1 ::image: rights is missing; add rights="CC BY 4.0"'],
    ],
    [
      'a picture without a caption',
      '::image{file="map.png" alt="A map." credit="PRISM News" rights="CC BY 4.0"}',
      [`1:1 ::image has no caption; write it in brackets: ${IMAGE}`],
    ],
    [
      'curly quotation marks round an attribute',
      ':::quote{by=“x”}\nText.\n:::',
      ['1:12 curly quotation marks stand round a value; use straight ones: {name="value"}'],
    ],
    [
      'attributes that cannot be read',
      ':::quote{by=“Joint statement”}\nText.\n:::',
      [
        '1:1 this looks like a directive and cannot be read as one; check its brackets and straight quotation marks; nothing may follow the closing }',
        '3:1 this ::: closes nothing; remove it, or look for the line above that should have opened the box',
      ],
    ],
    [
      'a space after the colons',
      '::: quote\n\nText.',
      ['1:1 a space stands between the colons and the name; remove it: ::image, :::quote'],
    ],
    [
      'an unclosed box',
      'Text.\n\n:::context{title="C"}\nMore.\n\nAnd more.\n',
      ['3:1 :::context is never closed; put ::: on a line of its own after its last line'],
    ],
    [
      'a box in a box',
      ':::context{title="C"}\nMore.\n\n:::pullquote\nLine.\n:::\n',
      [
        '4:1 :::pullquote stands inside :::context; close :::context first, with ::: on a line of its own',
      ],
    ],
    [
      'a title in brackets',
      ':::context[C]\nMore.\n:::',
      [
        '1:1 :::context: title is missing; add title="Background"',
        '1:11 :::context takes no words in brackets; write them as an attribute: {title="…"} or {by="…"}',
      ],
    ],
    [
      'an empty box',
      ':::pullquote\n:::',
      ['1:1 :::pullquote is empty; write its text, or remove it'],
    ],
    [
      'a picture that is not there',
      '::image[x]{file="mpa.png" alt="A map." credit="PRISM News" rights="CC BY 4.0"}',
      ['1:1 no mpa.png; put it there'],
    ],
    [
      'a footnote',
      'Text.[^1]\n\n[^1]: Note.',
      [
        '1:6 footnotes are not accepted; say it in the text, or name it under sources',
        '3:1 footnotes are not accepted; say it in the text, or name it under sources',
      ],
    ],
    ['a task list', '- [ ] Do', ['1:1 task lists are not accepted; remove the [ ] or [x]']],
    [
      'a rule',
      'Text.\n\n---\n\nText.',
      ['3:1 a rule across the page is not accepted; remove it, or write a heading (## …)'],
    ],
    [
      'a Markdown quotation',
      '> Words.',
      [
        '1:1 quotations are not written with >; write :::quote{by="who said it"}, the words, and ::: each on a line of its own',
      ],
    ],
    [
      'a block of code',
      '```\nx\n```',
      [
        '1:1 a block of code has no place in a story; remove the spaces before the line or the ``` around it; `words` marks code in a sentence',
      ],
    ],
    [
      'struck-out words',
      'A ~~b~~ c.',
      ['1:3 struck-out text is not accepted; remove it; a correction says what was wrong'],
    ],
    [
      'a link by reference',
      '[a][b]\n\n[b]: https://example.org',
      [
        '1:1 links by reference are not accepted; write the address itself: [words](address)',
        '3:1 links by reference are not accepted; write the address itself: [words](address)',
      ],
    ],
    [
      'a link that runs code',
      '[a](javascript:alert(1))',
      [
        '1:1 a link cannot lead to “javascript:alert(1)”; begin with /section/slug for a story, or with https://, mailto: or #',
      ],
    ],
    [
      'a link without its scheme',
      '[a](example.org/x) [b](//example.org)',
      [
        '1:1 a link cannot lead to “example.org/x”; write https://example.org/x',
        '1:20 a link cannot lead to “//example.org”; write https://example.org',
      ],
    ],
    [
      'a link with a title',
      '[a](/world/b "T")',
      [
        '1:1 the link’s title “T” would not be shown; remove the words in quotation marks after the address',
      ],
    ],
    ['a link to no heading', '[a](#b)', ['1:1 nothing here is named “#b”; check the heading']],
    [
      'a link without words',
      '[](/world/b)',
      ['1:1 the link has no words; write them: [words](address)'],
    ],
    [
      'a list nested too deep',
      '- a\n  - b\n    - c',
      ['3:5 the list is nested too deep; move these items one level up'],
    ],
    [
      'a list item of two paragraphs',
      '- a\n\n  b',
      [
        '3:3 a list item holds one paragraph; make it an item of its own, or end the list: no spaces before the line',
      ],
    ],
    [
      'an empty list item',
      '- a\n-\n',
      ['2:1 the list item is empty; write it, or remove its mark'],
    ],
    [
      'a sentence that begins with a year',
      '1986. A great year.',
      [
        '1:1 warning: this is read as a numbered list that begins with 1986; if it is a sentence, write 1986\\.',
      ],
    ],
    [
      'a row with too many cells',
      '| A |\n| - |\n| x | y |',
      ['3:1 the row has 2 cells, the head 1; make them equal; a | inside a cell is written \\|'],
    ],
    [
      'a timeline entry without its date',
      ':::timeline{title="T"}\n- It began.\n:::',
      [
        '2:1 the timeline entry does not begin with its date; begin it with :at[Dec. 19–21, 2025]{date="2025-12-19/2025-12-21"}',
      ],
    ],
    [
      'a timeline out of order',
      ':::timeline{title="T"}\n- :at[B]{date=2023} b\n- :at[A]{date="2022-05"} a\n:::',
      [
        '3:1 warning: this entry (2022-05) stands below a later one (2023); put the entries in order of time',
      ],
    ],
    [
      'impossible dates in a timeline',
      ':::timeline{title="T"}\n- :at[A]{date="2023-02-30"} a\n- :at[B]{date="2023/2022"} b\n:::',
      [
        '2:3 “2023-02-30” is not a date that a timeline can hold; write 2022, 2022-02, 2022-02-24, a range 2022-02/2022-04, or 2022-02-24/..',
        '3:3 the range “2023/2022” ends before it begins; check both dates',
      ],
    ],
    [
      ':at outside a timeline',
      'On :at[Monday]{date=2022} it began.',
      ['1:4 :at stands outside a timeline entry; begin a list item of :::timeline with it'],
    ],
    [
      'words after a directive that look like attributes',
      ':lang[mot]{lang=fr}{x}',
      [
        '1:20 what follows the directive cannot be read as its attributes; write them as {name="value"} with straight quotation marks',
      ],
    ],
    [
      'a code for a character that does not exist',
      'A&#0;b.',
      ['1:1 a character cannot be read here; write the character itself'],
    ],
    ['no text', '', ['1:1 there is no text; write it below ---']],
  ])('is told of %s', (_, markdown, problems) => {
    expect(read(markdown).problems).toEqual(problems);
  });
});
