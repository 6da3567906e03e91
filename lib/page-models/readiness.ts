import { databaseReady } from '@/lib/store/health-queries';

/** What operators are told at `/readyz`. */
export async function loadReadiness(): Promise<Readonly<{ ready: boolean; text: string }>> {
  const ready = await databaseReady();
  return { ready, text: ready ? 'ready' : 'the database is away or not migrated' };
}
