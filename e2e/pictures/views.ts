import type { Page } from 'playwright/test';

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** A way of looking at a page. */
export type View = Readonly<{
  name: string;
  /** Of the window, in CSS pixels. */
  width: number;
  media: Media;
  /** What the reader has set: a style sheet of the user's. */
  css?: string;
  /** How many times smaller than the page its picture is; 4 unless told otherwise. */
  scale?: number;
}>;

const SCHEMES = ['light', 'dark'] as const;

/** Every width at which layouts differ, in both schemes. */
const screens: readonly View[] = [320, 390, 768, 1280, 1920].flatMap((width) =>
  SCHEMES.map((colorScheme) => ({
    name: `${width}-${colorScheme}`,
    width,
    media: { colorScheme },
  })),
);

/** A sheet of A4 without the margins of print.css: 21 cm less twice 2 cm, at 96 pixels an inch. */
const PAPER = 643;

/** Twice the letters; breakpoints stay, so there is less room than a browser's own setting leaves. */
const LARGE_TEXT = { media: {}, css: 'html { font-size: 200% }', scale: 8 };

/** What some readers ask of every page. */
const wishes: readonly View[] = [
  { name: 'print', width: PAPER, media: { media: 'print' } },
  { name: '390-forced-colours', width: 390, media: { forcedColors: 'active' } },
  { name: '1280-forced-colours', width: 1280, media: { forcedColors: 'active' } },
  { name: '390-large-text', width: 390, ...LARGE_TEXT },
  { name: '1280-large-text', width: 1280, ...LARGE_TEXT },
  { name: '1280-more-contrast', width: 1280, media: { contrast: 'more' } },
];

const all = [...screens, ...wishes];
/** Where direction matters, colour does not. */
const directions = screens.filter(({ name }) => name === '390-light' || name === '1280-light');

/** Examples of the style guide, one of every type of page and the sheet of all blocks. */
export const subjects: ReadonlyArray<readonly [example: string, views: readonly View[]]> = [
  ['front/pictures', all],
  ['article/a-lead-picture', all],
  ['body/every-block', all],
  ['withdrawn/a-withdrawn-story', all],
  ['list/a-section', all],
  ['list/a-section-of-which-much-is-read', screens],
  ['list/a-tag-with-children', all],
  ['list/an-author', all],
  ['list/a-year-of-the-archive', all],
  ['search/results', all],
  ['search/narrowed', screens],
  ['search/no-result', all],
  ['search/no-result-but-for-another-spelling', screens],
  ['corrections/two-corrections', all],
  ['tags/a-few-tags', all],
  ['history/three-versions', all],
  ['comparison/three-fields', all],
  ['preview/a-story-under-embargo', all],
  ['standing/about', all],
  ['problem/not-found', all],
  ['problem/out-of-service', all],
  ['article/a-serious-correction', screens],
  ['article/right-to-left', directions],
  ['comparison/right-to-left', directions],
  ['article/two-languages-in-one-story', directions],
  ['list/stories-in-several-languages', directions],
];
