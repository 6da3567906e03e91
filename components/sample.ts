import type {
  BlockOf,
  Freshness,
  Head,
  Inline,
  Link,
  Pagination,
  Picture,
  TimeText,
  Trail,
} from '@/lib/page-models/model';

/** Made-up matter for the components' examples. */

export const text = (words: string): Inline[] => [{ type: 'text', text: words }];

export const paragraph = (words: string): BlockOf<'paragraph'> => ({
  type: 'paragraph',
  children: text(words),
});

const sentences = [
  'The envoys met for the third time in as many days, and left by different doors.',
  'Nothing was signed, nothing was broken off, and both sides said that this was the plan.',
  'Observers on the coast counted the ships that passed and wrote their names in a book.',
  'A treaty of this kind has been tried before, in other words and under other names.',
];

/** Paragraphs of the same few sentences, `count` words in all. */
export function story(count: number): BlockOf<'paragraph'>[] {
  const words = sentences.join(' ').split(' ');
  const taken = Array.from({ length: count }, (_, n) => words[n % words.length]);
  return Array.from({ length: Math.ceil(count / 60) }, (_, n) =>
    paragraph(taken.slice(n * 60, (n + 1) * 60).join(' ')),
  );
}

export const heading = (words: string, id: string, level: 2 | 3 = 2): BlockOf<'heading'> => ({
  type: 'heading',
  level,
  id,
  children: text(words),
});

export const link = (href: string, words: string): Link => ({ href, text: words });

export const time = (iso: string, words: string): TimeText => ({ iso, text: words });

/** Nothing of it is seen. */
export const freshness: Freshness = { keys: [], modified: null };

export const head: Head = {
  title: 'An example · PRISM News',
  description: 'An example.',
  canonicalUrl: 'https://news.example/example',
  locale: 'en_GB',
  indexed: true,
  alternates: [
    { href: '/feed.xml', type: 'application/rss+xml', title: 'PRISM News (RSS)' },
    { href: '/feed.atom', type: 'application/atom+xml', title: 'PRISM News (Atom)' },
  ],
  images: [],
};

/** Shown by the style guide: sample-picture.svg, of which this is no hash. */
export const picture: Picture = {
  hash: '0123456789abcdef0123456789abcdef',
  mediaType: 'image/webp',
  width: 1600,
  height: 1000,
};

export const sections: readonly Link[] = [
  link('/politics', 'Politics'),
  link('/world', 'World'),
  link('/business', 'Business'),
  link('/technology', 'Technology'),
  link('/science', 'Science'),
  link('/culture', 'Culture'),
];

export const topics: readonly Link[] = [
  link('/tag/geopolitics', 'Geopolitics'),
  link('/tag/us-politics', 'US Politics'),
  link('/tag/ukraine', 'Ukraine'),
  link('/tag/russia', 'Russia'),
  link('/tag/diplomacy', 'Diplomacy'),
  link('/tag/peace-talks', 'Peace Talks'),
];

export const onePage: Pagination = { page: 1, pageCount: 1, newer: null, older: null, pages: [] };

export const secondOfNine: Pagination = {
  page: 2,
  pageCount: 9,
  newer: link('/world', 'Newer stories'),
  older: link('/world?page=3', 'Older stories'),
  pages: [
    { page: 1, href: '/world', current: false },
    { page: 2, href: '/world?page=2', current: true },
    { page: 3, href: '/world?page=3', current: false },
    null,
    { page: 9, href: '/world?page=9', current: false },
  ],
};

type TrailWords = readonly [
  section: number,
  kicker: string | null,
  headline: string,
  standfirst: string,
];

const trailWords: readonly TrailWords[] = [
  [
    0,
    'Ukraine war',
    'Miami Talks Yield ‘Productive’ Dialogue but No Breakthrough in Ukraine War',
    'U.S. and Ukrainian envoys have held “productive” talks in Miami, but a major breakthrough to end the war is still out of reach as Russia sends conflicting signals and military attacks continue.',
  ],
  [
    1,
    'Security guarantees',
    'What the Budapest Memorandum promised Ukraine',
    'In 1994 Ukraine gave up the nuclear weapons on its soil. The paper it got in return is short, and every word of it has been argued over.',
  ],
  [
    2,
    'Shipping',
    'The box that changed trade',
    'A steel container of agreed dimensions cut the cost of loading a ship so far that factories moved across oceans.',
  ],
  [
    3,
    'Networks',
    'The cables under the sea',
    'Almost everything that crosses an ocean on the internet crosses it in glass fibres no thicker than a garden hose.',
  ],
  [
    4,
    'Public health',
    'How smallpox was ended',
    'It remains the only human disease to have been eradicated. The means were a vaccine that could stand heat, a needle with two points, and a great deal of walking.',
  ],
  [
    5,
    null,
    'The Rosetta Stone and how it was read',
    'One decree in three scripts, and the race of two men to understand it.',
  ],
  [
    0,
    'Northern Ireland',
    'How the Good Friday Agreement was built',
    'Two years of talks, a deadline in Holy Week and a text that lets people read the same words differently.',
  ],
  [
    1,
    'Ceasefires',
    'How a ceasefire is watched',
    'Observers count, measure and write down. What they may not do decides how much it helps.',
  ],
  [
    0,
    'Diplomacy',
    'Why presidents send special envoys',
    'An envoy has the president’s ear and no confirmation hearing. Both are the point.',
  ],
  [
    1,
    'Korea',
    'Korea 1953: an armistice without a peace',
    'The shooting stopped along a line that still divides the peninsula; the treaty that should have followed never came.',
  ],
  [
    4,
    'Timekeeping',
    'Why clocks sometimes need a leap second',
    'The Earth keeps poor time, and for half a century the world’s clocks have waited for it.',
  ],
  [
    2,
    'Money',
    'Bretton Woods and the money it made',
    'In three weeks of July 1944, delegates of 44 nations tied their currencies to the dollar and the dollar to gold.',
  ],
];

/** A trail made of the nth of a dozen headlines, its address different for every n. */
export function trail(n: number, more: Partial<Trail> = {}): Trail {
  const words = trailWords[n % trailWords.length];
  if (words === undefined) throw new RangeError(`There is no trail ${n}`);
  const [section, kicker, headline, standfirst] = words;
  const day = String(22 - (n % 20)).padStart(2, '0');
  return {
    href: `${sections[section]?.href}/story-${n}`,
    section: sections[section] ?? link('/world', 'World'),
    kicker,
    headline,
    standfirst,
    published: time(`2025-12-${day}T15:30:00Z`, `${Number(day)} December 2025, 15:30 UTC`),
    language: 'en',
    image: null,
    ...more,
  };
}

export const trails = (from: number, count: number): Trail[] =>
  Array.from({ length: count }, (_, index) => trail(from + index));

export const trailImage = {
  picture,
  alt: 'A container ship leaving harbour at dawn.',
  focalPoint: { x: 0.8, y: 0.5 },
};
