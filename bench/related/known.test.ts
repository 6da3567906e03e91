import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeStories } from './corpus';
import { knownReads, ownReads } from './reads';
import { searchWeights } from './weights';

const stories = makeStories();
const reads = knownReads(stories);

test('The generated paper is the same in every run', () => {
  expect(makeStories()).toEqual(stories);
});

test('No event or topic is in both halves', () => {
  const topicOf = new Map(stories.map(({ document, topic }) => [document.slug, topic]));
  const topics = (half: boolean) =>
    new Set(reads.filter(({ chooses }) => chooses === half).map(({ slug }) => topicOf.get(slug)));
  expect([...topics(true)].filter((topic) => topics(false).has(topic))).toEqual([]);
  expect(topics(true).size).toBe(topics(false).size);
});

test('Both halves have every difficulty', () => {
  const kinds = (half: boolean) =>
    [...new Set(reads.filter(({ chooses }) => chooses === half).map(({ kind }) => kind))].sort();
  expect(kinds(true)).toEqual(kinds(false));
  expect(kinds(true)).toContain('untagged');
});

test('Stories that are said to have no tags have none', () => {
  const tagsOf = new Map(stories.map(({ document }) => [document.slug, document.tags]));
  const untagged = reads.filter(({ kind }) => kind === 'untagged');
  expect(untagged.flatMap(({ slug }) => tagsOf.get(slug) ?? [])).toEqual([]);
});

test('What people judged of the paper’s own stories names its stories, each once', async () => {
  const slugs = readdirSync('content/articles', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/^.*[\\/]|\.md$/g, ''));
  const judged: Record<string, { same: string[]; topic: string[] }> = parse(
    await readFile('bench/related/own-paper.yaml', 'utf8'),
  );
  for (const [slug, { same, topic }] of Object.entries(judged)) {
    const named = [slug, ...same, ...topic];
    expect(new Set(named).size, slug).toBe(named.length);
    expect(named.filter((name) => !slugs.includes(name))).toEqual([]);
  }
});

test('The paper’s own stories choose no weights', async () => {
  const own = await ownReads('bench/related/own-paper.yaml');
  expect(own.filter(({ chooses }) => chooses)).toEqual([]);
});

test('The search for weights finds the top of a hill', async () => {
  const committed = { words: 2, section: 0.1, recency: 0.5, repetition: 1 };
  const { best, advantage } = await searchWeights(committed, async (weights) => [
    { group: 'a', worth: 1 - Math.abs(weights.words - 0.5) - Math.abs(weights.section - 0.2) },
    { group: 'b', worth: 1 - Math.abs(weights.recency - 0.25) },
  ]);
  expect(best).toMatchObject({ words: 0.5, section: 0.2, recency: 0.25 });
  // (1.5 + 0.1 + 0.25) / 2
  expect(advantage.mean).toBeCloseTo(0.925, 10);
});
