import type { ReactNode } from 'react';
import { inOrder } from '@/components/in-order';
import type { SnippetPart } from '@/lib/page-models/model';

/** A passage that answers the question, its hits marked. */
export function Snippet({ parts }: Readonly<{ parts: readonly SnippetPart[] }>) {
  return <p className="snippet">{inOrder(parts, mark)}</p>;
}

function mark({ text, hit }: SnippetPart): ReactNode {
  return hit ? <mark>{text}</mark> : text;
}
