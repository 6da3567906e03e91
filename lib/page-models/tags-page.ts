import { publication } from '@/lib/site/publication';
import { listTags } from '@/lib/store/list-queries';
import type { NameRecord } from '@/lib/store/records';
import { countTagStories, listVisibleTags } from '@/lib/store/tag-queries';
import { byAlphabet, type Letter } from '@/lib/text/alphabet';
import { formatCount } from '@/lib/text/counts';
import { pageKeys } from '@/lib/text/page-keys';
import { buildHead } from './head';
import type { Link, TagsPage } from './model';
import { buildPagination, lastIndexedPage, pageHref } from './pagination';
import { tagLink } from './trail';

const PATH = '/tags';
/** One page holds all tags of most papers, in some 50 KB of HTML. */
export const tagsPerPage = 500;
const MOST_USED = 12;

/** A page (from 1) of all tags that have stories, A to Z; null past the end. */
export async function loadTagsPage(page: number | null, now: Date): Promise<TagsPage | null> {
  if (page === null) return null;
  const [tags, lately] = await Promise.all([
    listVisibleTags(now),
    page === 1 ? listTags(now, MOST_USED) : [],
  ]);
  const letters = byAlphabet(tags);
  const shown = cut(letters, page);
  if (shown.length === 0 && page > 1) return null;
  const counts = await countTagStories(
    shown.flatMap(({ names }) => names.map(({ slug }) => slug)),
    now,
  );
  const pageCount = Math.max(1, Math.ceil(tags.length / tagsPerPage));
  const title = page === 1 ? 'Tags' : `Tags, page ${page}`;
  return {
    kind: 'tags',
    keys: [pageKeys.tags, pageKeys.archive],
    modified: null,
    head: buildHead({
      title,
      description: `Every tag of ${publication.name}, A to Z, with the number of its stories.`,
      path: pageHref(PATH, page),
      indexed: page <= lastIndexedPage,
    }),
    title: 'Tags',
    breadcrumbs: [{ href: '/', text: publication.name }],
    countText: formatCount(tags.length, 'tag', 'tags'),
    lately: lately.map(tagLink),
    letters: linksTo(letters),
    groups: shown.map(({ id, title, names }) => ({
      id,
      title,
      tags: names.map((tag) => ({ ...tagLink(tag), count: counts.get(tag.slug) ?? 0 })),
    })),
    pagination: buildPagination(PATH, page, pageCount, {
      newer: 'Previous tags',
      older: 'Next tags',
    }),
  };
}

type Shown = Omit<Letter<NameRecord>, 'id'> & Readonly<{ id: string | null }>;

/** What a page shows of the letters; one that it goes on with is no place to jump to. */
function cut(letters: readonly Letter<NameRecord>[], page: number): readonly Shown[] {
  const [from, to] = [(page - 1) * tagsPerPage, page * tagsPerPage];
  return starts(letters).flatMap(({ letter, start }) => {
    const names = letter.names.slice(Math.max(0, from - start), Math.max(0, to - start));
    return names.length > 0 ? [{ ...letter, names, id: start >= from ? letter.id : null }] : [];
  });
}

function linksTo(letters: readonly Letter<NameRecord>[]): readonly Link[] {
  return starts(letters).map(({ letter, start }) => ({
    href: `${pageHref(PATH, Math.floor(start / tagsPerPage) + 1)}#${letter.id}`,
    text: letter.title,
  }));
}

/** Each letter, and how many tags come before it. */
function starts(letters: readonly Letter<NameRecord>[]) {
  let before = 0;
  return letters.map((letter) => {
    const start = before;
    before += letter.names.length;
    return { letter, start };
  });
}
