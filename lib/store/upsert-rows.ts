import type { Database } from './client';

type SqlType =
  | 'uuid'
  | 'text'
  | 'integer'
  | 'double precision'
  | 'boolean'
  | 'timestamptz'
  | 'jsonb';

/** A table as it is written to in bulk; rows are keyed by its columns' names. */
export type Table<Row> = Readonly<{
  name: string;
  /** Columns of the unique index that says which rows are there already. */
  key: readonly (keyof Row & string)[];
  columns: Readonly<Record<keyof Row & string, SqlType>>;
}>;

/** Keeps a statement's parameter, one JSON text, at some megabytes. */
const ROWS_PER_STATEMENT = 200;

/** Inserts rows, or replaces the named columns of those that are there: one statement for many. */
export async function upsertRows<Row extends object>(
  db: Database,
  table: Table<Row>,
  rows: readonly Row[],
): Promise<void> {
  const statement = upsertStatement(table);
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const json = JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT));
    await db.$executeRawUnsafe(statement, json);
  }
}

function upsertStatement<Row>({ name, key, columns }: Table<Row>): string {
  const types = Object.entries<SqlType>(columns);
  const names = types.map(([column]) => `"${column}"`).join(', ');
  const isKey = new Set<string>(key);
  return `
    INSERT INTO "${name}" (${names})
    SELECT ${names}
    FROM jsonb_to_recordset($1::jsonb) AS given(${types.map(([column, type]) => `"${column}" ${type}`).join(', ')})
    ON CONFLICT (${key.map((column) => `"${column}"`).join(', ')}) DO UPDATE SET ${types
      .filter(([column]) => !isKey.has(column))
      .map(([column]) => `"${column}" = excluded."${column}"`)
      .join(', ')}`;
}
