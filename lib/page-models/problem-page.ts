import { isDatabaseAway } from '@/lib/store/health-queries';
import type { StoryLinkRecord } from '@/lib/store/records';
import { listNearArticles } from '@/lib/store/suggestion-queries';
import { pageKeys } from '@/lib/text/page-keys';
import { buildHead } from './head';
import type { Link, ProblemPage } from './model';
import { articleHref } from './trail';

/** Stories suggested for an address that leads nowhere. */
const suggestionCount = 5;
/** Letters of an address that are put into the search box. */
const longestQuery = 80;

const home: Link = { href: '/', text: 'Front page' };
const archive: Link = { href: '/archive', text: 'Archive' };

/** Nothing stands at `path`; stories with a similar address are suggested. */
export async function loadNotFoundPage(path: string, now: Date): Promise<ProblemPage> {
  const near = await listNearArticles(path, now, suggestionCount);
  return {
    kind: 'problem',
    keys: [pageKeys.missing],
    modified: null,
    head: buildHead({
      title: 'Page not found',
      description: 'There is no page at this address.',
      path,
      indexed: false,
    }),
    status: 404,
    title: 'There is no page at this address',
    explanation: 'It may be mistyped, or the page may have moved.',
    ways:
      near.length > 0
        ? { title: 'You may have been looking for', links: near.map(storyLink) }
        : { title: 'Go on from here', links: [home, archive] },
    query: wordsOfPath(path),
  };
}

function storyLink({ sectionSlug, slug, headline }: StoryLinkRecord): Link {
  return { href: articleHref(sectionSlug, slug), text: headline };
}

/** What somebody who typed this address may want to search for. */
function wordsOfPath(path: string): string {
  const words = path.split('/').findLast((part) => /\p{L}/u.test(part)) ?? '';
  return words
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, longestQuery);
}

/** Why a page could not be made: 503 while the database is away, which passes; 500 for a fault of ours. */
export function buildFailurePage(path: string, error: unknown): ProblemPage {
  const away = isDatabaseAway(error);
  const title = away ? 'This page is not available just now' : 'Something went wrong on our side';
  return {
    kind: 'problem',
    keys: [],
    modified: null,
    head: buildHead({ title, description: title, path, indexed: false }),
    status: away ? 503 : 500,
    title,
    explanation: away
      ? 'We cannot reach our stories at the moment. Please try again in a few seconds; nothing is lost.'
      : 'The fault is ours and has been written down. Please try again, or go on from the front page.',
    ways: { title: 'Go on from here', links: [{ href: path, text: 'Try again' }, home] },
    query: null,
  };
}

/** A question to the search that took more time than one may. */
export function buildTooLongPage(query: string, ways: readonly Link[]): ProblemPage {
  const title = 'This question takes too long';
  return {
    kind: 'problem',
    keys: [],
    modified: null,
    head: buildHead({ title, description: title, path: '/search', indexed: false }),
    status: 503,
    title,
    explanation:
      'Too many stories would have to be read to answer it. A rarer word, or fewer stories to look through, is answered sooner.',
    ways: { title: 'Go on from here', links: ways },
    query,
    isAnswer: true,
  };
}

/** Whether it is the database that is away, which passes, and no fault of ours. */
export const isPassing = isDatabaseAway;

/** For the operator: one line while the database is away, which passes; the whole of a fault of ours. */
export function describeFailure(error: unknown): string {
  if (isDatabaseAway(error)) return 'the database cannot be reached';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
