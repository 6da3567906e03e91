import { openDatabaseProxy } from '@/scripts/testing/database-proxy';
import { fetchRaw } from '../fetch';
import type { Figure } from '../figure';
import type { Stage } from '../stage';

/** The name under which the renderer's connections are known to Postgres. */
const RENDERER = 'prism-news';

/** Statements that go to Postgres for one story nobody has read, counted on the wire. */
export async function measureQueries(stage: Stage): Promise<readonly Figure[]> {
  const { databaseUrl, stories } = await stage.paper();
  const proxy = await openDatabaseProxy(databaseUrl);
  try {
    const { port } = await stage.openSite(proxy.url);
    const counts: number[] = [];
    for (const [index, story] of stories.entries()) {
      proxy.resetCount();
      const { status } = await fetchRaw(port, story);
      if (status !== 200) throw new Error(`${story}: ${status}`);
      // The first story also pays for what the process asks once.
      if (index > 0) counts.push(proxy.count(RENDERER));
    }
    return [
      {
        id: 'cold queries',
        title: 'Queries for one cold story',
        value: Math.max(...counts),
        unit: '',
        detail: `the most of ${counts.length} stories, counted on the wire`,
      },
    ];
  } finally {
    await stage.clear();
    await proxy.close();
  }
}
