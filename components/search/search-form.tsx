/** The question, with what was asked before. */
export function SearchForm({ query }: Readonly<{ query: string }>) {
  return (
    <search>
      <form action="/search" className="search-form">
        <label htmlFor="query">Search stories</label>
        <input id="query" type="search" name="q" defaultValue={query} />
        <button type="submit">Search</button>
      </form>
    </search>
  );
}
