import type { Picture } from '../blocks';
import type { Mention } from '../mentions';
import type { Place, Report } from '../report';
import type { Anchors } from './anchors';
import type { Node } from './markdown';

/** Finds the picture of that name beside the file, or says why there is none. */
export type FindPicture = (name: string) => Picture | Readonly<{ message: string; remedy: string }>;

/** What the readers of a body's parts share. */
export type BodyContext = Readonly<{
  /** The Markdown that positions refer to. */
  markdown: string;
  /** Line of the file on which it begins. */
  firstLine: number;
  /** Where all problems point, when the Markdown is not the file's own text. */
  fixedPlace: Place | null;
  report: Report;
  findPicture: FindPicture;
  anchors: Anchors;
  /** Links to be checked once the whole folder is known. */
  mentions: Mention[];
}>;

export function placeOf(node: Node, context: BodyContext): Place {
  if (context.fixedPlace !== null) return context.fixedPlace;
  const { line = 1, column = 1 } = node.position?.start ?? {};
  return { line: line + context.firstLine - 1, column };
}

/** The Markdown from which a node was read. */
export function rawText(node: Node, context: BodyContext): string {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  return context.markdown.slice(start, end);
}

/** Reports an error of the body; null, so that a reader can `return refuse(…)`. */
export function refuse(node: Node, context: BodyContext, message: string, remedy: string): null {
  context.report.error(placeOf(node, context), 'body', message, remedy);
  return null;
}
