import pg from 'pg';
import { vi } from 'vitest';

/** The statements that go to the database while `work` runs, as they begin. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.map(([statement]) => textOf(statement).trim().slice(0, 60));
  } finally {
    query.mockRestore();
  }
}

function textOf(statement: unknown): string {
  return typeof statement === 'string' ? statement : String(Object(statement).text);
}
