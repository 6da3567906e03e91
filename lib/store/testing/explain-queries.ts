import pg from 'pg';
import { vi } from 'vitest';

/** What a statement read of one table, and how. */
export type TableRead = Readonly<{
  how: string;
  table: string;
  buffers: number;
  /** Those that were looked at, whether or not they were wanted. */
  rows: number;
  /** The beginning of it. */
  statement: string;
}>;

/**
 * How Postgres carries out the statements that go to it while `work` runs: it is asked for each again, as if the
 * tables were large. (To read a small one whole is cheaper than to look anything up in it.)
 */
export async function readsOf(
  url: string,
  work: () => Promise<unknown>,
): Promise<readonly TableRead[]> {
  const statements = await captured(work);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SET enable_seqscan = off; SET random_page_cost = 1.1');
  try {
    const reads: TableRead[] = [];
    for (const { text, values } of statements) {
      const { rows } = await client.query(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
        values ? [...values] : [],
      );
      const statement = text.replaceAll(/\s+/g, ' ').trim().slice(0, 160);
      const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan);
      reads.push(...nodes.map((read) => ({ ...read, statement })));
    }
    return reads;
  } finally {
    await client.end();
  }
}

type Statement = Readonly<{ text: string; values?: readonly unknown[] }>;

async function captured(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls
      .map(([statement]) => statement as unknown as Statement)
      .filter(({ text }) => /^\s*(?:SELECT|WITH|\()/.test(text));
  } finally {
    query.mockRestore();
  }
}

type Plan = Readonly<{
  'Node Type': string;
  'Relation Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  /** These three are of one loop. */
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Actual Loops': number;
  Plans?: readonly Plan[];
}>;

function nodesOf(plan: Plan): Omit<TableRead, 'statement'>[] {
  const below = (plan.Plans ?? []).flatMap(nodesOf);
  const table = plan['Relation Name'];
  if (table === undefined) return below;
  const buffers = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  const removed =
    (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0);
  const rows = Math.round((plan['Actual Rows'] + removed) * plan['Actual Loops']);
  return [{ how: plan['Node Type'], table, buffers, rows }, ...below];
}
