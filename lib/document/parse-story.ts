import { publication } from '@/lib/site/publication';
import type { FindPicture } from './body/context';
import { parseBody } from './body/parse-body';
import { bodyText, countWords } from './body/text';
import { checkFields } from './check-fields';
import type { ArticleDocument, LeadImage } from './documents';
import { type StoryFields, storySchema } from './front-matter';
import type { Mention } from './mentions';
import { mentionsIn } from './mentions-in-yaml';
import { adviceOn } from './pictures';
import { picturesOf } from './pictures-of';
import type { Place, Report } from './report';
import { splitFrontMatter } from './source-text';
import { storyHash } from './story-hash';
import { parseYaml, type YamlSource } from './yaml-source';

/** A story read by itself: what it says, and what must yet be compared with the other files. */
export type ParsedStory = Readonly<{
  slug: string;
  section: string;
  report: Report;
  /** null when the file has an error. */
  document: ArticleDocument | null;
  mentions: readonly Mention[];
  headlineAt: Place;
  /** Where the file says who the story is; null where it does not. */
  identity: Readonly<Place & { id: string }> | null;
  aliases: readonly Readonly<Place & { slug: string; field: string }>[];
  /** Hashes of the pictures that it shows. */
  pictures: readonly string[];
}>;

/** What a story claims for itself and says of other files. */
export type StoryClaims = Readonly<
  Omit<ParsedStory, 'report' | 'document'> & {
    file: string;
    /** null when the file has an error. */
    headline: string | null;
    withdrawn: boolean;
  }
>;

export function claimsOf({ report, document, ...story }: ParsedStory): StoryClaims {
  const withdrawn = document !== null && document.withdrawn !== null;
  return { ...story, file: report.file, headline: document?.headline ?? null, withdrawn };
}

/** `text` is null when the file could not be read; the report says why. */
export type StoryFile = Readonly<{ slug: string; section: string; text: string | null }>;

/** Content file to document: pure, with all problems in the report. */
export function parseStory(
  { slug, section, text }: StoryFile,
  findPicture: FindPicture,
  report: Report,
): ParsedStory {
  const nothing = {
    slug,
    section,
    report,
    document: null,
    mentions: [],
    headlineAt: { line: 1, column: 1 },
    identity: null,
    aliases: [],
    pictures: [],
  };
  const split = text === null ? null : splitFrontMatter(text, report);
  if (split === null) return nothing;
  const yaml = parseYaml(split.yaml, 2, 'front matter', report);
  const fields = yaml === null ? null : checkFields(storySchema, yaml, report);
  const language = fields?.language ?? publication.language;
  const body = parseBody(split.body, split.bodyLine, report, findPicture, language);
  if (yaml === null) return { ...nothing, mentions: body.mentions };

  if (fields !== null) {
    checkDates(fields, yaml, report);
    adviseOnTitle(fields, yaml, report);
  }
  const image = fields === null ? null : leadImage(fields, yaml, findPicture, report);
  const document =
    fields === null || report.failed
      ? null
      : buildDocument(slug, section, fields, image, body.blocks, report.file);
  return {
    slug,
    section,
    report,
    document,
    mentions: [
      ...mentionsIn(yaml, 'author', ['authors']),
      ...mentionsIn(yaml, 'tag', ['tags']),
      ...mentionsIn(yaml, 'story', ['related']),
      ...body.mentions,
    ],
    headlineAt: yaml.place(['headline']),
    identity: fields?.id === undefined ? null : { id: fields.id, ...yaml.place(['id']) },
    aliases: mentionsIn(yaml, 'story', ['aliases']).map(({ kind: _, value, ...place }) => ({
      ...place,
      slug: value,
    })),
    pictures: [...(image === null ? [] : [image.picture.hash]), ...picturesOf(body.blocks)],
  };
}

/**
 * In characters. A search result is 600 pixels wide on a large screen, and letters of its size fill
 * that with about 70; on a phone two lines hold hardly more. The tail of a longer title is cut off.
 */
