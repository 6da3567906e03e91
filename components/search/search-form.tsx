import type { SearchForm as SearchFormModel } from '@/lib/page-models/model';
import { Narrowing } from './narrowing';

/** The question, with what was asked before. */
export function SearchForm({ form }: Readonly<{ form: SearchFormModel }>) {
  const { query, narrowing } = form;
  return (
    <search>
      <form action="/search" className="search-form">
        <div className="question">
          <label htmlFor="query">Search stories</label>{' '}
          <input id="query" type="search" name="q" defaultValue={query} maxLength={200} />
          <button type="submit">Search</button>
        </div>
        {narrowing && <Narrowing narrowing={narrowing} />}
      </form>
    </search>
  );
}
