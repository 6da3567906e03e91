import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { NOW, type Story } from './corpus';
import type { Judgement } from './metrics';

/**
 * A story that somebody reads, and what every other story is to its readers.
 * @property group of reads that are not independent: those of one event
 * @property kind what makes it difficult
 * @property text see `Judgement`
 * @property chooses whether weights are chosen by it; otherwise it is held back
 */
export type Read = Readonly<{
  slug: string;
  group: string;
  kind: string;
  text: string;
  chooses: boolean;
  judgements: ReadonlyMap<string, Judgement>;
}>;

/** News of the topic is worth something for so long, or beside what was news in the same days. */
const [CURRENT_DAYS, SAME_DAYS] = [365, 90];
const DAY = 86_400_000;

/** Half of the topics choose the weights, with their events; the sections are the same in both halves. */
const choosesOf = (topic: number) => Math.floor(topic / 6) % 2 === 0;

export function knownReads(stories: readonly Story[]): readonly Read[] {
  return stories.flatMap((story) => {
    const { kind, topic, text, strand, event, document } = story;
    if (kind === null) return [];
    const judgements = new Map(
      stories
        .filter((other) => other !== story)
        .map((other) => [
          other.document.slug,
          { grade: gradeOf(story, other), strand: other.strand, text: other.text },
        ]),
    );
    const group = event === null ? strand : `event-${event}`;
    const chooses = choosesOf(topic);
    return [{ slug: document.slug, group, kind, text, chooses, judgements }];
  });
}

function gradeOf(read: Story, other: Story): Judgement['grade'] {
  if (read.topic !== other.topic) return 0;
  if (read.event !== null && read.event === other.event) return 2;
  if (other.event === null) return 1;
  const at = ({ document }: Story) => document.firstPublishedAt.getTime();
  const current = NOW.getTime() - at(other) <= CURRENT_DAYS * DAY;
  return current || Math.abs(at(read) - at(other)) <= SAME_DAYS * DAY ? 1 : 0;
}

/** By the slug of the story that is read: those of grade 2, those of grade 1; all others are of grade 0. */
const judgedSchema = z.record(
  z.string(),
  z.strictObject({ same: z.array(z.string()), topic: z.array(z.string()) }),
);

/** The paper's own stories, as people judged them; all of them are held back. */
export async function ownReads(file: string): Promise<readonly Read[]> {
  const judged = judgedSchema.parse(parse(await readFile(file, 'utf8')));
  return Object.entries(judged).map(([slug, { same, topic }]) => {
    const graded = (slugs: readonly string[], grade: Judgement['grade']) =>
      slugs.map((other) => [other, { grade, strand: other, text: other }] as const);
    const judgements = new Map([...graded(topic, 1), ...graded(same, 2)]);
    return { slug, group: slug, kind: 'own paper', text: slug, chooses: false, judgements };
  });
}
