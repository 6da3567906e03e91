import { stringify } from 'yaml';
import { publication } from '@/lib/site/publication';
import { type FileOf, printBody } from './body/print-body';
import type { ArticleDocument } from './documents';
import { parseStory } from './parse-story';
import { Report } from './report';
import { unsetLine } from './typography/typeset';

export type PrintedStory = Readonly<{
  text: string;
  /** Whether the file says just what the document says; false where today's rules would refuse the story. */
  isExact: boolean;
}>;

/**
 * The content file of a story: what `parseStory` reads the same document from. Words are set in print
 * already, and stay so; where a mark was kept as typed, it is written with a backslash.
 * `isExact` is false, too, where code within the brackets of a directive holds a bracket without its other.
 */
export function printStory(document: ArticleDocument, fileOf: FileOf): PrintedStory {
  for (const keepMarks of [false, true]) {
    const text = print(document, fileOf, keepMarks);
    if (isRead(text, document, fileOf)) return { text, isExact: true };
  }
  return { text: print(document, fileOf, false), isExact: false };
}

function print(document: ArticleDocument, fileOf: FileOf, keepMarks: boolean): string {
  const { body, language } = document;
  const fields = stringify(fieldsOf(document, fileOf), { lineWidth: 0 });
  return `---\n${fields}---\n\n${printBody(body, { fileOf, language, keepMarks })}`;
}

function isRead(text: string, document: ArticleDocument, fileOf: FileOf): boolean {
  const { slug, section, file, image, body } = document;
  const pictures = [
    ...(image === null ? [] : [image.picture]),
    ...body.flatMap((block) => (block.type === 'image' ? [block.picture] : [])),
  ];
  const find = (name: string) =>
    pictures.find(({ hash }) => fileOf(hash) === name) ?? { message: 'no picture', remedy: '' };
  const { document: read } = parseStory({ slug, section, text }, find, new Report(file));
  return read !== null && read.contentHash === document.contentHash && read.id === document.id;
}

/** The front matter, in the order of its schema; what is as it would be anyway is left out. */
function fieldsOf(document: ArticleDocument, fileOf: FileOf) {
  const words = (text: string) => unsetLine(text, document.language);
  const given = <Value, Written>(value: Value | null, write: (value: Value) => Written) =>
    value === null ? undefined : write(value);
  const some = <Item, Written>(items: readonly Item[], write: (item: Item) => Written) =>
    items.length === 0 ? undefined : items.map(write);
  const slug = (name: string) => name;
  const { firstPublishedAt, contentUpdatedAt, image, withdrawn } = document;
  const isUpdated = contentUpdatedAt.getTime() !== firstPublishedAt.getTime();
  return {
    id: document.id ?? undefined,
    headline: words(document.headline),
    kicker: given(document.kicker, words),
    standfirst: words(document.standfirst),
    authors: document.authors,
    tags: document.tags,
    firstPublishedAt: instant(firstPublishedAt),
    contentUpdatedAt: isUpdated ? instant(contentUpdatedAt) : undefined,
    minor: document.minor || undefined,
    changeNote: given(document.changeNote, words),
    sources: document.sources.map(({ name, url, note }) => ({
      name: words(name),
      url: url ?? undefined,
      note: given(note, words),
    })),
    corrections: some(document.corrections, ({ at, text, serious }) => ({
      ...{ at: instant(at), text: words(text) },
      serious: serious || undefined,
    })),
    related: some(document.related, slug),
    aliases: some(document.aliases, slug),
    reusesAddress: document.reusesAddress || undefined,
    draft: document.draft || undefined,
    embargoedUntil: given(document.embargoedUntil, instant),
    withdrawn: withdrawn
      ? { at: instant(withdrawn.at), reason: words(withdrawn.reason) }
      : undefined,
    image: image
      ? {
          ...{ file: fileOf(image.picture.hash), alt: words(image.alt) },
          caption: given(image.caption, words),
          credit: words(image.credit),
          rights: given(image.rights ?? null, words),
          focalPoint: image.focalPoint,
        }
      : undefined,
    seoTitle: given(document.seoTitle, words),
    socialTitle: given(document.socialTitle, words),
    language: document.language === publication.language ? undefined : document.language,
  };
}

/** As exact as files are. */
function instant(at: Date): string {
  return at.toISOString().replace(/\.000Z$/, 'Z');
}
