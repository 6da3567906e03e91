import { databaseReady } from '@/lib/store/health-queries';

/** Ready: the database answers and has every migration. */
export async function GET(): Promise<Response> {
  const ready = await databaseReady();
  return new Response(ready ? 'ready\n' : 'the database is away or not migrated\n', {
    status: ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}
