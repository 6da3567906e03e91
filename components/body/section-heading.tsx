import { Heading } from '@/components/heading';
import type { BlockOf } from '@/lib/page-models/model';
import { Inlines } from './inlines';
import { plainText } from './plain-text';

type Props = Readonly<{ block: BlockOf<'heading'> }>;

/**
 * A heading of the text, and a link to copy that leads to it; the link is no part of its name, and
 * the style sheet draws its sign. In reader modes the heading stays (they drop a `div` that holds
 * no paragraph) and the link goes (it has no text).
 */
export function SectionHeading({ block: { level, id, children } }: Props) {
  return (
    <hgroup className="section-heading">
      <Heading level={level} id={id}>
        <Inlines of={children} />
      </Heading>
      <p>
        {/* biome-ignore lint/a11y/useAnchorContent: its label is its content */}
        <a className="anchor" href={`#${id}`} aria-label={`Link to “${plainText(children)}”`} />
      </p>
    </hgroup>
  );
}
