import { database } from '@/lib/store/client';
import { storyAt } from './corpus';

/** Stories that are read within a week, the first of the archive, at every size. */
const READ = 3_000;
const HOURS = 24 * 7;
const HOUR = 3_600_000;
/** Readings that are added by one statement. */
const AT_ONCE = 10_000;

/** Counts readings of the last week as deliveries do: the story of rank r is read every r-th hour. */
export async function readStories(now: Date): Promise<void> {
  await database().$executeRaw`TRUNCATE reading`;
  const readings = Array.from({ length: READ }, (_, rank) => {
    const { id } = storyAt(rank);
    const hours = Math.max(1, Math.floor(HOURS / (rank + 1)));
    return Array.from({ length: hours }, (_, hour) => ({
      ...{ id, readings: 1 + Math.floor(READ / (rank + 1)) },
      hour: new Date(now.getTime() - ((hour * (rank + 1)) % HOURS) * HOUR),
    }));
  }).flat();
  for (let from = 0; from < readings.length; from += AT_ONCE) {
    const told = JSON.stringify(readings.slice(from, from + AT_ONCE));
    await database().$executeRaw`SELECT add_readings(${told}::jsonb, ${now})`;
  }
  await database().$executeRaw`ANALYZE reading`;
}
