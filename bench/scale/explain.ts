import { connect as connectTo } from '@/lib/postgres/databases';

type Statement = Readonly<{ text: string; values?: readonly unknown[] }>;

type Plan = Readonly<{
  'Node Type': string;
  'Relation Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: readonly Plan[];
}>;

/**
 * @property buffers 8 KB pages of Postgres that all statements touch
 * @property whole tables that are read from end to end, of those that grow
 */
export type Explained = Readonly<{ buffers: number; whole: readonly string[] }>;

const GROWING = [
  ...['article', 'article_tag', 'article_tree', 'article_author', 'revision', 'source'],
  ...['correction', 'content_file', 'list_month', 'reading'],
];

/** Every statement that the work sends is written down at the class of all connections, and explained. */
export async function explain(url: string, work: () => Promise<unknown>): Promise<Explained> {
  const client = await connectTo(url);
  const connections = Object.getPrototypeOf(client);
  const statements: Statement[] = [];
  const query = connections.query;
  connections.query = function (...args: unknown[]) {
    statements.push(args[0] as Statement);
    return query.apply(this, args);
  };
  await work().finally(() => {
    connections.query = query;
  });
  const plans: Plan[] = [];
  for (const { text, values } of statements) {
    if (!/^\s*(?:SELECT|WITH|\()/.test(text ?? '')) continue;
    const { rows } = await client.query(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
      values ? [...values] : [],
    );
    plans.push(rows[0]['QUERY PLAN'][0].Plan);
  }
  await client.end();
  const whole = plans
    .flatMap(nodesOf)
    .filter((node) => node['Node Type'] === 'Seq Scan' && buffersOf(node) > 1)
    .flatMap((node) => node['Relation Name'] ?? [])
    .filter((table) => GROWING.includes(table));
  const buffers = plans.reduce((sum, plan) => sum + buffersOf(plan), 0);
  return { buffers, whole: [...new Set(whole)] };
}

function buffersOf(plan: Plan): number {
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
