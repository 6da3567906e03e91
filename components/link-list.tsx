import type { Link } from '@/lib/page-models/model';

type Props = Readonly<{ links: readonly (Link & { count?: number })[]; className?: string }>;

/** Links as a list, each with the number of its stories where that is known. */
export function LinkList({ links, className = 'links' }: Props) {
  return (
    <ul className={className}>
      {links.map(({ href, text, count }) => (
        <li key={href}>
          <a href={href}>{text}</a>
          {count !== undefined && <span className="count"> {count}</span>}
        </li>
      ))}
    </ul>
  );
}
