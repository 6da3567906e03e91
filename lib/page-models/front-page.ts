import { publication } from '@/lib/site/publication';
import { findFront } from '@/lib/store/front-queries';
import { listTags } from '@/lib/store/list-queries';
import type { FrontRecord, TagCountRecord, TrailRecord } from '@/lib/store/records';
import { pageKeys, sectionKey } from '@/lib/text/page-keys';
import { feedAlternates, feedLinks } from './feed-links';
import { freshnessOf } from './freshness';
import { buildHead } from './head';
import type { FrontPage } from './model';
import { buildMostRead, mostReadCount, worthTelling } from './most-read';
import { searchTool } from './tools';
import { buildTrail, sectionLink, topicLinks } from './trail';

const secondsCount = 6;
const briefsCount = 6;
const topicsCount = 16;
/** Stories in a section's block. */
const blockSize = 4;
/** Enough to fill a block whatever of its section stands above. */
const blockCandidates = blockSize + secondsCount + 1;

export async function loadFrontPage(now: Date): Promise<FrontPage> {
  const [front, tags] = await Promise.all([findStories(now), listTags(now, topicsCount)]);
  return buildFrontPage(front, tags);
}

/** When the front page last changed. Topics have no date, and are not looked for. */
export async function loadFrontModified(now: Date): Promise<Date | null> {
  return buildFrontPage(await findStories(now), []).modified;
}

function findStories(now: Date): Promise<FrontRecord> {
  return findFront(now, {
    newest: secondsCount + briefsCount + 1,
    ofSection: blockCandidates,
    mostRead: mostReadCount,
  });
}

/**
 * The editors' stories first, then the newest; no story twice above the section blocks, and in the
 * blocks those that stand above only where a section has nothing else. What is read most is listed
 * wherever else it stands: the list is the readers'.
 */
export function buildFrontPage(front: FrontRecord, tags: readonly TagCountRecord[]): FrontPage {
  const ordered = distinct([...front.placed, ...front.newest]);
  const [lead, ...others] = ordered;
  const seconds = others.slice(0, secondsCount);
  const briefs = others.slice(secondsCount, secondsCount + briefsCount);
  const mostRead = worthTelling(front.mostRead);
  const shown = new Set([lead, ...seconds].map((story) => story?.id));
  const blocks = front.sections
    .filter(({ newest }) => newest.length > 0)
    .map(({ section, newest }) => {
      const fresh = newest.filter(({ id }) => !shown.has(id));
      return { section, stories: (fresh.length > 0 ? fresh : newest).slice(0, blockSize) };
    });
  return {
    kind: 'front',
    ...freshnessOf(
      [
        ...[pageKeys.front, pageKeys.tags, pageKeys.readings],
        ...blocks.map(({ section }) => sectionKey(section.slug)),
      ],
      [
        ...[lead ?? [], seconds, briefs, mostRead.today, mostRead.week],
        ...blocks.map(({ stories }) => stories),
      ].flat(),
    ),
    head: buildHead({
      title: null,
      description: publication.description,
      path: '/',
      alternates: feedAlternates('/', null),
      tools: [searchTool],
    }),
    lead: lead === undefined ? null : buildTrail(lead),
    seconds: seconds.map(buildTrail),
    briefs: briefs.map(buildTrail),
    mostRead: buildMostRead(mostRead),
    sections: blocks.map(({ section, stories }) => ({
      section: sectionLink(section),
      description: section.description,
      trails: stories.map(buildTrail),
    })),
    topics: topicLinks(tags),
    feeds: feedLinks('/'),
  };
}

function distinct(stories: readonly TrailRecord[]): TrailRecord[] {
  return [...new Map(stories.map((story) => [story.id, story])).values()];
}
