import type { Shelf } from '@/lib/document/shelf';
import type { Database } from './client';
import { listMissing, listPlanned } from './publish-plan';
import type { PublishReport } from './publish-report';

type PlanReport = Omit<
  PublishReport['articles'],
  'withdrawals' | 'differences' | 'addresses' | 'keys'
>;

/**
 * What the plan says of each story, in the order of the documents.
 * @param isWhole whether the plan has all stories: of those left out nothing is said
 */
export async function reportPlan(
  db: Database,
  isWhole: boolean,
  shelf: Shelf,
): Promise<PlanReport> {
  const slugs = () => shelf.series<string>();
  const lists = { created: slugs(), updated: slugs(), unchanged: slugs(), withdrawn: slugs() };
  const renamed = shelf.series<Readonly<{ from: string; to: string }>>();
  const [missing, left] = [slugs(), slugs()];
  const [identities, otherIdentities] = [shelf.lookup<string>(), shelf.lookup<string>()];
  for await (const planned of listPlanned(db, ['create', 'change', 'same', 'withdraw'])) {
    for (const { id, step, slug, file, told, oldSlug, oldFile } of planned) {
      const isRenamed = step === 'change' && oldSlug !== null && oldSlug !== slug;
      if (isRenamed) renamed.push({ from: oldSlug, to: slug });
      else lists[LIST_OF[step]].push(slug);
      if (step === 'withdraw') continue;
      if (oldFile !== null && oldFile !== file) left.push(oldFile);
      if (told === null) identities.set(file, id);
      else if (told !== id) otherIdentities.set(file, id);
    }
  }
  if (isWhole) {
    for await (const some of listMissing(db)) for (const slug of some) missing.push(slug);
  }
  return { ...lists, renamed, missing, left, identities, otherIdentities };
}

const LIST_OF = {
  create: 'created',
  change: 'updated',
  same: 'unchanged',
  withdraw: 'withdrawn',
} as const;
