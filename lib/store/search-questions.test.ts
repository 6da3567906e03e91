import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContent } from '@/lib/document/read-content';
import { type SearchQuestion, searchArticles } from './search-queries';
import { openStore, type TestStore } from './testing/open-store';
import { asking } from './testing/search-question';

/** After every story of the paper has come out. */
const LATER = new Date('2027-01-01T00:00:00Z');

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  const { content, problems } = await readContent('content');
  if (content === null) throw new Error([...problems].map(({ message }) => message).join('\n'));
  await store.publish(content, { now: LATER });
});
afterAll(() => store.close());

type Asked = Partial<SearchQuestion>;

/** What readers of this paper may ask for, and the story that must come first. */
const questions: readonly (readonly [words: string, first: string, narrowed?: Asked])[] = [
  // Names.
  ['kissinger', 'kissinger-and-the-invention-of-shuttle-diplomacy'],
  ['Witkoff Umerov', 'miami-talks-yield-productive-dialogue-but-no-breakthrough-in-ukraine-war'],
  ['gutenberg', 'gutenberg-and-the-first-printed-books'],
  ['camp david', 'thirteen-days-at-camp-david'],
  ['keeling', 'the-keeling-curve'],
  ['Eleanor Roosevelt', 'writing-the-universal-declaration'],
  ['novorossiysk', 'novorossiysk-and-the-krasnodar-coast'],
  // Other forms of a word.
  ['sanction', 'how-economic-sanctions-work'],
  ['vetoes', 'how-the-security-council-veto-works'],
  ['ceasefires', 'how-a-ceasefire-is-watched'],
  // Several words.
  ['leap second', 'why-clocks-sometimes-need-a-leap-second'],
  ['nuclear arms treaties', 'half-a-century-of-nuclear-arms-treaties'],
  ['web address', 'how-a-web-address-is-found'],
  ['front page', 'how-the-front-page-got-its-shape'],
  ['public domain', 'when-a-work-enters-the-public-domain'],
  // Tags.
  ['central banks', 'why-central-banks-aim-for-two-percent'],
  ['security guarantees', 'assurance-or-guarantee-the-words-that-decide'],
  // Phrases, and marks as they are typed.
  ['"good friday agreement"', 'how-the-good-friday-agreement-was-built'],
  ['“joint statement”', 'what-a-joint-statement-does-and-does-not-say'],
  ['"attack on one ally"', 'article-5-the-promise-at-the-heart-of-nato'],
  ['public-key cryptography', 'two-keys-how-public-key-cryptography-works'],
  // Accents, typed or not.
  ['kariko', 'the-long-road-to-mrna-vaccines'],
  ['Karikó', 'the-long-road-to-mrna-vaccines'],
  ['gutenberg schoffer', 'gutenberg-and-the-first-printed-books'],
  // What is left out, and what may be instead.
  ['black sea -montreux -novorossiysk', 'the-black-sea-grain-initiative-from-start-to-end'],
  ['rosetta or hieroglyphs', 'the-rosetta-stone-and-how-it-was-read'],
  // A word that is still being written.
  ['hierogl', 'the-rosetta-stone-and-how-it-was-read'],
  ['undersea cabl', 'the-cables-under-the-sea'],
  // What was meant.
  ['smalpox', 'how-smallpox-was-ended'],
  ['kisinger', 'kissinger-and-the-invention-of-shuttle-diplomacy'],
  ['tectnoics', 'how-plate-tectonics-won'],
  ['budapset memorandum', 'what-the-budapest-memorandum-promised-ukraine'],
  // Of one section, one tag, some days.
  ['treaty', 'treaty-or-executive-agreement', { section: 'politics' }],
  ['treaty', 'half-a-century-of-nuclear-arms-treaties', { tag: 'nuclear-weapons' }],
];

test.each(questions.map(([words, first, narrowed = {}]) => ({ words, first, narrowed })))(
  'Who asks for $words finds $first first',
  async ({ words, first, narrowed }) => {
    const ask = (other: string) => searchArticles(asking(other, narrowed), LATER, 1);
    const asked = await ask(words);
    const { hits } = asked.respelt === null ? asked : await ask(asked.respelt);
    expect(hits[0]?.trail.slug).toBe(first);
  },
);
