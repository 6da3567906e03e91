import type { ReactNode } from 'react';
import { Heading, type HeadingLevel } from '@/components/heading';
import type { BlockOf } from '@/lib/page-models/model';
import { Inlines } from './inlines';

type TimelineBlock = BlockOf<'timeline'>;
type Entry = TimelineBlock['entries'][number];
type Props = Readonly<{ block: TimelineBlock; titleLevel: HeadingLevel }>;

/** Dated entries along a line; each date is a link that can be copied. */
export function Timeline({ block: { title, id, entries }, titleLevel }: Props) {
  return (
    <div className="timeline">
      <Heading level={titleLevel} id={id}>
        {title}
      </Heading>
      <ol>
        {entries.map((entry) => (
          <li key={entry.id} id={entry.id} className={classOf(entry)}>
            <a href={`#${entry.id}`}>{labelOf(entry)}</a>{' '}
            <p>
              <Inlines of={entry.children} />
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

function classOf({ when }: Entry): string | undefined {
  return when?.to === 'ongoing' ? 'ongoing' : undefined;
}

/** The words shown, as `<time>` where a machine can read them; a range holds two. */
function labelOf({ label, when }: Entry): ReactNode {
  if (when === null) return label;
  const dash = label.indexOf('–');
  if (when.to === null || when.to === 'ongoing' || dash === -1) {
    return <time dateTime={when.from}>{label}</time>;
  }
  return (
    <>
      <time dateTime={when.from}>{label.slice(0, dash)}</time>–
      <time dateTime={when.to}>{label.slice(dash + 1)}</time>
    </>
  );
}
