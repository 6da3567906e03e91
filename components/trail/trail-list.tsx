import type { HeadingLevel } from '@/components/heading';
import type { Trail as TrailModel } from '@/lib/page-models/model';
import { Trail, type TrailVariant } from './trail';

type Props = Readonly<{
  trails: readonly TrailModel[];
  variant: TrailVariant;
  level: HeadingLevel;
  showSection?: boolean;
  className?: string;
}>;

/** Trails in the order given. */
export function TrailList({ trails, className, ...rest }: Props) {
  return (
    <ul className={['trails', className].filter(Boolean).join(' ')}>
      {trails.map((trail) => (
        <li key={trail.href}>
          <Trail trail={trail} {...rest} />
        </li>
      ))}
    </ul>
  );
}
