import { Socket } from 'node:net';
import pg from 'pg';
import { z } from 'zod';
import { publishedChannel } from '@/lib/text/page-keys';
import type { Reading } from './readings';

const edition = z.tuple([z.object({ version: z.coerce.bigint() })]);
const publications = z.array(
  z.object({ at: z.date(), keys: z.array(z.string()), withdrawn: z.array(z.string()) }),
);

const withdrawals = z.array(z.object({ path: z.string(), key: z.string() }));

/** An instant at which pages will change by themselves: those of the keys, and those withdrawn. */
export type Upcoming = z.infer<typeof publications>[number];

/**
 * One connection to the database, for announcements and what readers read. Every question has the
 * same patience.
 */
export class Session {
  /** Rejects when the connection ends, for whatever reason. */
  readonly broken: Promise<never>;
  readonly #socket = new Socket();
  readonly #client: pg.Client;
  /** Resolves when the question asked last has its answer, or none. */
  #free: Promise<unknown> = Promise.resolve();

  /** @param patience milliseconds for any answer, the connection's included */
  constructor(databaseUrl: string, patience: number, onAnnounced: (payload: string) => void) {
    this.#client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'prism-delivery',
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      // Ours, so that a connection into which nothing can be written is closed all the same.
      stream: () => this.#socket,
    });
    this.#client.on('notification', ({ payload }) => onAnnounced(payload ?? ''));
    this.broken = new Promise((_, reject) => {
      this.#client.on('error', reject);
      this.#client.on('end', () => reject(new Error('the connection ended')));
    });
    this.broken.catch(() => {});
  }

  /** From then on no announcement is missed. Throws, as all of these do. */
  async open(): Promise<void> {
    await this.#client.connect();
    await this.#ask(`LISTEN ${publishedChannel}`);
  }

  async version(): Promise<bigint> {
    const rows = await this.#ask('SELECT version FROM edition');
    return edition.parse(rows)[0].version;
  }

  /**
   * Soonest first. The last minute's come again: their instant may have passed unseen between two
   * readings or two clocks, and to purge twice does no harm.
   */
  async upcoming(): Promise<readonly Upcoming[]> {
    const since = new Date(Date.now() - 60_000);
    const rows = await this.#ask(
      `SELECT at, keys, '{}'::text[] AS withdrawn FROM upcoming_publications($1::timestamptz)
       UNION ALL
       (SELECT withdrawn_at, '{}', ARRAY['/' || section.slug || '/' || article.slug, 'article:' || article.id]
        FROM article JOIN section ON section.id = article.section_id
        WHERE withdrawn_at > $1::timestamptz
        ORDER BY withdrawn_at, article.id LIMIT 100)
       ORDER BY at`,
      [since],
    );
    return publications.parse(rows);
  }

  /** Addresses and keys of the stories withdrawn last. */
  async withdrawn(): Promise<readonly string[]> {
    const rows = await this.#ask(
      `SELECT '/' || section.slug || '/' || article.slug AS path, 'article:' || article.id AS key
       FROM article JOIN section ON section.id = article.section_id
       WHERE withdrawn_at <= now()
       ORDER BY withdrawn_at DESC, article.id DESC LIMIT 1000`,
    );
    return withdrawals.parse(rows).flatMap(({ path, key }) => [path, key]);
  }

  /** Adds to the counts; unknown stories are left out. */
  async addReadings(readings: readonly Reading[]): Promise<void> {
    await this.#ask('SELECT add_readings($1::jsonb)', [JSON.stringify(readings)]);
  }

  close(): void {
    this.#socket.destroy();
  }

  /** In turns: a question that takes long must not use up the patience for the next. */
  #ask(statement: string, values: readonly unknown[] = []): Promise<unknown[]> {
    const asked = this.#free.then(() => this.#client.query(statement, [...values]));
    this.#free = asked.catch(() => {});
    return asked.then(({ rows }) => rows);
  }
}
