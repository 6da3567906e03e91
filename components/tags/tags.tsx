import { LinkList } from '@/components/link-list';
import { Breadcrumbs } from '@/components/list/breadcrumbs';
import { Pagination } from '@/components/list/pagination';
import type { TagsPage } from '@/lib/page-models/model';

/** All tags under their letters. */
export function TagsView({ page }: Readonly<{ page: TagsPage }>) {
  const { title, breadcrumbs, countText, lately, letters, groups, pagination } = page;
  return (
    <div className="tags-page">
      <header className="page-head">
        <Breadcrumbs links={breadcrumbs} />
        <h1>{title}</h1>
        <p className="standfirst">What our stories are about, A to Z.</p>
        <p className="meta">{countText}</p>
      </header>
      {lately.length > 0 && (
        <nav className="topics" aria-labelledby="lately">
          <h2 id="lately">Most used lately</h2>
          <LinkList links={lately} />
        </nav>
      )}
      {letters.length > 1 && (
        <nav className="letters" aria-label="Letters">
          <LinkList links={letters} />
        </nav>
      )}
      {groups.map(({ id, title: letter, tags }) => (
        <section key={letter} className="letter" id={id ?? undefined}>
          <h2>{id === null ? `${letter}, continued` : letter}</h2>
          <LinkList links={tags} />
        </section>
      ))}
      {groups.length === 0 && <p>No story has a tag yet.</p>}
      <Pagination pagination={pagination} />
    </div>
  );
}
