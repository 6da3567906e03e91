import type { Block } from './blocks';
import type { Content } from './documents';
import type { ParsedFolder } from './names';
import type { MeasuredPicture } from './pictures';

/** The folder as a whole, once it is known to hold no error. Pictures that nobody shows stay out. */
export function assembleContent(
  parsed: ParsedFolder,
  pictures: ReadonlyMap<string, MeasuredPicture>,
): Content {
  const articles = parsed.stories.flatMap(({ document }) => document ?? []);
  const pages = parsed.pages.flatMap(({ document }) => document ?? []);
  const authors = parsed.authors.flatMap(({ document }) => document ?? []);
  const bodies = [
    ...articles.map(({ body }) => body),
    ...pages.map(({ body }) => body),
    ...authors.map(({ biography }) => biography),
  ];
  const shown = new Set([
    ...articles.flatMap(({ image }) => image?.picture.hash ?? []),
    ...bodies.flatMap((body) => body.flatMap(hashesOf)),
  ]);
  return {
    sections: parsed.sections.document ?? [],
    tags: parsed.tags.document ?? [],
    authors,
    pages,
    articles,
    front: parsed.front.document ?? { lead: null, featured: [] },
    pictures: new Map(
      [...pictures.values()].flatMap((found) =>
        'picture' in found && shown.has(found.picture.hash)
          ? [[found.picture.hash, found] as const]
          : [],
      ),
    ),
  };
}

function hashesOf(block: Block): string[] {
  return block.type === 'image' ? [block.picture.hash] : [];
}
