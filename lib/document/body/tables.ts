import type { Table, TableRow } from 'mdast';
import type { BlockOf, Inline } from '../blocks';
import { type BodyContext, refuse } from './context';
import { readInlines } from './inlines';

type TableBlock = BlockOf<'table'>;

export function readTable(
  node: Table,
  caption: Inline[] | null,
  context: BodyContext,
): TableBlock | null {
  const [head, ...rest] = node.children;
  if (head === undefined) return null;
  const width = head.children.length;
  const rows = rest.map((row) => readRow(row, width, context));
  if (rows.length === 0) {
    return refuse(node, context, 'the table has no rows below its head', 'add at least one');
  }
  return {
    type: 'table',
    caption,
    align: Array.from({ length: width }, (_, column) => node.align?.[column] ?? null),
    header: readRow(head, width, context),
    rows,
  };
}

/** The row's cells; missing ones at its end are empty, as GFM has it. */
function readRow(row: TableRow, width: number, context: BodyContext): Inline[][] {
  if (row.children.length > width) {
    refuse(
      row,
      context,
      `the row has ${row.children.length} cells, the head ${width}`,
      'make them equal; a | inside a cell is written \\|',
    );
  }
  return Array.from({ length: width }, (_, column) =>
    readInlines(row.children[column]?.children ?? [], context),
  );
}
