import type { Content } from './documents';
import type { ParsedFolder } from './names';
import type { FolderSource } from './parse-folder';
import type { Part } from './part';
import { picturesOf } from './pictures-of';
import type { Report } from './report';

/**
 * The folder as a whole, or the part of it that is named, once that is known to hold no error.
 * Pictures that nobody shows stay out.
 */
export function assembleContent(parsed: ParsedFolder, source: FolderSource, part: Part): Content {
  const { pictures } = source;
  const isNamed = ({ report }: Readonly<{ report: Report }>) => part.has(report.file);
  const stories = parsed.stories.filter(isNamed);
  const articles = stories.flatMap(({ document }) => document ?? []);
  const pages = parsed.pages.filter(isNamed).flatMap(({ document }) => document ?? []);
  const authors = parsed.authors.flatMap(({ document }) => document ?? []);
  const bodies = [...pages.map(({ body }) => body), ...authors.map(({ biography }) => biography)];
  const shown = new Set([
    ...stories.flatMap(({ pictures }) => pictures),
    ...bodies.flatMap(picturesOf),
  ]);
  const shownPictures = [...pictures].flatMap(([file, found]) =>
    'picture' in found && shown.has(found.picture.hash) ? [[file, found] as const] : [],
  );
  return {
    sections: parsed.sections.document ?? [],
    tags: parsed.tags.document ?? [],
    authors,
    pages,
    articles,
    front: part.has('front.yaml') ? (parsed.front.document ?? { lead: null, featured: [] }) : null,
    isWhole: part.isWhole,
    files: new Map([...parsed.files].filter(([file]) => part.has(file))),
    pictures: new Map(shownPictures.map(([, found]) => [found.picture.hash, found])),
    pictureFiles: new Map(shownPictures.map(([file, found]) => [file, found.picture.hash])),
  };
}
