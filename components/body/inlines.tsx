import type { ReactNode } from 'react';
import { inOrder } from '@/components/in-order';
import type { Inline } from '@/lib/page-models/model';
import { languageAttributes } from '@/lib/text/language';

type Props = Readonly<{ of: readonly Inline[] }>;

/** Text inside a block. */
export function Inlines({ of }: Props) {
  return inOrder(of, inline);
}

function inline(part: Inline): ReactNode {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'code':
      return <code>{part.text}</code>;
    case 'break':
      return <br />;
    case 'emphasis':
      return (
        <em>
          <Inlines of={part.children} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Inlines of={part.children} />
        </strong>
      );
    case 'link':
      return (
        <a href={part.href}>
          <Inlines of={part.children} />
        </a>
      );
    case 'foreign':
      return (
        <i className="foreign" {...languageAttributes(part.language)}>
          <Inlines of={part.children} />
        </i>
      );
  }
}
