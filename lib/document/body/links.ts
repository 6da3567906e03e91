import { isWebAddress } from '../fields';
import { asWritten } from '../typography/typeset';
import { type BodyContext, placeOf, refuse } from './context';
import type { Node } from './markdown';

/** An address that a body may hold; a path on this site is noted, to be checked with the rest. */
export function checkHref(written: string, node: Node, context: BodyContext): string | null {
  const href = asWritten(written);
  if (/^\/(?!\/)/.test(href) || /^#./.test(href)) {
    context.mentions.push({ kind: 'link', value: href, field: 'body', ...placeOf(node, context) });
    return href;
  }
  if (/^mailto:[^\s@]+@[^\s@]+$/.test(href) || isWebAddress(href)) return href;
  const remedy = href.startsWith('//')
    ? `write https:${href}`
    : /^[\w-]+(\.[\w-]+)+(\/|$)/.test(href) && !href.endsWith('.md')
      ? `write https://${href}`
      : 'begin with /section/slug for a story, or with https://, mailto: or #';
  return refuse(node, context, `a link cannot lead to “${href}”`, remedy);
}
