import { loadReadiness } from '@/lib/page-models/readiness';

/** Ready: the database answers and has every migration. */
export async function GET(): Promise<Response> {
  const { ready, text } = await loadReadiness();
  return new Response(`${text}\n`, {
    status: ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}
