import type { SearchNarrowing } from '@/lib/page-models/model';

/** What narrows and orders the answers: folded away until something of it was chosen. */
export function Narrowing({ narrowing }: Readonly<{ narrowing: SearchNarrowing }>) {
  const { section, tag, from, to, sort, sections, tags, isOpen, clear } = narrowing;
  return (
    <details className="narrowing" open={isOpen}>
      <summary>Section, topic, dates, order</summary>
      <div className="fields">
        <p>
          <label htmlFor="section">Section</label>{' '}
          <select id="section" name="section" defaultValue={section}>
            <option value="">All sections</option>
            {sections.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label htmlFor="tag">Topic</label>{' '}
          <input
            id="tag"
            type="text"
            name="tag"
            defaultValue={tag}
            list="topic-names"
            placeholder="Any"
          />
          <datalist id="topic-names">
            {tags.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </datalist>
        </p>
        <p>
          <label htmlFor="from">From day</label>{' '}
          <input id="from" type="date" name="from" defaultValue={from} />
        </p>
        <p>
          <label htmlFor="to">To day</label>{' '}
          <input id="to" type="date" name="to" defaultValue={to} />
        </p>
        <p>
          <label htmlFor="sort">Order</label>{' '}
          <select id="sort" name="sort" defaultValue={sort}>
            <option value="">Best first</option>
            <option value="date">Newest first</option>
          </select>
        </p>
      </div>
      {clear && (
        <p className="clear">
          <a href={clear.href}>{clear.text}</a>
        </p>
      )}
    </details>
  );
}
