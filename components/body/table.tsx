import type { ReactNode } from 'react';
import { inOrder } from '@/components/in-order';
import type { BlockOf, Inline } from '@/lib/page-models/model';
import { Inlines } from './inlines';
import { plainText } from './plain-text';

type TableBlock = BlockOf<'table'>;
type Alignment = TableBlock['align'][number];

/** A table in a region of its own, which the keyboard can scroll where the screen is narrow. */
export function Table({
  block: { caption, align, header, rows },
}: Readonly<{ block: TableBlock }>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus (WCAG 2.1.1)
    <section className="table" aria-label={nameOf(caption, header)} tabIndex={0}>
      <table>
        {caption && (
          <caption>
            <Inlines of={caption} />
          </caption>
        )}
        <thead>
          <tr>{inOrder(header, (cell, column) => head(cell, align[column]))}</tr>
        </thead>
        <tbody>{inOrder(rows, (row) => tableRow(row, align))}</tbody>
      </table>
    </section>
  );
}

function nameOf(caption: TableBlock['caption'], header: TableBlock['header']): string {
  return caption
    ? plainText(caption)
    : `Table: ${header.map(plainText).filter(Boolean).join(', ')}`;
}

function head(cell: readonly Inline[], alignment: Alignment | undefined): ReactNode {
  if (cell.length === 0) return <td />;
  return (
    <th scope="col" className={classOf(alignment)}>
      <Inlines of={cell} />
    </th>
  );
}

function tableRow(row: readonly Inline[][], align: readonly Alignment[]): ReactNode {
  return <tr>{inOrder(row, (cell, column) => data(cell, align[column], column === 0))}</tr>;
}

/** The first cell of a row names it. */
function data(
  cell: readonly Inline[],
  alignment: Alignment | undefined,
  isFirst: boolean,
): ReactNode {
  const words = <Inlines of={cell} />;
  const className = classOf(alignment);
  if (!isFirst || cell.length === 0) return <td className={className}>{words}</td>;
  return (
    <th scope="row" className={className}>
      {words}
    </th>
  );
}

function classOf(alignment: Alignment | undefined): string | undefined {
  return alignment === 'right' || alignment === 'center' ? `align-${alignment}` : undefined;
}
