import type { HeadingLevel } from '@/components/heading';
import type { Trail as TrailModel } from '@/lib/page-models/model';
import { Trail, type TrailVariant } from './trail';

type Props = Readonly<{
  trails: readonly TrailModel[];
  variant: TrailVariant;
  level: HeadingLevel;
  showSection?: boolean;
  className?: string;
  /** The order is what the list says: numbers stand before the stories. */
  ranked?: boolean;
}>;

/** Trails in the order given. */
export function TrailList({ trails, className, ranked = false, ...rest }: Props) {
  const List = ranked ? 'ol' : 'ul';
  return (
    <List className={['trails', ranked && 'ranked', className].filter(Boolean).join(' ')}>
      {trails.map((trail) => (
        <li key={trail.href}>
          <Trail trail={trail} {...rest} />
        </li>
      ))}
    </List>
  );
}
