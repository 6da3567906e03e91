import process from 'node:process';
import { publication } from '@/lib/site/publication';
import { connect, database } from '@/lib/store/client';
import { PUBLISHING_PATIENCE, publishContent } from '@/lib/store/publish-content';
import { findReadOn } from '@/lib/store/read-on-queries';
import { RELATED_WEIGHTS, type RelatedWeights } from '@/lib/store/read-on-statement';
import { baselinesOf } from './baselines';
import { knownPaper, makeStories, NOW, type Story } from './corpus';
import { type Worth, worthOf } from './metrics';
import { knownReads, ownReads, type Read } from './reads';
import { type Search, searchWeights } from './weights';

/**
 * `measure-related.ts known|own`: what each ranking shows beside stories whose relations are known. `known`
 * publishes the generated paper into DATABASE_URL first, and searches for weights; `own` expects the
 * paper's own stories there. Prints a `Measured`.
 */

export type Measured = Readonly<{
  /** Of each system in turn, of each story that is read. */
  worths: readonly Readonly<
    Pick<Read, 'group' | 'kind' | 'chooses'> & { system: string; worth: Worth }
  >[];
  search: Search | null;
}>;

const PLACES = publication.relatedCount;
const JUDGED = 'bench/related/own-paper.yaml';
const AT_ONCE = 2;

const url = process.env.DATABASE_URL ?? '';
const measured = process.argv[2] === 'own' ? await measureOwn() : await measureKnown();
await database().$disconnect();
console.log(JSON.stringify(measured));

async function measureOwn(): Promise<Measured> {
  const newest = await database().article.aggregate({ _max: { visibleFrom: true } });
  const now = newest._max.visibleFrom;
  if (now === null) throw new Error('There are no stories');
  return { worths: await worthsOf(await ownReads(JUDGED), now), search: null };
}

async function measureKnown(): Promise<Measured> {
  const stories = makeStories();
  await publish(stories);
  const reads = knownReads(stories);
  const choosing = reads.filter(({ chooses }) => chooses);
  const search = await searchWeights(RELATED_WEIGHTS, async (weights) => {
    const lists = await listsOf(choosing, NOW, weights);
    return choosing.map((read, index) => ({
      group: read.group,
      worth: judge(read, lists[index] ?? []).ndcg,
    }));
  });
  return { worths: await worthsOf(reads, NOW), search };
}

async function publish(stories: readonly Story[]): Promise<void> {
  const client = connect(url, PUBLISHING_PATIENCE);
  const paper = knownPaper(stories);
  await publishContent(client, paper, { dryRun: false, now: NOW, pushTo: [] });
  await client.$executeRaw`VACUUM ANALYZE`;
  await client.$disconnect();
}

async function worthsOf(reads: readonly Read[], now: Date): Promise<Measured['worths']> {
  // What editors chose is no merit of a ranking.
  await database().relatedPin.deleteMany();
  const lists = new Map([['ours', await listsOf(reads, now, RELATED_WEIGHTS)]]);
  for (const [system, ranking] of Object.entries(await baselinesOf(url, PLACES))) {
    lists.set(
      system,
      reads.map(({ slug }) => ranking(slug)),
    );
  }
  return [...lists].flatMap(([system, lists]) =>
    reads.map((read, index) => {
      const { group, kind, chooses } = read;
      return { group, kind, chooses, system, worth: judge(read, lists[index] ?? []) };
    }),
  );
}

/** Slugs of what the site shows beside each story. */
async function listsOf(
  reads: readonly Read[],
  now: Date,
  weights: RelatedWeights,
): Promise<readonly (readonly string[])[]> {
  const lists: (readonly string[])[] = [];
  for (let start = 0; start < reads.length; start += AT_ONCE) {
    const found = await Promise.all(
      reads.slice(start, start + AT_ONCE).map(({ slug }) => findReadOn(slug, now, PLACES, weights)),
    );
    lists.push(...found.map(({ related }) => related.map(({ trail }) => trail.slug)));
  }
  return lists;
}

function judge({ judgements, text }: Read, list: readonly string[]): Worth {
  const judged = list.map(
    (slug) => judgements.get(slug) ?? { grade: 0 as const, strand: slug, text: slug },
  );
  return worthOf(judged, [...judgements.values()], text, PLACES);
}
