import type { ReactNode } from 'react';
import { inOrder } from '@/components/in-order';
import type { BlockOf, Inline } from '@/lib/page-models/model';
import { languageAttributes } from '@/lib/text/language';
import { Inlines } from './inlines';

/** Words that were said or written, with who said them and where they can be read. */
export function Quotation({ block }: Readonly<{ block: BlockOf<'quotation'> }>) {
  const { paragraphs, attribution, source, language } = block;
  return (
    <figure className="quotation">
      <blockquote cite={source ?? undefined} {...languageAttributes(language)}>
        {inOrder(paragraphs, paragraph)}
      </blockquote>
      {(attribution || source) && <figcaption>{credit(attribution, source)}</figcaption>}
    </figure>
  );
}

function paragraph(children: readonly Inline[]): ReactNode {
  return (
    <p>
      <Inlines of={children} />
    </p>
  );
}

/** The attribution is the link, unless it holds links of its own. */
function credit(attribution: readonly Inline[] | null, source: string | null): ReactNode {
  const words = attribution && <Inlines of={attribution} />;
  if (source === null) return words;
  if (attribution?.some(({ type }) => type === 'link')) return words;
  return <a href={source}>{words ?? 'Source of this quotation'}</a>;
}
