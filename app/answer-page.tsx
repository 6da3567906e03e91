import { permanentRedirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Frame } from '@/components/frame/frame';
import { loadFrame } from '@/lib/page-models/frame';
import type { Moved, Page } from '@/lib/page-models/page';
import { buildFailurePage, loadNotFoundPage } from '@/lib/page-models/problem-page';
import { HeadTags } from './head-tags';
import { PageView } from './page-view';
import { answerWith } from './response';

/**
 * Answers a request for `path` with the page that `load` gives: 200, 410 for a withdrawn story,
 * 308 for one that moved, 404 for null, 503 while the database cannot be reached, 500 for a bug.
 */
export async function answerPage(
  path: string,
  load: (now: Date) => Promise<Page | Moved | null>,
): Promise<ReactNode> {
  if (path !== path.toLowerCase()) permanentRedirect(path.toLowerCase());
  const [frame, page] = await Promise.all([loadFrame(), loadOrExplain(path, load)]);
  if (page.kind === 'moved') permanentRedirect(page.href);
  const { status, headers } = statusOf(page);
  if (status !== 200) answerWith(status, headers);
  return (
    <Frame frame={frame}>
      <HeadTags head={page.head} />
      <PageView page={page} />
    </Frame>
  );
}

async function loadOrExplain(
  path: string,
  load: (now: Date) => Promise<Page | Moved | null>,
): Promise<Page | Moved> {
  const now = new Date();
  try {
    return (await load(now)) ?? (await loadNotFoundPage(path, now));
  } catch (error) {
    console.error(`${path} could not be answered:`, error);
    return buildFailurePage(path, error);
  }
}

function statusOf(page: Page): { status: number; headers?: Record<string, string> } {
  switch (page.kind) {
    case 'withdrawn':
      return { status: 410 };
    case 'problem':
      return page.status === 503
        ? { status: 503, headers: { 'Retry-After': '5' } }
        : { status: page.status };
    default:
      return { status: 200 };
  }
}
