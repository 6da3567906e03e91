import type { BlockOf } from '@/lib/page-models/model';
import { Inlines } from './inlines';

type Props = Readonly<{ block: BlockOf<'pullQuote'> }>;

/**
 * A line lifted out for display. Only what somebody said or wrote is a quotation and carries
 * quotation marks; without an attribution the line is the story's own.
 */
export function PullQuote({ block: { children, attribution } }: Props) {
  const line = (
    <p>
      <Inlines of={children} />
    </p>
  );
  if (attribution === null) return <aside className="pull-quote">{line}</aside>;
  return (
    <figure className="pull-quote">
      <blockquote>{line}</blockquote>
      <figcaption>
        <Inlines of={attribution} />
      </figcaption>
    </figure>
  );
}
