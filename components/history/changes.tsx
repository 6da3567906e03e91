import { inOrder } from '@/components/in-order';
import type { ComparedLine, DiffPart } from '@/lib/page-models/model';
import { languageAttributes, ownWordsWithin } from '@/lib/text/language';

type Props = Readonly<{ lines: readonly ComparedLine[]; language: string }>;

/**
 * Lines of a story with what was taken out and what was put in. Most screen readers pass over `ins`
 * and `del` unless told otherwise, so hidden words say it.
 */
export function Changes({ lines, language }: Props) {
  const own = ownWordsWithin(language);
  return (
    <div {...languageAttributes(language)}>
      {inOrder(lines, (line) =>
        line.kind === 'gap' ? (
          <p className="meta" {...own}>
            {line.text}
          </p>
        ) : (
          <p>{inOrder(line.parts, (part) => show(part, own))}</p>
        ),
      )}
    </div>
  );
}

function show({ kind, text }: DiffPart, own: ReturnType<typeof ownWordsWithin>) {
  switch (kind) {
    case 'same':
      return text;
    case 'removed':
      return (
        <del>
          <span className="hidden" {...own}>
            {'[removed: '}
          </span>
          {text}
          <span className="hidden">{']'}</span>
        </del>
      );
    case 'added':
      return (
        <ins>
          <span className="hidden" {...own}>
            {'[added: '}
          </span>
          {text}
          <span className="hidden">{']'}</span>
        </ins>
      );
  }
}
