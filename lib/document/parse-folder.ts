import { nearest } from '@/lib/text/nearest';
import type { FindPicture } from './body/context';
import type { ArticleDocument } from './documents';
import { FolderProblems } from './folder-problems';
import type { ParsedFolder } from './names';
import { nothing, type ParsedList, parseFront, parseSections, parseTags } from './parse-lists';
import { type ParsedAuthor, type ParsedPage, parseAuthor, parsePage } from './parse-standing';
import { claimsOf, parseStory, type StoryClaims } from './parse-story';
import { type MeasuredPicture, PICTURE_NAME } from './pictures';
import { Report, START } from './report';
import type { KeptSeries, Lookup, Shelf } from './shelf';

/** What a file of text holds; null where it could not be read, and the report says why. */
export type FileText = Readonly<{ text: string | null; bytes: Uint8Array | null }>;

/** A content folder. Paths are below it, with `/`. */
export type FolderSource = Readonly<{
  /** Paths of all its files, sorted. */
  files: () => Iterable<string>;
  /** Called once for each file of text. */
  readText: (file: string, report: Report) => FileText;
  /** By path. */
  pictures: Lookup<MeasuredPicture>;
  /** By hash. */
  pictureBytes: Lookup<Uint8Array>;
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
  const { shelf } = source;
  const problems = new FolderProblems(shelf);
  const found = problems.pass();
  const authors: ParsedAuthor[] = [];
  const pages: ParsedPage[] = [];
  const stories = shelf.series<StoryClaims>();
  const articles = articlesOn(shelf);
  const files = shelf.lookup<Uint8Array>();
  const all = countTexts(source);
  const lists = new Set<string>();
  const textOf = (file: string, report: Report): string | null => {
    const { text, bytes } = source.readText(file, report);
    if (bytes !== null) files.set(file, bytes);
    return text;
  };
  let done = 0;
  for (const file of source.files()) {
    const kind = kindOf(file);
    const report = new Report(file, found);
    if (kind === 'other') warnUnread(file, report);
    if (kind !== 'text') continue;
    done += 1;
    onRead(done, all);
    const findPicture = pictureFinder(file, source.pictures);
    const [, section, story] = STORY.exec(file) ?? [];
    const [, author] = AUTHOR.exec(file) ?? [];
    const [, page] = PAGE.exec(file) ?? [];
    if (section !== undefined && story !== undefined) {
      const text = textOf(file, report);
      const parsed = parseStory({ slug: story, section, text }, findPicture, report);
      stories.push(claimsOf(parsed));
      if (parsed.document !== null) articles.push(parsed.document);
    } else if (author !== undefined) {
      authors.push(parseAuthor({ slug: author, text: textOf(file, report) }, findPicture, report));
    } else if (page !== undefined) {
      pages.push(parsePage({ slug: page, text: textOf(file, report) }, findPicture, report));
    } else {
      lists.add(file);
    }
  }
  /** @param remedy what to do when the file is missing; null when it may be */
  const list = <Document>(
    file: string,
    parse: (text: string, report: Report) => ParsedList<Document>,
    remedy: string | null,
  ): ParsedList<Document> => {
    const report = new Report(file, problems.others);
    if (!lists.has(file)) {
      if (remedy !== null) report.error(START, 'file', 'the file is missing', remedy);
      return nothing(report);
    }
    const text = textOf(file, report);
    return text === null ? nothing(report) : parse(text, report);
  };
  return {
    sections: list(
      'sections.yaml',
      parseSections,
      'list the sections in it: slug, name, description',
    ),
    tags: list('tags.yaml', parseTags, 'add it, with the tags that stories use'),
    front: list('front.yaml', parseFront, null),
    ...{ authors, pages, stories, articles, files, problems, shelf },
  };
}

function countTexts({ files }: FolderSource): number {
  let texts = 0;
  for (const file of files()) if (kindOf(file) === 'text') texts += 1;
  return texts;
}

/** Documents that read their bodies when they are asked for them: most of the time nobody asks. */
function articlesOn(shelf: Shelf): KeptSeries<ArticleDocument> {
  const heads = shelf.series<Omit<ArticleDocument, 'body' | 'bodyText'>>();
  const texts = shelf.series<Pick<ArticleDocument, 'body' | 'bodyText'>>();
  const textAt = (index: number) => {
    const text = texts.at(index);
    if (text === undefined) throw new Error(`story ${index} was read without its text`);
    return text;
  };
  const at = (index: number): ArticleDocument | undefined => {
    const head = heads.at(index);
    return (
      head && {
        ...head,
        get body() {
          return textAt(index).body;
        },
        get bodyText() {
          return textAt(index).bodyText;
        },
      }
    );
  };
  return {
    get length() {
      return heads.length;
    },
    at,
    push: ({ body, bodyText, ...head }) => {
      heads.push(head);
      texts.push({ body, bodyText });
    },
    *[Symbol.iterator]() {
      for (let index = 0; index < heads.length; index += 1) yield at(index) as ArticleDocument;
    },
  };
}

function warnUnread(file: string, report: Report): void {
  const remedy = /\.(md|markdown|mdx|txt|docx?)$/i.test(file)
    ? 'stories are articles/<section>/<slug>.md, authors authors/<slug>.md, pages pages/<slug>.md'
    : 'remove it; pictures are JPEG, PNG, WebP or AVIF and lie beside their story';
  report.warning(START, 'file', 'the file is not read', remedy);
}

function pictureFinder(file: string, pictures: Lookup<MeasuredPicture>): FindPicture {
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

function remedyFor(name: string, folder: string, pictures: Lookup<MeasuredPicture>): string {
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
