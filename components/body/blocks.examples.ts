import { paragraph, text } from '@/components/sample';
import type { Block } from '@/lib/page-models/model';
import { examples as body } from './body.examples';

type Example = Readonly<{ blocks: readonly Block[] }>;

/** The nth block of its type in the body that holds every type. */
function block(type: Block['type'], nth = 0): Example {
  const found = body['every block'].blocks.filter((candidate) => candidate.type === type)[nth];
  if (found === undefined) throw new RangeError(`“every block” has no ${type} number ${nth}`);
  return { blocks: [found] };
}

const longWord =
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurfsvorlagenausschuss';
const longAddress =
  'https://news.example/archive/2025/12/22/a-very-long-address_without_any_place_to_break_it/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef?from=front&to=politics';

/** Every block by itself, in each of its forms. */
export const examples = {
  'key points': block('keyPoints'),
  'a context box': block('context'),
  'a context box with a list': {
    blocks: [
      {
        type: 'context',
        title: 'The four matters',
        blocks: [
          paragraph('The meeting concentrated on four matters.'),
          {
            type: 'list',
            ordered: false,
            start: 1,
            items: ['A plan of 20 points', 'Guarantees', 'Reconstruction', 'Trade'].map(
              (words) => ({
                children: text(words),
                nested: null,
              }),
            ),
          },
        ],
      },
    ],
  },
  'a pull quote somebody said': block('pullQuote'),
  'a pull quote of the story’s own': {
    blocks: [
      {
        type: 'pullQuote',
        children: text('The line did not come back to where it had begun.'),
        attribution: null,
      },
    ],
  },
  'a quotation with its source': block('quotation'),
  'a quotation in another language': block('quotation', 1),
  'a quotation from right to left': {
    blocks: [
      {
        type: 'quotation',
        paragraphs: [text('السلام ليس غياب الحرب، بل هو فضيلة.')],
        attribution: text('A proverb of the conference'),
        source: null,
        language: 'ar',
      },
    ],
  },
  'a timeline: a range, an open end, no date': block('timeline'),
  'a table with a caption': block('table'),
  'a wide table': {
    blocks: [
      {
        type: 'table',
        caption: text('Ships that passed, by month'),
        align: [null, ...Array.from({ length: 12 }, () => 'right' as const)],
        header: [
          text('Port'),
          ...Array.from({ length: 12 }, (_, month) => text(`Month ${month + 1}`)),
        ],
        rows: ['Novorossiysk', 'Tuapse', 'Taman'].map((port, row) => [
          text(port),
          ...Array.from({ length: 12 }, (_, month) => text(`${(row + 1) * 1000 + month * 37}`)),
        ]),
      },
    ],
  },
  'a picture': block('image'),
  'a numbered list that holds another': block('list'),
  'a list': {
    blocks: [
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [
          { children: text('One line.'), nested: null },
          {
            children: text(
              'An item that is long enough to take more than one line on every screen that people read newspapers on, and so shows how its second line stands under its first.',
            ),
            nested: { ordered: true, items: [text('First'), text('Second')] },
          },
        ],
      },
    ],
  },
  'an embed': block('embed'),
  'an embed without a provider': {
    blocks: [
      {
        type: 'embed',
        href: 'https://example.org/',
        title: 'A map of the straits',
        provider: null,
      },
    ],
  },
  'a word and an address that cannot be broken': {
    blocks: [
      paragraph(`The bill is called ${longWord}, and can be read at ${longAddress}.`),
      {
        type: 'context',
        title: longWord,
        blocks: [paragraph(longAddress)],
      },
      { type: 'embed', href: 'https://example.org/', title: longAddress, provider: longWord },
      { type: 'pullQuote', children: text(longWord), attribution: text(longAddress) },
    ],
  },
  'scripts of several directions in one paragraph': {
    blocks: [
      {
        type: 'paragraph',
        children: [
          ...text('The word '),
          { type: 'foreign', language: 'ar', children: text('سلام') },
          ...text(' (1994), in Hebrew '),
          { type: 'foreign', language: 'he', children: text('שלום') },
          ...text(', in Chinese '),
          { type: 'foreign', language: 'zh', children: text('和平') },
          ...text(' and in Russian '),
          { type: 'foreign', language: 'ru', children: text('мир') },
          ...text(', stood on one poster: peace!'),
        ],
      },
    ],
  },
} satisfies Record<string, Example>;
