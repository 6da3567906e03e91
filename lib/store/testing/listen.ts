import pg from 'pg';
import { publishedChannel } from '@/lib/text/page-keys';

/** What a run announced. */
export type Announcement = Readonly<{ version: number; keys: readonly string[] }>;

export type Listener = Readonly<{
  /** What has been announced since the last call. */
  heard: () => Promise<readonly Announcement[]>;
  close: () => Promise<void>;
}>;

/** Listens to a database as delivery does. */
export async function listen(url: string): Promise<Listener> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let payloads: string[] = [];
  client.on('notification', ({ payload = '' }) => payloads.push(payload));
  await client.query(`LISTEN ${publishedChannel}`);
  return {
    // Postgres hands on what was committed before it says that a statement is done.
    heard: async () => {
      await client.query('SELECT');
      const announcements = payloads.map((payload): Announcement => JSON.parse(payload));
      payloads = [];
      return announcements;
    },
    close: () => client.end(),
  };
}
