import { loadSitemap } from '@/lib/page-models/sitemap';
import { parseSitemapName } from '@/lib/page-models/sitemap-files';
import { renderSitemap } from '@/lib/syndication/sitemap';
import { answerDocument } from '../../answer-document';
import type { RouteProps } from '../../route-props';

export const dynamic = 'force-dynamic';

/** `/sitemap-stories-3.xml`, which next.config.js leads here. */
export async function GET(
  _request: Request,
  { params }: Pick<RouteProps<{ file: string }>, 'params'>,
): Promise<Response> {
  const { file } = await params;
  return answerDocument(`/sitemap-${file}.xml`, async (now) => {
    const name = parseSitemapName(file);
    const sitemap = name && (await loadSitemap(name, now));
    return sitemap && renderSitemap(sitemap);
  });
}
