import { Heading } from '@/components/heading';
import type { BlockOf } from '@/lib/page-models/model';
import { Inlines } from './inlines';
import { plainText } from './plain-text';

type Props = Readonly<{ block: BlockOf<'heading'> }>;

/** A heading of the text, and a link to copy that leads to it; the link is no part of its name. */
export function SectionHeading({ block: { level, id, children } }: Props) {
  return (
    <div className="section-heading">
      <Heading level={level} id={id}>
        <Inlines of={children} />
      </Heading>
      <a className="anchor" href={`#${id}`} aria-label={`Link to “${plainText(children)}”`}>
        #
      </a>
    </div>
  );
}
