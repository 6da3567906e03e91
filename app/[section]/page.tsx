import { parsePageNumber } from '@/lib/page-models/pagination';
import { loadSectionPage } from '@/lib/page-models/section-page';
import { loadStandingPage } from '@/lib/page-models/standing-page';
import { answerPage } from '../answer-page';
import type { RouteProps } from '../route-props';

/** A section, or a standing page such as /about: they share the first level of addresses. */
export default async function SectionRoute({
  params,
  searchParams,
}: RouteProps<{ section: string }>) {
  const { section } = await params;
  const page = parsePageNumber((await searchParams).page);
  return answerPage(
    `/${section}`,
    async (now) =>
      (await loadSectionPage(section, page, now)) ??
      (page === 1 ? loadStandingPage(section) : null),
  );
}
