import { createHash } from 'node:crypto';
import type { Block, Picture } from '@/lib/document/blocks';
import { contentHash } from '@/lib/document/content-hash';
import type {
  ArticleDocument,
  AuthorDocument,
  Content,
  PageDocument,
  ReadPicture,
  SectionDocument,
  TagDocument,
} from '@/lib/document/documents';
import { measurePicture } from '@/lib/document/pictures';
import { storyHash } from '@/lib/document/story-hash';

/** For tests: whole documents from what a test cares about. */

export function paragraph(text: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}

/** A story of 1 January 2025; its body is `bodyText` in one paragraph, unless given. */
export function article(
  fields: Partial<ArticleDocument> & Readonly<{ slug: string }>,
): ArticleDocument {
  const section = fields.section ?? 'world';
  const firstPublishedAt = fields.firstPublishedAt ?? new Date('2025-01-01T00:00:00Z');
  const bodyText = fields.bodyText ?? `Words of ${fields.slug}.`;
  const { contentHash: _, ...document } = {
    id: null,
    section,
    headline: `Headline of ${fields.slug}`,
    kicker: null,
    standfirst: 'What it tells.',
    authors: ['world-desk'],
    tags: [],
    firstPublishedAt,
    contentUpdatedAt: firstPublishedAt,
    embargoedUntil: null,
    draft: false,
    withdrawn: null,
    sources: [{ name: 'Reuters', url: null, note: null }],
    corrections: [],
    related: [],
    aliases: [],
    image: null,
    seoTitle: null,
    socialTitle: null,
    changeNote: null,
    language: 'en',
    body: [paragraph(bodyText)],
    bodyText,
    wordCount: bodyText.split(/\s+/).length,
    file: `articles/${section}/${fields.slug}.md`,
    minor: true,
    reusesAddress: false,
    ...fields,
  };
  return { ...document, contentHash: storyHash(document) };
}

export function section(slug: string): SectionDocument {
  return { slug, name: `Section ${slug}`, description: `About ${slug}.` };
}

export function tag(slug: string, fields: Partial<TagDocument> = {}): TagDocument {
  return {
    slug,
    name: `Tag ${slug}`,
    description: `About ${slug}.`,
    parent: null,
    includesChildren: false,
    aliases: [],
    iptc: null,
    wikidata: null,
    ...fields,
  };
}

export function author(slug: string, fields: Partial<AuthorDocument> = {}): AuthorDocument {
  return {
    slug,
    name: `Author ${slug}`,
    role: 'Desk',
    biography: [paragraph('Reports.')],
    ...fields,
  };
}

export function page(slug: string, fields: Partial<PageDocument> = {}): PageDocument {
  const document = {
    slug,
    title: `Page ${slug}`,
    description: `About ${slug}.`,
    contentUpdatedAt: new Date('2025-01-01T00:00:00Z'),
    body: [paragraph('We.')],
    ...fields,
  };
  return { ...document, contentHash: contentHash(document) };
}

/** Not a picture that a browser could show, but one that the database takes. */
export function picture(text: string): ReadPicture {
  const bytes = new TextEncoder().encode(text);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return {
    picture: { hash, mediaType: 'image/png', width: 1200, height: 800 },
    colour: '#778899',
    bytes: () => bytes,
  };
}

/** A picture that browsers can show. */
export async function measured(bytes: Uint8Array): Promise<ReadPicture> {
  const found = await measurePicture(bytes);
  if ('message' in found) throw new Error(found.message);
  return { ...found, bytes: () => bytes };
}

export function imageOf({ picture }: Readonly<{ picture: Picture }>) {
  return {
    picture,
    alt: 'What it shows.',
    caption: null,
    credit: 'PRISM News',
    rights: 'CC BY 4.0',
    focalPoint: { x: 0.5, y: 0.25 },
  };
}

export type TestContent = Omit<Content, 'articles'> &
  Readonly<{ articles: readonly ArticleDocument[] }>;

/** Two sections, one author; the tags are those that the stories name. */
export function content(fields: Partial<TestContent> = {}): TestContent {
  const articles = fields.articles ?? [];
  const tags = new Set(articles.flatMap(({ tags }) => tags));
  return {
    sections: [section('world'), section('politics')],
    tags: [...tags].sort().map((slug) => tag(slug)),
    authors: [author('world-desk')],
    pages: [],
    articles,
    front: { lead: null, featured: [] },
    isWhole: true,
    files: new Map(),
    pictures: new Map(),
    pictureFiles: new Map(),
    ...fields,
  };
}
