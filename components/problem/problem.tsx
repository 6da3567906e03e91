import { LinkList } from '@/components/link-list';
import type { ProblemPage } from '@/lib/page-models/model';

/** 404, 500 and 503: what happened, in words, and where to go from here. */
export function ProblemView({ page }: Readonly<{ page: ProblemPage }>) {
  const { status, title, explanation, suggestions } = page;
  return (
    <div className="problem">
      <header className="page-head">
        <p className="label">Error {status}</p>
        <h1>{title}</h1>
        <p className="standfirst">{explanation}</p>
      </header>
      {suggestions.length > 0 && (
        <nav aria-labelledby="suggestions">
          <h2 id="suggestions">You may have been looking for</h2>
          <LinkList links={suggestions} />
        </nav>
      )}
    </div>
  );
}
