import { connect } from '@/lib/postgres/databases';
import { numbers } from '../numbers';

/**
 * What anybody would try first. They look at the whole paper for each story, which no page could afford: a
 * bound on what they read would only make them worse.
 */

/** @property words how often each stands in the story, one of the headline counting four times and one of the standfirst twice */
type StoryRow = Readonly<{
  slug: string;
  section: number;
  at: Date;
  tags: readonly string[];
  words: Readonly<Record<string, number>>;
}>;

/** Slugs of what a ranking shows beside a story, best first. */
export type Ranking = (slug: string) => readonly string[];

export type Baselines = Readonly<Record<(typeof baselineNames)[number], Ranking>>;
export const baselineNames = [
  'newest in section',
  'most shared tags',
  'text only',
  'random',
] as const;

export async function baselinesOf(databaseUrl: string, places: number): Promise<Baselines> {
  const paper = await readPaper(databaseUrl);
  const bySlug = new Map(paper.map((story) => [story.slug, story]));
  const ranking =
    (scores: (one: StoryRow) => (other: StoryRow) => number): Ranking =>
    (slug) => {
      const one = bySlug.get(slug);
      if (one === undefined) throw new Error(`There is no story ${slug}`);
      const score = scores(one);
      return paper
        .filter((other) => other !== one)
        .map((other) => ({ slug: other.slug, score: score(other) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, places)
        .map((best) => best.slug);
    };
  const next = numbers(4);
  return {
    // The paper is read newest first, and the sort leaves equals in their order.
    'newest in section': ranking((one) => (other) => Number(one.section === other.section)),
    'most shared tags': ranking(
      (one) => (other) => other.tags.filter((tag) => one.tags.includes(tag)).length,
    ),
    'text only': ranking(textLikeness(paper)),
    random: ranking(() => () => next()),
  };
}

async function readPaper(databaseUrl: string): Promise<readonly StoryRow[]> {
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query<StoryRow>(`
      SELECT slug, section_id AS section, visible_from AS at,
        ARRAY(SELECT tag.slug FROM article_tag JOIN tag ON tag.id = tag_id WHERE article_id = article.id) AS tags,
        (SELECT jsonb_object_agg(lexeme, (
           SELECT sum(CASE place WHEN 'A' THEN 4 WHEN 'B' THEN 2 ELSE 1 END) FROM unnest(weights) AS place
         )) FROM unnest(search_vector)) AS words
      FROM article ORDER BY visible_from DESC, id DESC`);
    return rows;
  } finally {
    await client.end();
  }
}

/** How soon more of the same word stops to count, and how much a story's length does. */
const [SATURATION, LENGTH] = [1.2, 0.75];

/** BM25 with all of one story's words as the question (S. Robertson and H. Zaragoza, 2009). */
function textLikeness(paper: readonly StoryRow[]) {
  const lengthOf = ({ words }: StoryRow) => Object.values(words).reduce((sum, n) => sum + n, 0);
  const mean = paper.reduce((sum, story) => sum + lengthOf(story), 0) / paper.length;
  const holders = new Map<string, { story: StoryRow; part: number }[]>();
  for (const story of paper) {
    const norm = SATURATION * (1 - LENGTH + (LENGTH * lengthOf(story)) / mean);
    for (const [word, there] of Object.entries(story.words)) {
      const part = there / (there + norm);
      const held = holders.get(word);
      if (held === undefined) holders.set(word, [{ story, part }]);
      else held.push({ story, part });
    }
  }
  return (one: StoryRow) => {
    const scores = new Map<StoryRow, number>();
    for (const [word, asked] of Object.entries(one.words)) {
      const held = holders.get(word) ?? [];
      const rarity = Math.log(1 + (paper.length - held.length + 0.5) / (held.length + 0.5));
      const weight = (rarity * asked) / (asked + SATURATION);
      for (const { story, part } of held) {
        scores.set(story, (scores.get(story) ?? 0) + weight * part);
      }
    }
    return (other: StoryRow) => scores.get(other) ?? 0;
  };
}
