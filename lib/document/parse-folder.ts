import { nearest } from '@/lib/text/nearest';
import type { FindPicture } from './body/context';
import type { ParsedFolder } from './names';
import { nothing, type ParsedList, parseFront, parseSections, parseTags } from './parse-lists';
import { type ParsedAuthor, type ParsedPage, parseAuthor, parsePage } from './parse-standing';
import { type ParsedStory, parseStory } from './parse-story';
import { type MeasuredPicture, PICTURE_NAME } from './pictures';
import { Report, START } from './report';
import type { Kept, Shelf } from './shelf';

/** What a file of text holds; null where it could not be read, and the report says why. */
export type FileText = Readonly<{ text: string | null; bytes: Uint8Array | null }>;

/** A content folder. Keys are paths below it, with `/`. */
export type FolderSource = Readonly<{
  /** Each is read once. */
  texts: ReadonlyMap<string, Readonly<{ report: Report; read: () => FileText }>>;
  pictures: ReadonlyMap<string, MeasuredPicture>;
  /** Files that are neither text of the content folder nor pictures. */
  others: readonly string[];
  /** For what publishing needs and checking does not. */
  shelf: Shelf;
}>;

const LISTS = ['sections.yaml', 'tags.yaml', 'front.yaml'];
const STORY = /^articles\/([^/]+)\/([^/]+)\.md$/;
const AUTHOR = /^authors\/([^/]+)\.md$/;
const PAGE = /^pages\/([^/]+)\.md$/;

/** What a path of the content folder is read as; README.md is for people alone. */
export function kindOf(file: string): 'text' | 'picture' | 'readme' | 'other' {
  if (LISTS.includes(file) || [STORY, AUTHOR, PAGE].some((form) => form.test(file))) return 'text';
  if (PICTURE_NAME.test(file)) return 'picture';
  return file === 'README.md' ? 'readme' : 'other';
}

/** Told how many of the files are read. */
export type OnRead = (done: number, all: number) => void;

/** Reads each file by itself; what they say of one another is checked afterwards. */
export function parseFolder(source: FolderSource, onRead: OnRead = () => {}): ParsedFolder {
  const reports = [...source.texts.values()].map(({ report }) => report);
  const authors: ParsedAuthor[] = [];
  const pages: ParsedPage[] = [];
  const stories: ParsedStory[] = [];
  let done = 0;
  const files = new Map<string, Kept<Uint8Array>>();
  const textOf = (file: string): string | null => {
    const { text, bytes } = source.texts.get(file)?.read() ?? { text: null, bytes: null };
    if (bytes !== null) files.set(file, source.shelf.layBytes(bytes));
    return text;
  };
  for (const [file, { report }] of source.texts) {
    done += 1;
    onRead(done, source.texts.size);
    const findPicture = pictureFinder(file, source.pictures);
    const [, section, story] = STORY.exec(file) ?? [];
    const [, author] = AUTHOR.exec(file) ?? [];
    const [, page] = PAGE.exec(file) ?? [];
    if (section !== undefined && story !== undefined) {
      const text = textOf(file);
      stories.push(
        layAside(parseStory({ slug: story, section, text }, findPicture, report), source),
      );
    } else if (author !== undefined) {
      authors.push(parseAuthor({ slug: author, text: textOf(file) }, findPicture, report));
    } else if (page !== undefined) {
      pages.push(parsePage({ slug: page, text: textOf(file) }, findPicture, report));
    }
  }
  for (const file of source.others) reports.push(reportUnread(file));
  const list = listReader(source, reports, textOf);
  return {
    sections: list(
      'sections.yaml',
      parseSections,
      'list the sections in it: slug, name, description',
    ),
    tags: list('tags.yaml', parseTags, 'add it, with the tags that stories use'),
    front: list('front.yaml', parseFront, null),
    authors,
    pages,
    stories,
    files,
    reports,
  };
}

function listReader(
  { texts }: FolderSource,
  reports: Report[],
  textOf: (file: string) => string | null,
) {
  /** @param remedy what to do when the file is missing; null when it may be */
  return function readList<Document>(
    file: string,
    parse: (text: string, report: Report) => ParsedList<Document>,
    remedy: string | null,
  ): ParsedList<Document> {
    const found = texts.get(file);
    if (found !== undefined) {
      const text = textOf(file);
      return text === null ? nothing(found.report) : parse(text, found.report);
    }
    const report = new Report(file);
    reports.push(report);
    if (remedy !== null) report.error(START, 'file', 'the file is missing', remedy);
    return nothing(report);
  };
}

/** The story, its text on the shelf: it is as it was, and weighs less. */
function layAside(story: ParsedStory, { shelf }: FolderSource): ParsedStory {
  if (story.document === null) return story;
  const { body, bodyText, ...rest } = story.document;
  const text = shelf.lay({ body, bodyText });
  const { report, document: _, ...more } = story;
  // A copy: strings that were cut out of a file keep all of its text in memory.
  const light = structuredClone({ ...more, rest });
  const document = {
    ...light.rest,
    get body() {
      return text().body;
    },
    get bodyText() {
      return text().bodyText;
    },
  };
  return { ...light, report, document };
}

function reportUnread(file: string): Report {
  const report = new Report(file);
  const remedy = /\.(md|markdown|mdx|txt|docx?)$/i.test(file)
    ? 'stories are articles/<section>/<slug>.md, authors authors/<slug>.md, pages pages/<slug>.md'
    : 'remove it; pictures are JPEG, PNG, WebP or AVIF and lie beside their story';
  report.warning(START, 'file', 'the file is not read', remedy);
  return report;
}

function pictureFinder(file: string, pictures: ReadonlyMap<string, MeasuredPicture>): FindPicture {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return (name) => {
    const found = pictures.get(folder + name);
    if (found === undefined) {
      const message = `there is no picture “${name}” beside the file`;
      return { message, remedy: remedyFor(name, folder, pictures) };
    }
    return 'picture' in found ? found.picture : found;
  };
}

function remedyFor(
  name: string,
  folder: string,
  pictures: ReadonlyMap<string, MeasuredPicture>,
): string {
  const beside = [...pictures.keys()].filter((file) => file.startsWith(folder));
  const meant = nearest(
    name,
    beside.map((file) => file.slice(folder.length)),
  );
  if (meant !== null) return `did you mean ${meant}?`;
  return PICTURE_NAME.test(name)
    ? `put it into ${folder} and check the spelling of its name`
    : 'use a JPEG, PNG, WebP or AVIF file';
}
