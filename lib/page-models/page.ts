import type {
  ArticlePage,
  ComparisonPage,
  CorrectionsPage,
  FrontPage,
  HistoryPage,
  ListPage,
  PreviewPage,
  ProblemPage,
  SearchPage,
  StandingPageModel,
  TagsPage,
  WithdrawnPage,
} from './model';

/** Every kind of page there is. */
export type Page =
  | ArticlePage
  | WithdrawnPage
  | HistoryPage
  | ComparisonPage
  | PreviewPage
  | FrontPage
  | ListPage
  | SearchPage
  | CorrectionsPage
  | TagsPage
  | StandingPageModel
  | ProblemPage;

/** The page stands at another address, for good. */
export type Moved = Readonly<{ kind: 'moved'; href: string }>;
