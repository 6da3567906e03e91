import type { Picture } from '../blocks';
import { checkFolder } from '../check-folder';
import type { Problem } from '../documents';
import { kindOf } from '../parse-folder';
import { AT_HAND, type Series } from '../shelf';
import { decodeText } from '../source-text';

/** For tests: a small content folder in memory, without a problem. */

export const PICTURE: Picture = {
  hash: '0123456789abcdef0123456789abcdef',
  mediaType: 'image/png',
  width: 1200,
  height: 800,
};

export const STORY = 'articles/world/first-story.md';

export const FRONT_MATTER = {
  headline: 'First story',
  standfirst: 'What it tells.',
  authors: '[world-desk]',
  tags: '[ukraine]',
  firstPublishedAt: '2025-12-22T14:05:00Z',
  sources: '[{ name: Reuters }]',
};

/** A story file; a null field is left out. */
export function story(
  fields: Readonly<Record<string, string | null>> = {},
  body = 'Text.',
): string {
  const yaml = Object.entries({ ...FRONT_MATTER, ...fields })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
  return `---\n${yaml}\n---\n\n${body}\n`;
}

export const FOLDER: Readonly<Record<string, string>> = {
  'sections.yaml': [
    '- { slug: world, name: World, description: States and borders. }',
    '- { slug: politics, name: Politics, description: Who decides. }',
  ].join('\n'),
  'tags.yaml': [
    'ukraine: { name: Ukraine, description: The country., aliases: [ukraine-war], wikidata: Q212 }',
    'diplomacy: { name: Diplomacy, description: Talks between states. }',
  ].join('\n'),
  'front.yaml': 'lead: first-story\nfeatured: []\n',
  'authors/world-desk.md': '---\nname: World desk\nrole: Desk\n---\n\nReports on the world.\n',
  'pages/about.md':
    '---\ntitle: About\ndescription: Who we are.\ncontentUpdatedAt: 2025-12-01T09:00:00Z\n---\n\nWe.\n',
  [STORY]: story(),
};

/**
 * Checks the folder with some of its files changed, added or (null) removed. A file named like a
 * picture is a good picture, whatever it holds.
 */
export function check(changes: Readonly<Record<string, string | null>> = {}) {
  const files = Object.entries({ ...FOLDER, ...changes })
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const pictures = files.filter(([file]) => kindOf(file) === 'picture');
  const { content, problems } = checkFolder({
    files: () => files.map(([file]) => file),
    readText: (file, report) => {
      const bytes = new TextEncoder().encode(new Map(files).get(file));
      return { bytes, text: decodeText(bytes, report) };
    },
    pictures: new Map(pictures.map(([file]) => [file, { picture: PICTURE, colour: '#778899' }])),
    pictureBytes: new Map([[PICTURE.hash, new Uint8Array()]]),
    shelf: AT_HAND,
  });
  return {
    problems: [...problems],
    content: content && { ...content, articles: [...content.articles] },
  };
}

/** `file:line:column field: message; remedy`, with the severity before a warning. */
export function lines(problems: Series<Problem>): string[] {
  return [...problems].map(
    ({ severity, file, line, column, field, message, remedy }) =>
      `${severity === 'warning' ? 'warning ' : ''}${file}:${line}:${column} ${field}: ${message}; ${remedy}`,
  );
}
