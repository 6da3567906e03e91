import { loadSitemapIndex } from '@/lib/page-models/sitemap-index';
import { renderSitemap } from '@/lib/syndication/sitemap';
import { answerDocument } from '../answer-document';

export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return answerDocument('/sitemap.xml', async (now) => renderSitemap(await loadSitemapIndex(now)));
}
