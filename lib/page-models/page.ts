import type {
  ArticlePage,
  CorrectionsPage,
  FrontPage,
  ListPage,
  PreviewPage,
  ProblemPage,
  SearchPage,
  StandingPageModel,
  WithdrawnPage,
} from './model';

/** Every kind of page there is. */
export type Page =
  | ArticlePage
  | WithdrawnPage
  | PreviewPage
  | FrontPage
  | ListPage
  | SearchPage
  | CorrectionsPage
  | StandingPageModel
  | ProblemPage;

/** The page stands at another address, for good. */
export type Moved = Readonly<{ kind: 'moved'; href: string }>;
