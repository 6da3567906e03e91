import { loadCorrectionsPage } from '@/lib/page-models/corrections-page';
import { parsePageNumber } from '@/lib/page-models/pagination';
import { answerPage } from '../answer-page';
import type { RouteProps } from '../route-props';

export default async function CorrectionsRoute({ searchParams }: RouteProps) {
  const page = parsePageNumber((await searchParams).page);
  return answerPage('/corrections', (now) => loadCorrectionsPage(page, now));
}
