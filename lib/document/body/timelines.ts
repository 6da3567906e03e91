import type { ListItem } from 'mdast';
import type { BlockOf } from '../blocks';
import { isOrdered, parseTimespan } from '../timespans';
import { onlyChild } from './boxes';
import { type BodyContext, placeOf, refuse } from './context';
import { directives, readAttributes } from './directives';
import { isBare, readInlines, trimInlines } from './inlines';
import type { ContainerDirective, TextDirective } from './markdown';
import { plainText } from './plain-text';
import { refuseNode } from './refusals';

type Entry = BlockOf<'timeline'>['entries'][number];

/** `:::timeline` */
export function readTimeline(
  node: ContainerDirective,
  context: BodyContext,
): BlockOf<'timeline'> | null {
  const attributes = readAttributes(node, directives.timeline.attributes, context);
  const list = onlyChild(node, 'list', context);
  if (list === null) return null;
  const id = attributes === null ? '' : context.anchors.claim(attributes.title);
  const entries: Entry[] = [];
  let latest: string | null = null;
  for (const item of list.children) {
    const entry = readEntry(item, context);
    if (entry === null) continue;
    entries.push(entry);
    if (entry.when === null) continue;
    if (latest !== null && !isOrdered(latest, entry.when.from)) {
      context.report.warning(
        placeOf(item, context),
        'body',
        `this entry (${entry.when.from}) stands below a later one (${latest})`,
        'put the entries in order of time',
      );
    }
    latest = entry.when.from;
  }
  if (attributes === null || entries.length === 0) return null;
  return { type: 'timeline', title: attributes.title, id, entries };
}

function readEntry(item: ListItem, context: BodyContext): Entry | null {
  const [paragraph, more] = item.children;
  const at = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.type !== 'paragraph' || !isAt(at, context)) {
    return refuse(
      item,
      context,
      'the timeline entry does not begin with its date',
      `begin it with ${directives.at.example}`,
    );
  }
  if (more !== undefined) {
    return more.type === 'list' || more.type === 'paragraph'
      ? refuse(more, context, 'a timeline entry holds one paragraph', 'make it an entry of its own')
      : refuseNode(more, context);
  }
  const attributes = readAttributes(at, directives.at.attributes, context);
  const label = plainText(readInlines(at.children, context)).trim();
  if (label === '') {
    return refuse(at, context, ':at shows no date', `write one: ${directives.at.example}`);
  }
  const children = trimInlines(readInlines(paragraph.children, context, 1));
  if (attributes === null) return null;
  if (children.length === 0) {
    return refuse(item, context, 'the timeline entry says nothing', 'write what happened');
  }
  const id = context.anchors.claim(label);
  if (attributes.date === undefined) return { id, label, when: null, children };
  const when = parseTimespan(attributes.date);
  if ('message' in when) return refuse(at, context, when.message, when.remedy);
  return { id, label, when, children };
}

function isAt(node: unknown, context: BodyContext): node is TextDirective {
  const directive = node as TextDirective | undefined;
  return (
    directive?.type === 'textDirective' && directive.name === 'at' && !isBare(directive, context)
  );
}
