import { bodyText, countWords } from '@/lib/document/body/text';
import type { ArticleDocument, Content } from '@/lib/document/documents';
import { storyHash } from '@/lib/document/story-hash';
import { numbers } from '../numbers';
import { type Speech, speak } from './speech';

/**
 * Three years of a paper whose relations are known because it is made from them: topics, events of each,
 * several reports of each event. Clearly synthetic words; the same in every run. Every event is difficult in
 * one way, and each way defeats another ranking.
 */

export const NOW = new Date('2026-01-15T12:00:00Z');

const DIFFICULTIES = [
  'plain',
  // Half of the reports have no tags.
  'untagged',
  // Half of the reports have the tags of another topic.
  'wrong tags',
  // Reports have the section's popular tags only; so have stories of other topics from the same days.
  'popular tags',
  // Each reporter uses words of their own for the same things, and few of the names.
  'other words',
  // Stories of other sections and topics use the event's names and words in another meaning.
  'other meaning',
  // Many reports of the same days, some of them copies of one another.
  'many reports',
  // One report, then others over a year.
  'over months',
] as const;

type Difficulty = (typeof DIFFICULTIES)[number];

/** @property event null of a story about the topic as a whole @property text copies have that of what they copy */
export type Story = Readonly<{
  document: ArticleDocument;
  topic: number;
  event: number | null;
  strand: string;
  text: string;
  /** What makes it difficult to find what is related to it; null: nobody reads it in the measurement. */
  kind: string | null;
}>;

const SECTIONS = ['world', 'politics', 'business', 'science', 'culture', 'sport'];
export const TOPICS = 24;
const EVENTS = 8;
const BACKGROUNDS = 4;
/** Share of a topic's stories that run in another section. */
const ELSEWHERE = 0.2;
const FILLERS = 500;
const POPULAR = 3;
const DAY = 86_400_000;
const BEGINS = Date.UTC(2023, 0, 1);
const DAYS = 1_095;

/** What a story is made from. */
type Plan = Readonly<{
  topic: number;
  event: number | null;
  strand: string;
  kind: string | null;
  day: number;
  tags: readonly string[];
  speech: Speech;
}>;

export function makeStories(): readonly Story[] {
  const next = numbers(20_260_115);
  const pick = (limit: number) => Math.floor(next() * limit);
  const stories: Story[] = [];
  const sectionOf = (topic: number) => topic % SECTIONS.length;
  const popular = (topic: number) => `popular-${sectionOf(topic)}-${pick(POPULAR)}`;
  const topicTags = (topic: number) => shuffled([`topic-${topic}`, popular(topic)], next);

  const add = (plan: Plan): Story => {
    const beat = next() < ELSEWHERE ? pick(SECTIONS.length) : sectionOf(plan.topic);
    const section = SECTIONS[beat] ?? 'world';
    const words = speak(plan.speech, sectionOf(plan.topic), plan.topic, next);
    const story = storyOf(stories.length, section, plan, words, pick(DAY));
    stories.push(story);
    return story;
  };
  /** The same words but for the beginning of the headline and the last paragraph, a few hours later. */
  const copy = (of: Story, after: string) => {
    const { document } = of;
    const words = {
      headline: `${after} ${document.headline.split(' ').slice(1).join(' ')}`,
      standfirst: document.standfirst,
      paragraphs: document.bodyText.split('\n').slice(0, -1),
    };
    const at = document.firstPublishedAt.getTime() + DAY / 4;
    const { topic, event, strand } = of;
    const plan = { topic, event, strand, kind: null, day: 0, tags: document.tags };
    const made = storyOf(stories.length, document.section, plan, words, at - BEGINS);
    stories.push({ ...made, text: of.text });
  };

  const reportEvent = (
    event: number,
    topic: number,
    difficulty: Difficulty,
    other: (step: number) => number,
  ) => {
    const day = 30 + pick(DAYS - 30);
    const names = Array.from({ length: 6 }, (_, name) => event * 6 + name);
    const terms = Array.from({ length: 12 }, (_, term) => event * 12 + term);
    const share = difficulty === 'other words' ? 0.35 : 0.6;
    const own = next() < 0.3 ? [`event-${event}`] : [];
    const speech = (): Speech => ({ names, terms, share, dialect: pick(4) });
    const late = (days: number) => Math.min(DAYS, day + days);
    const tagsOf = (number: number): readonly string[] => {
      if (difficulty === 'popular tags') return popularPair;
      if (difficulty === 'untagged' && number % 2 === 1) return [];
      if (difficulty === 'wrong tags' && number % 2 === 1) return topicTags(other(1));
      return shuffled([...topicTags(topic), ...own], next);
    };
    const popularPair = [0, 1].map((place) => `popular-${sectionOf(topic)}-${place}`);

    const reports = { plain: 3, 'many reports': 6, 'over months': 1 }[difficulty as string] ?? 4;
    for (let number = 0; number < reports; number += 1) {
      const story = add({
        ...{ topic, event, strand: `event-${event}`, day: late(pick(3)), speech: speech() },
        ...{ tags: tagsOf(number), kind: number < 2 ? kindOf(difficulty, number) : null },
      });
      const copies = difficulty === 'many reports' ? number < 3 : next() < 0.1;
      if (copies) copy(story, 'Copied');
    }
    const followUps = difficulty === 'over months' ? 5 : pick(3);
    for (let number = 0; number < followUps; number += 1) {
      add({
        ...{ topic, event, strand: `event-${event}-later-${number}` },
        ...{ day: late(20 + pick(345)), tags: tagsOf(number + reports) },
        ...{ kind: number === 0 ? 'follow-up' : null, speech: { ...speech(), share: share * 0.7 } },
      });
    }
    // Other events of the same section and days, with the same popular tags.
    const neighbours = difficulty === 'popular tags' ? 4 : 1;
    for (let number = 0; number < neighbours; number += 1) {
      add({
        ...{ topic: other(1 + (number % 3)), event: -1 - event * 10 - number, kind: null },
        ...{ strand: `neighbour-${event}-${number}`, day: late(pick(3)), tags: popularPair },
        speech: { names: [], terms: [], share: 0, dialect: 0 },
      });
    }
    // The same names and words, in a story of something else.
    const homonyms = difficulty === 'other meaning' ? 4 : next() < 0.3 ? 1 : 0;
    for (let number = 0; number < homonyms; number += 1) {
      const elsewhere = (topic + 1 + number) % TOPICS;
      add({
        ...{ topic: elsewhere, event: -1 - event * 10 - 5 - number, kind: null },
        ...{ strand: `homonym-${event}-${number}`, day: pick(DAYS), tags: topicTags(elsewhere) },
        speech: {
          names: names.slice(0, 4),
          terms: terms.slice(0, 5),
          share: 0.6,
          dialect: pick(4),
        },
      });
    }
  };

  for (let topic = 0; topic < TOPICS; topic += 1) {
    const others = (other: number) => (topic + other * SECTIONS.length) % TOPICS;
    for (let index = 0; index < BACKGROUNDS; index += 1) {
      add({
        ...{ topic, event: null, strand: `background-${topic}-${index}`, day: pick(DAYS) },
        ...{ kind: index === 0 ? 'background' : null, tags: topicTags(topic) },
        speech: { names: [], terms: [], share: 0, dialect: 0 },
      });
    }
    for (let index = 0; index < EVENTS; index += 1) {
      const event = topic * EVENTS + index;
      const difficulty = DIFFICULTIES[(index + topic) % DIFFICULTIES.length] ?? 'plain';
      reportEvent(event, topic, difficulty, others);
    }
  }
  for (let index = 0; index < FILLERS; index += 1) {
    const topic = TOPICS + pick(SECTIONS.length);
    add({
      ...{ topic, event: null, strand: `filler-${index}`, kind: null, day: pick(DAYS) },
      ...{ tags: [popular(topic)], speech: { names: [], terms: [], share: 0, dialect: 0 } },
    });
  }
  return stories;
}

