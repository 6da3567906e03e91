import { LinkList } from '@/components/link-list';
import { Pagination } from '@/components/list/pagination';
import { Trail } from '@/components/trail/trail';
import type { SearchPage } from '@/lib/page-models/model';
import { SearchForm } from './search-form';
import { Snippet } from './snippet';

/** The search page, before and after a question. */
export function SearchView({ page }: Readonly<{ page: SearchPage }>) {
  const { form, summary, notes, respelt, elsewhere, earlier, results, pagination, topics } = page;
  return (
    <div className="search">
      <header className="page-head">
        <h1>Search</h1>
        <SearchForm form={form} />
        {notes.map((note) => (
          <p className="note" key={note}>
            {note}
          </p>
        ))}
        <p className="summary">{summary}</p>
        {respelt && (
          <p className="help">
            Did you mean <a href={respelt.href}>{respelt.text}</a>?
          </p>
        )}
        {elsewhere && (
          <p className="help">
            <a href={elsewhere.href}>{elsewhere.text} in the whole paper</a>
          </p>
        )}
      </header>
      {results.length > 0 && (
        <ol className="trails">
          {results.map(({ trail, snippet }) => (
            <li key={trail.href}>
              <Trail trail={trail} variant="item" level={2}>
                {snippet.length > 0 ? <Snippet parts={snippet} /> : undefined}
              </Trail>
            </li>
          ))}
        </ol>
      )}
      {earlier && (
        <p className="help">
          <a href={earlier.href}>{earlier.text}</a>
        </p>
      )}
      {pagination && <Pagination pagination={pagination} />}
      {topics.length > 0 && (
        <nav className="topics" aria-labelledby="topics">
          <h2 id="topics">Topics</h2>
          <LinkList links={topics} />
        </nav>
      )}
    </div>
  );
}
