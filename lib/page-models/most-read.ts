import type { MostReadRecord, TrailRecord } from '@/lib/store/records';
import type { MostRead, Trail } from './model';
import { buildTrail } from './trail';

/** Stories in each list. */
export const mostReadCount = 5;
/** With fewer it is no ranking: a paper that has just been started shows none. */
const fewest = 3;

/** Where nothing is said of what readers read. */
export const nothingMostRead: MostReadRecord = { today: [], week: [] };

/**
 * The lists that are long enough to be shown. A story may be in both: a ranking that left one out
 * would not be true.
 */
export function worthTelling({ today, week }: MostReadRecord): MostReadRecord {
  return { today: longEnough(today), week: longEnough(week) };
}

function longEnough(stories: readonly TrailRecord[]): readonly TrailRecord[] {
  return stories.length < fewest ? [] : stories;
}

export function buildMostRead({ today, week }: MostReadRecord): MostRead {
  return { today: today.map(buildRanked), week: week.map(buildRanked) };
}

/** Its number is what stands above a headline here. */
function buildRanked(story: TrailRecord): Trail {
  return { ...buildTrail(story), kicker: null };
}
