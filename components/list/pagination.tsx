import type { ReactNode } from 'react';
import { inOrder } from '@/components/in-order';
import type { Pagination as PaginationModel } from '@/lib/page-models/model';

/** The way through a long list; nothing when one page holds it all. */
export function Pagination({ pagination }: Readonly<{ pagination: PaginationModel }>) {
  const { pageCount, newer, older, pages } = pagination;
  if (pageCount < 2) return null;
  return (
    <nav className="pagination" aria-label="Pages">
      {newer && (
        <a href={newer.href} rel="prev">
          {newer.text}
        </a>
      )}
      <ol>{inOrder(pages, entry)}</ol>
      {older && (
        <a href={older.href} rel="next">
          {older.text}
        </a>
      )}
    </nav>
  );
}

function entry(page: PaginationModel['pages'][number]): ReactNode {
  if (page === null) return <li className="gap">…</li>;
  return (
    <li>
      <a
        href={page.href}
        aria-label={`Page ${page.page}`}
        aria-current={page.current ? 'page' : undefined}
      >
        {page.page}
      </a>
    </li>
  );
}
