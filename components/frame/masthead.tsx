import { LinkList } from '@/components/link-list';
import type { Link } from '@/lib/page-models/model';
import { publication } from '@/lib/site/publication';

type Props = Readonly<{ sections: readonly Link[] }>;

/** The head of every page: publisher, nameplate, search, sections. */
export function Masthead({ sections }: Props) {
  const { name, publisher } = publication;
  return (
    <header className="masthead">
      <div className="topline">
        <a href={publisher.url}>{publisher.home}</a>
        <search>
          <form action="/search">
            <input type="search" name="q" aria-label={`Search ${name}`} placeholder="Search" />
            <button type="submit">Search</button>
          </form>
        </search>
      </div>
      <p className="nameplate">
        <a href="/">{name}</a>
      </p>
      <nav aria-label="Sections">
        <LinkList links={sections} shown={9} />
      </nav>
    </header>
  );
}