const LONGEST_SEARCH_TITLE = 70;

function adviseOnTitle(
  { headline, seoTitle }: StoryFields,
  yaml: YamlSource,
  report: Report,
): void {
  const field = seoTitle === undefined ? 'headline' : 'seoTitle';
  const { length } = [...(seoTitle ?? headline)];
  if (length <= LONGEST_SEARCH_TITLE) return;
  report.warning(
    yaml.place([field]),
    field,
    `has ${length} characters; search results cut off what is beyond ${LONGEST_SEARCH_TITLE}`,
    field === 'headline' ? 'keep it, and add a shorter seoTitle' : 'shorten it',
  );
}

/** Dates that contradict one another; a withdrawal or correction cannot precede its story. */
function checkDates(fields: StoryFields, yaml: YamlSource, report: Report): void {
  const { firstPublishedAt, contentUpdatedAt = firstPublishedAt } = fields;
  if (fields.withdrawn !== undefined && fields.withdrawn.at < firstPublishedAt) {
    const message = 'the withdrawal comes before the first publication';
    report.error(yaml.place(['withdrawn', 'at']), 'withdrawn.at', message, 'check both dates');
  }
  fields.corrections?.forEach(({ at }, index) => {
    const place = yaml.place(['corrections', index, 'at']);
    const field = `corrections[${index}].at`;
    if (at < firstPublishedAt) {
      const message = 'the correction comes before the first publication';
      report.error(place, field, message, 'check both dates');
    } else if (at > contentUpdatedAt) {
      const message = 'the correction is later than contentUpdatedAt';
      report.warning(place, field, message, 'set contentUpdatedAt to the correction’s date');
    }
  });
}

function leadImage(
  { image }: StoryFields,
  yaml: YamlSource,
  findPicture: FindPicture,
  report: Report,
): LeadImage | null {
  if (image === undefined) return null;
  const picture = findPicture(image.file);
  const place = yaml.place(['image', 'file']);
  if ('message' in picture) {
    report.error(place, 'image.file', picture.message, picture.remedy);
    return null;
  }
  const advice = adviceOn(picture, 'lead');
  if (advice !== null) report.warning(place, 'image.file', advice.message, advice.remedy);
  return {
    picture,
    alt: image.alt,
    caption: image.caption,
    credit: image.credit,
    rights: image.rights,
    focalPoint: image.focalPoint ?? { x: 0.5, y: 0.5 },
  };
}

function buildDocument(
  slug: string,
  section: string,
  fields: StoryFields,
  image: LeadImage | null,
  body: ArticleDocument['body'],
  file: string,
): ArticleDocument {
  const text = bodyText(body);
  const content = {
    slug,
    section,
    headline: fields.headline,
    kicker: fields.kicker ?? null,
    standfirst: fields.standfirst,
    authors: fields.authors,
    tags: fields.tags,
    firstPublishedAt: fields.firstPublishedAt,
    contentUpdatedAt: fields.contentUpdatedAt ?? fields.firstPublishedAt,
    embargoedUntil: fields.embargoedUntil ?? null,
    draft: fields.draft ?? false,
    withdrawn: fields.withdrawn ?? null,
    sources: fields.sources.map(({ name, url = null, note = null }) => ({ name, url, note })),
    corrections: (fields.corrections ?? [])
      .map(({ serious, ...correction }) => ({ ...correction, ...(serious && { serious }) }))
      .toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    related: fields.related ?? [],
    aliases: fields.aliases ?? [],
    image,
    seoTitle: fields.seoTitle ?? null,
    socialTitle: fields.socialTitle ?? null,
    changeNote: fields.changeNote ?? null,
    language: fields.language ?? publication.language,
    body,
    bodyText: text,
    wordCount: countWords(text),
  };
  const document = {
    ...content,
    id: fields.id ?? null,
    file,
    minor: fields.minor ?? false,
    reusesAddress: fields.reusesAddress ?? false,
  };
  return { ...document, contentHash: storyHash(document) };
}
