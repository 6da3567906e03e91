import type { Link } from '@/lib/page-models/model';

type Listed = Link & { count?: number };

type Props = Readonly<{
  links: readonly Listed[];
  className?: string;
  /** Of a long list only so many are shown at first; the others unfold. */
  shown?: number;
}>;

/** To fold away fewer would save nothing. */
const FEWEST_FOLDED = 3;

/** Links as a list, each with the number of its stories where that is known. */
export function LinkList({ links, className = 'links', shown = links.length }: Props) {
  const first = links.length - shown < FEWEST_FOLDED ? links : links.slice(0, shown);
  const folded = links.slice(first.length);
  return (
    <ul className={className}>
      {first.map(entry)}
      {folded.length > 0 && (
        <li className="fold">
          <details>
            <summary>{folded.length} more</summary>
            <ul className={className}>{folded.map(entry)}</ul>
          </details>
        </li>
      )}
    </ul>
  );
}

function entry({ href, text, count }: Listed) {
  return (
    <li key={href}>
      <a href={href}>{text}</a>
      {count !== undefined && <span className="count"> {count}</span>}
    </li>
  );
}
