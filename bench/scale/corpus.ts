import { bodyText, countWords } from '@/lib/document/body/text';
import type { ArticleDocument, Content } from '@/lib/document/documents';
import { storyHash } from '@/lib/document/story-hash';
import { numbers } from '../numbers';

/**
 * An archive of any size, the same in every run: clearly synthetic words, tags and words as common as
 * Zipf has it, lengths of 80 to 600 words, twenty years of dates. Any beginning of it spans all of
 * them, so that a small archive is a part of a larger one.
 */

const SECTIONS = ['world', 'politics', 'business', 'science', 'culture', 'sport'];
const TAGS = 2_000;
const AUTHORS = 60;
const VOCABULARY = 20_000;
const BEGINS = Date.UTC(2006, 0, 1);
const LASTS = Date.UTC(2026, 0, 1) - BEGINS;

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi'];

/** A word by how common it is, the commonest first. */
export function wordOf(rank: number): string {
  let word = '';
  for (let rest = rank + SYLLABLES.length ** 2; rest > 0; rest = Math.floor(rest / 13)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return word;
}

export const tagOf = (rank: number) => `tag-${rank}`;

/** Spread evenly from 0 to 1, whatever the length of the beginning that is taken (van der Corput, base 2). */
function spread(number: number): number {
  let [place, share] = [0, 0.5];
  for (let rest = number; rest > 0; rest = Math.floor(rest / 2), share /= 2) {
    place += (rest % 2) * share;
  }
  return place;
}

export function storyAt(number: number): ArticleDocument {
  const next = numbers(number + 1);
  const zipf = (size: number) => Math.floor(size ** next()) - 1;
  const words = (count: number) => Array.from({ length: count }, () => wordOf(zipf(VOCABULARY)));
  const sentence = (count: number) => {
    const text = words(count).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraphs = 2 + zipf(14);
  const body = Array.from({ length: paragraphs }, () => ({
    type: 'paragraph' as const,
    children: [
      { type: 'text' as const, text: [sentence(14), sentence(20), sentence(8)].join(' ') },
    ],
  }));
  const text = bodyText(body);
  const at = new Date(
    BEGINS + Math.floor((spread(number) * LASTS) / 1000) * 1000 + (number % 1000),
  );
  const section = SECTIONS[zipf(SECTIONS.length)] ?? 'world';
  const slug = `synthetic-${number}`;
  const document = {
    ...{ id: idOf(number), slug, section, kicker: null, standfirst: sentence(18) },
    headline: `Synthetic ${number}: ${words(6).join(' ')}`,
    authors: [`author-${zipf(AUTHORS)}`],
    tags: [...new Set(Array.from({ length: 1 + zipf(6) }, () => tagOf(zipf(TAGS))))],
    ...{ firstPublishedAt: at, contentUpdatedAt: at, embargoedUntil: null, draft: false },
    ...{ withdrawn: null, sources: [{ name: 'Synthesizer', url: null, note: null }] },
    ...{ corrections: [], related: [], aliases: [], image: null, seoTitle: null },
    ...{ socialTitle: null, changeNote: null, language: 'en', body, bodyText: text },
    ...{ wordCount: countWords(text), file: `articles/${section}/${slug}.md` },
    ...{ minor: false, reusesAddress: false },
  };
  return { ...document, contentHash: storyHash(document) };
}

/** UUIDs that carry their number. */
function idOf(number: number): string {
  return `0193e9d2-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Stories `from` to `to` (exclusive) with all that they name, for publishing as a part of a paper. */
export function archivePart(from: number, to: number): Content {
  return {
    sections: SECTIONS.map((slug) => ({ slug, name: slug, description: `About ${slug}.` })),
    tags: Array.from({ length: TAGS }, (_, rank) => ({
      ...{ slug: tagOf(rank), name: `Tag ${rank}`, description: 'Synthetic.', parent: null },
      ...{ includesChildren: false, aliases: [], iptc: null, wikidata: null },
    })),
    authors: Array.from({ length: AUTHORS }, (_, rank) => ({
      ...{ slug: `author-${rank}`, name: `Author ${rank}`, role: 'Synthetic', biography: [] },
    })),
    pages: [],
    articles: Array.from({ length: to - from }, (_, index) => storyAt(from + index)),
    front: null,
    isWhole: false,
    files: new Map(),
    pictures: new Map(),
    pictureFiles: new Map(),
  };
}
