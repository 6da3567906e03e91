import { LinkList } from '@/components/link-list';
import type { Link } from '@/lib/page-models/model';

/** The way from the front page down to this page's parent. */
export function Breadcrumbs({ links }: Readonly<{ links: readonly Link[] }>) {
  if (links.length === 0) return null;
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumbs">
      <LinkList links={links} />
    </nav>
  );
}
