import type { ComponentProps, ReactNode } from 'react';
import { ArticleView } from '@/components/article/article';
import { examples as articles } from '@/components/article/article.examples';
import { WithdrawnView } from '@/components/article/withdrawn';
import { examples as withdrawn } from '@/components/article/withdrawn.examples';
import { examples as blocks } from '@/components/body/blocks.examples';
import { Body } from '@/components/body/body';
import { examples as bodies } from '@/components/body/body.examples';
import { CorrectionsView } from '@/components/corrections/corrections';
import { examples as corrections } from '@/components/corrections/corrections.examples';
import { Frame } from '@/components/frame/frame';
import { examples as frames } from '@/components/frame/frame.examples';
import { FrontView } from '@/components/front/front';
import { examples as fronts } from '@/components/front/front.examples';
import { ComparisonView } from '@/components/history/comparison';
import { examples as comparisons } from '@/components/history/comparison.examples';
import { HistoryView } from '@/components/history/history';
import { examples as histories } from '@/components/history/history.examples';
import { ListView } from '@/components/list/list';
import { examples as lists } from '@/components/list/list.examples';
import { MostRead } from '@/components/most-read/most-read';
import { examples as mostRead } from '@/components/most-read/most-read.examples';
import { PreviewView } from '@/components/preview/preview';
import { examples as previews } from '@/components/preview/preview.examples';
import { ProblemView } from '@/components/problem/problem';
import { examples as problems } from '@/components/problem/problem.examples';
import { SearchView } from '@/components/search/search';
import { examples as searches } from '@/components/search/search.examples';
import { StandingView } from '@/components/standing/standing';
import { examples as standing } from '@/components/standing/standing.examples';
import { TagsView } from '@/components/tags/tags';
import { examples as tags } from '@/components/tags/tags.examples';
import { Trail } from '@/components/trail/trail';
import { examples as trails } from '@/components/trail/trail.examples';
import { slugify } from '@/lib/text/slugs';
import { Alone } from './alone';

export type Example = Readonly<{ title: string; slug: string; show: () => ReactNode }>;

export type Component = Readonly<{
  /** As its examples file is named. */
  name: string;
  /** Whether it is a whole page, to be seen inside the frame. */
  framed: boolean;
  examples: readonly Example[];
}>;

/** A component with its examples: the very ones that its tests render. */
function component<Props>(
  name: string,
  examples: Readonly<Record<string, Props>>,
  show: (props: Props, title: string) => ReactNode,
  { framed = true } = {},
): Component {
  return {
    name,
    framed,
    examples: Object.entries(examples).map(([title, props]) => ({
      title,
      slug: slugify(title),
      show: () => show(props, title),
    })),
  };
}

const alone = { framed: false };

function bodyAlone(props: ComponentProps<typeof Body>, title: string): ReactNode {
  return (
    <Alone title={title}>
      <Body {...props} />
    </Alone>
  );
}

export const catalogue: readonly Component[] = [
  component('front', fronts, (props) => <FrontView {...props} />),
  component('article', articles, (props) => <ArticleView {...props} />),
  component('withdrawn', withdrawn, (props) => <WithdrawnView {...props} />),
  component('history', histories, (props) => <HistoryView {...props} />),
  component('comparison', comparisons, (props) => <ComparisonView {...props} />),
  component('list', lists, (props) => <ListView {...props} />),
  component('search', searches, (props) => <SearchView {...props} />),
  component('preview', previews, (props) => <PreviewView {...props} />),
  component('corrections', corrections, (props) => <CorrectionsView {...props} />),
  component('tags', tags, (props) => <TagsView {...props} />),
  component('standing', standing, (props) => <StandingView {...props} />),
  component('problem', problems, (props) => <ProblemView {...props} />),
  component('body', bodies, bodyAlone, alone),
  component('blocks', blocks, bodyAlone, alone),
  component(
    'trail',
    trails,
    (props, title) => (
      <Alone title={title}>
        <h2 className="hidden">Stories</h2>
        <Trail {...props} />
      </Alone>
    ),
    alone,
  ),
  component(
    'most-read',
    mostRead,
    (props, title) => (
      <Alone title={title}>
        <MostRead {...props} />
      </Alone>
    ),
    alone,
  ),
  component(
    'frame',
    frames,
    (props, title) => (
      <Frame {...props}>
        <h1>{title}</h1>
      </Frame>
    ),
    alone,
  ),
];

/** The example at /styleguide/{name}/{slug}, or null. */
export function findExample(
  name: string,
  slug: string | undefined,
): Readonly<{ component: Component; example: Example }> | null {
  const component = catalogue.find((candidate) => candidate.name === name);
  const example = component?.examples.find((candidate) => candidate.slug === slug);
  return component && example ? { component, example } : null;
}
