import { loadArchivePage } from '@/lib/page-models/archive-page';
import { parsePageNumber } from '@/lib/page-models/pagination';
import { answerPage } from '../../answer-page';
import type { RouteProps } from '../../route-props';

/** /archive/2025, /archive/2025/12 and /archive/2025/12/22. */
export default async function ArchiveRoute({
  params,
  searchParams,
}: RouteProps<{ date: string[] }>) {
  const { date } = await params;
  const page = parsePageNumber((await searchParams).page);
  return answerPage(`/archive/${date.join('/')}`, (now) => loadArchivePage(date, page, now));
}
