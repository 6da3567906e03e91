import { LinkList } from '@/components/link-list';
import { SearchForm } from '@/components/search/search-form';
import type { ProblemPage } from '@/lib/page-models/model';

/** 404, 500 and 503: what happened, in words, and where to go from here. */
export function ProblemView({ page }: Readonly<{ page: ProblemPage }>) {
  const { status, title, explanation, ways, query } = page;
  return (
    <div className="problem">
      <header className="page-head">
        <p className="label">Error {status}</p>
        <h1>{title}</h1>
        <p className="standfirst">{explanation}</p>
      </header>
      <nav aria-labelledby="ways">
        <h2 id="ways">{ways.title}</h2>
        <LinkList links={ways.links} />
      </nav>
      {query !== null && <SearchForm form={{ query, narrowing: null }} />}
    </div>
  );
}
