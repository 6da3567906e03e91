import type { BlockOf } from '../blocks';
import { adviceOn } from '../pictures';
import { type BodyContext, placeOf, refuse } from './context';
import { directives, readAttributes } from './directives';
import { readInlines } from './inlines';
import type { LeafDirective } from './markdown';
import { plainText } from './plain-text';

/** `::image` */
export function readImage(node: LeafDirective, context: BodyContext): BlockOf<'image'> | null {
  const attributes = readAttributes(node, directives.image.attributes, context);
  const caption = readInlines(node.children, context);
  if (caption.length === 0) {
    const remedy = `write it in brackets: ${directives.image.example}`;
    return refuse(node, context, '::image has no caption', remedy);
  }
  if (attributes === null) return null;
  const picture = context.findPicture(attributes.file);
  if ('message' in picture) return refuse(node, context, picture.message, picture.remedy);
  const advice = adviceOn(picture, 'body');
  if (advice !== null) {
    context.report.warning(placeOf(node, context), 'body', advice.message, advice.remedy);
  }
  return {
    type: 'image',
    picture,
    alt: attributes.alt,
    caption,
    credit: attributes.credit,
    rights: attributes.rights,
  };
}

/** `::embed` */
export function readEmbed(node: LeafDirective, context: BodyContext): BlockOf<'embed'> | null {
  const attributes = readAttributes(node, directives.embed.attributes, context);
  const title = plainText(readInlines(node.children, context)).trim();
  if (title === '') {
    return refuse(
      node,
      context,
      '::embed has no words to show',
      `write ${directives.embed.example}`,
    );
  }
  if (attributes === null) return null;
  return { type: 'embed', href: attributes.url, title, provider: attributes.provider ?? null };
}
