import type { Shelf } from '@/lib/document/shelf';
import type { PushTarget } from '@/lib/site/push-targets';
import type { Database } from './client';
import { keysOfChange, type Standing, standingsOf } from './publish-announcement';
import { forgetPlans, pushStandingsOf, writeOutbox } from './publish-outbox';
import type { PushStanding } from './push-moments';

type Stories = readonly Readonly<{ id: string }>[];

/**
 * Where stories stand before they are written and where they stand after, and whom that concerns. Each of the
 * three is asked for all stories, some at a time, before the next is.
 */
export type Standings = Readonly<{
  before: (stories: Stories) => Promise<void>;
  /** Answers the keys of the pages that the change concerns. */
  after: (stories: Stories) => Promise<readonly string[]>;
  /** Writes what others are to be told. */
  tell: (stories: Stories) => Promise<void>;
}>;

export function openStandings(
  db: Database,
  shelf: Shelf,
  pushTo: readonly PushTarget[],
  now: Date,
): Standings {
  const places = shelf.lookup<Standing>();
  const pushedBefore = shelf.lookup<PushStanding>();
  const pushedAfter = shelf.lookup<PushStanding>();
  return {
    before: async (stories) => {
      const ids = stories.map(({ id }) => id);
      for (const [id, standing] of await standingsOf(db, ids)) places.set(id, standing);
      for (const [id, standing] of await pushStandingsOf(db, ids)) pushedBefore.set(id, standing);
    },
    after: async (stories) => {
      const ids = stories.map(({ id }) => id);
      const after = await standingsOf(db, ids);
      const pushed = await pushStandingsOf(db, ids);
      for (const [id, standing] of pushed) pushedAfter.set(id, standing);
      const left = ids.flatMap((id) => pushedBefore.get(id)?.path ?? []);
      await forgetPlans(db, [...left, ...[...pushed.values()].map(({ path }) => path)], now);
      return ids.flatMap((id) => keysOfChange(id, places.get(id), after.get(id)));
    },
    tell: async (stories) => {
      const changes = stories.flatMap(({ id }) => {
        const after = pushedAfter.get(id);
        return after === undefined ? [] : [{ before: pushedBefore.get(id) ?? null, after }];
      });
      await writeOutbox(db, pushTo, changes, now);
    },
  };
}
