import { loadNewsSitemap } from '@/lib/page-models/news-sitemap';
import { renderSitemap } from '@/lib/syndication/sitemap';
import { answerDocument } from '../answer-document';

export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return answerDocument('/news-sitemap.xml', async (now) =>
    renderSitemap(await loadNewsSitemap(now)),
  );
}
