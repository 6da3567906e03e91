import { Body } from '@/components/body/body';
import { LinkList } from '@/components/link-list';
import { Feeds } from '@/components/list/feeds';
import { MostRead } from '@/components/most-read/most-read';
import { TrailList } from '@/components/trail/trail-list';
import type { ListPage } from '@/lib/page-models/model';
import { Breadcrumbs } from './breadcrumbs';
import { Pagination } from './pagination';
import { Plot } from './plot';

/** A section, tag, author or archive page. */
export function ListView({ page }: Readonly<{ page: ListPage }>) {
  return (
    <div className={`list list-${page.kind}`}>
      <header className="page-head">
        <Breadcrumbs links={page.breadcrumbs} />
        <p className="label">{page.label}</p>
        <h1>{page.title}</h1>
        {page.description && <p className="standfirst">{page.description}</p>}
        {page.biography && <Body blocks={page.biography} />}
        <p className="meta">{page.countText}</p>
        {page.plot && <Plot plot={page.plot} />}
      </header>
      {page.navigation.length > 0 && <Rail navigation={page.navigation} />}
      {page.trails.length > 0 && (
        <TrailList
          trails={page.trails}
          variant="item"
          level={2}
          showSection={page.kind !== 'section'}
        />
      )}
      <Pagination pagination={page.pagination} />
      <MostRead mostRead={page.mostRead} showSection={false} />
      <Feeds of={page.title} links={page.feeds} />
    </div>
  );
}

/** Where else to go from this list: beside it where there is room, above it where there is not. */
function Rail({ navigation }: Readonly<Pick<ListPage, 'navigation'>>) {
  return (
    <div className="rail">
      {navigation.map(({ title, links }) => (
        <nav key={title} aria-label={title}>
          <p className="label">{title}</p>
          <LinkList links={links} shown={31} />
        </nav>
      ))}
    </div>
  );
}
