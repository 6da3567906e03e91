import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { createTestDatabase } from './test-database';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  test('has every migration applied', async () => {
    const url = await createTestDatabase();
    const [row] = await query(url, "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there");
    expect(row).toEqual({ there: true });
  });

  test('is nobody else’s', async () => {
    const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await query(first, 'CREATE TABLE mark ()');
    const [row] = await query(second, "SELECT to_regclass('mark') IS NULL AS absent");
    expect(row).toEqual({ absent: true });
  });
});
