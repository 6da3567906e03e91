import type { ArticleDocument, Content, ReadPicture } from './documents';
import type { ParsedFolder } from './names';
import type { FolderSource } from './parse-folder';
import type { Part } from './part';
import { picturesOf } from './pictures-of';
import type { Lookup, Series } from './shelf';

/**
 * The folder as a whole, or the part of it that is named, once that is known to hold no error.
 * Pictures that nobody shows stay out.
 */
export function assembleContent(parsed: ParsedFolder, source: FolderSource, part: Part): Content {
  const pages = parsed.pages
    .filter(({ report }) => part.has(report.file))
    .flatMap(({ document }) => document ?? []);
  const authors = parsed.authors.flatMap(({ document }) => document ?? []);
  const bodies = [...pages.map(({ body }) => body), ...authors.map(({ biography }) => biography)];
  return {
    sections: parsed.sections.document ?? [],
    tags: parsed.tags.document ?? [],
    ...{ authors, pages, isWhole: part.isWhole },
    articles: articlesOf(parsed, part),
    front: part.has('front.yaml') ? (parsed.front.document ?? { lead: null, featured: [] }) : null,
    files: filesOf(parsed, part),
    ...shownPictures(parsed, source, part, bodies.flatMap(picturesOf)),
  };
}

function articlesOf({ articles }: ParsedFolder, part: Part): Series<ArticleDocument> {
  return part.isWhole ? articles : [...articles].filter(({ file }) => part.has(file));
}

function filesOf({ files }: ParsedFolder, part: Part): Lookup<Uint8Array> {
  return part.isWhole ? files : new Map([...files].filter(([file]) => part.has(file)));
}

/** @param standing hashes of pictures that are shown outside stories */
function shownPictures(
  { stories, shelf }: ParsedFolder,
  { pictures, pictureBytes }: FolderSource,
  part: Part,
  standing: readonly string[],
): Pick<Content, 'pictures' | 'pictureFiles'> {
  const shown = shelf.lookup<true>();
  for (const hash of standing) shown.set(hash, true);
  for (const { file, pictures } of stories) {
    if (part.has(file)) for (const hash of pictures) shown.set(hash, true);
  }
  const measured = shelf.lookup<Omit<ReadPicture, 'bytes'>>();
  const pictureFiles = shelf.lookup<string>();
  for (const [file, found] of pictures) {
    if (!('picture' in found) || !shown.has(found.picture.hash)) continue;
    measured.set(found.picture.hash, found);
    pictureFiles.set(file, found.picture.hash);
  }
  return { pictures: withBytes(measured, pictureBytes), pictureFiles };
}

function withBytes(
  measured: Lookup<Omit<ReadPicture, 'bytes'>>,
  bytes: Lookup<Uint8Array>,
): Lookup<ReadPicture> {
  const join = (picture: Omit<ReadPicture, 'bytes'>): ReadPicture => ({
    ...picture,
    bytes: () => {
      const found = bytes.get(picture.picture.hash);
      if (found === undefined) throw new Error('a picture was measured without its bytes');
      return found;
    },
  });
  return {
    get size() {
      return measured.size;
    },
    has: (hash) => measured.has(hash),
    keys: () => measured.keys(),
    get: (hash) => {
      const found = measured.get(hash);
      return found && join(found);
    },
    *[Symbol.iterator]() {
      for (const [hash, found] of measured) yield [hash, join(found)];
    },
  };
}
