import { LinkList } from '@/components/link-list';
import type { Link } from '@/lib/page-models/model';

type Props = Readonly<{ of: string; links: readonly Link[] }>;

/** Ways to follow a list without coming back to it. */
export function Feeds({ of, links }: Props) {
  if (links.length === 0) return null;
  return (
    <nav className="feeds meta" aria-label={`Feeds of ${of}`}>
      <p>Follow:</p>
      <LinkList links={links} />
    </nav>
  );
}
