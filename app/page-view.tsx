import { ArticleView } from '@/components/article/article';
import { WithdrawnView } from '@/components/article/withdrawn';
import { CorrectionsView } from '@/components/corrections/corrections';
import { FrontView } from '@/components/front/front';
import { ComparisonView } from '@/components/history/comparison';
import { HistoryView } from '@/components/history/history';
import { ListView } from '@/components/list/list';
import { PreviewView } from '@/components/preview/preview';
import { ProblemView } from '@/components/problem/problem';
import { SearchView } from '@/components/search/search';
import { StandingView } from '@/components/standing/standing';
import { TagsView } from '@/components/tags/tags';
import type { Page } from '@/lib/page-models/page';

/** The component that shows each kind of page. */
export function PageView({ page }: Readonly<{ page: Page }>) {
  switch (page.kind) {
    case 'article':
      return <ArticleView page={page} />;
    case 'withdrawn':
      return <WithdrawnView page={page} />;
    case 'history':
      return <HistoryView page={page} />;
    case 'comparison':
      return <ComparisonView page={page} />;
    case 'preview':
      return <PreviewView page={page} />;
    case 'front':
      return <FrontView page={page} />;
    case 'section':
    case 'tag':
    case 'author':
    case 'archive':
      return <ListView page={page} />;
    case 'search':
      return <SearchView page={page} />;
    case 'corrections':
      return <CorrectionsView page={page} />;
    case 'tags':
      return <TagsView page={page} />;
    case 'standing':
      return <StandingView page={page} />;
    case 'problem':
      return <ProblemView page={page} />;
  }
}