/** Where half of the reports lack right tags, the others are another kind of difficulty. */
function kindOf(difficulty: Difficulty, number: number): string {
  const tagless = difficulty === 'untagged' || difficulty === 'wrong tags';
  return tagless && number % 2 === 0 ? `others ${difficulty}` : difficulty;
}

type Words = Readonly<{ headline: string; standfirst: string; paragraphs: readonly string[] }>;

function storyOf(
  number: number,
  section: string,
  plan: Omit<Plan, 'speech'>,
  words: Words,
  within: number,
): Story {
  const { topic, event, strand, kind, tags, day } = plan;
  const at = new Date(Math.floor((BEGINS + day * DAY + within) / 1000) * 1000);
  const slug = `known-${number}`;
  const body = words.paragraphs.map((text) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, text }],
  }));
  const text = bodyText(body);
  const document = {
    ...{ id: `0193e9d2-0000-7000-8000-${number.toString(16).padStart(12, '0')}`, slug, section },
    ...{ kicker: null, headline: words.headline, standfirst: words.standfirst },
    ...{ authors: ['author'], tags, firstPublishedAt: at, contentUpdatedAt: at },
    ...{ embargoedUntil: null, draft: false, withdrawn: null, corrections: [], related: [] },
    ...{ sources: [{ name: 'Synthesizer', url: null, note: null }], aliases: [], image: null },
    ...{ seoTitle: null, socialTitle: null, changeNote: null, language: 'en', body },
    ...{ bodyText: text, wordCount: countWords(text), file: `articles/${section}/${slug}.md` },
    ...{ minor: false, reusesAddress: false },
  };
  const hashed = { ...document, contentHash: storyHash(document) };
  return { document: hashed, topic, event, strand, text: slug, kind };
}

function shuffled<T>(values: readonly T[], next: () => number): T[] {
  return values
    .map((value) => ({ value, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

/** For publishing as a part of a paper. */
export function knownPaper(stories: readonly Story[]): Content {
  const tags = new Set(stories.flatMap(({ document }) => document.tags));
  return {
    sections: SECTIONS.map((slug) => ({ slug, name: slug, description: `About ${slug}.` })),
    tags: [...tags].map((slug) => ({
      ...{ slug, name: slug, description: 'Synthetic.', parent: null, includesChildren: false },
      ...{ aliases: [], iptc: null, wikidata: null },
    })),
    authors: [{ slug: 'author', name: 'Author', role: 'Synthetic', biography: [] }],
    pages: [],
    articles: stories.map(({ document }) => document),
    front: null,
    isWhole: false,
    files: new Map(),
    pictures: new Map(),
    pictureFiles: new Map(),
  };
}
