import { loadArticlePage } from '@/lib/page-models/article-page';
import { loadFrame } from '@/lib/page-models/frame';
import type { ArticlePage, Frame } from '@/lib/page-models/model';

/** What the rival servers show: the models of these stories, read once from DATABASE_URL. */
export type Models = Readonly<{
  frame: Frame;
  pages: Readonly<Record<string, ArticlePage>>;
}>;

const { frame } = await loadFrame();
const pages: Record<string, ArticlePage> = {};
for (const path of process.argv.slice(2)) {
  const [, section = '', slug = ''] = path.split('/');
  const page = await loadArticlePage(section, slug, new Date());
  if (page?.kind !== 'article') throw new Error(`${path} is no story`);
  pages[path] = page;
}
process.stdout.write(JSON.stringify({ frame, pages } satisfies Models), () => process.exit());
