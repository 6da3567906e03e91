import { loadArchiveIndexPage } from '@/lib/page-models/archive-page';
import { parsePageNumber } from '@/lib/page-models/pagination';
import { answerPage } from '../answer-page';
import type { RouteProps } from '../route-props';

export default async function ArchiveIndexRoute({ searchParams }: RouteProps) {
  const page = parsePageNumber((await searchParams).page);
  return answerPage('/archive', (now) => loadArchiveIndexPage(page, now));
}
