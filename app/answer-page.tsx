import { permanentRedirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Frame } from '@/components/frame/frame';
import { lastKnownFrame, loadFrame } from '@/lib/page-models/frame';
import type { Frame as FrameModel } from '@/lib/page-models/model';
import type { Moved, Page } from '@/lib/page-models/page';
import {
  buildFailurePage,
  describeFailure,
  loadNotFoundPage,
} from '@/lib/page-models/problem-page';
import { pageKeys } from '@/lib/text/page-keys';
import { keysHeader, modifiedHeader } from './answer-headers';
import { HeadTags } from './head-tags';
import { PageView } from './page-view';
import { answerWith } from './response';
import { StructuredData } from './structured-data';

type Load = (now: Date) => Promise<Page | Moved | null>;

/**
 * Answers a request for `path` with the page that `load` gives: 200, 410 for a withdrawn story,
 * 308 for one that moved, 404 for null, 503 while the database cannot be reached, 500 for a bug.
 */
export async function answerPage(path: string, load: Load): Promise<ReactNode> {
  const spelling = inLowerCase(path);
  if (path !== spelling) permanentRedirect(spelling);
  const now = new Date();
  const { page, frame, edition } = await loadOrExplain(path, load, now);
  const ofEdition: Record<string, string> = edition === null ? {} : { 'X-Prism-Edition': edition };
  if (page.kind === 'moved') {
    answerWith(308, { ...keysHeader([pageKeys.missing]), ...ofEdition });
    permanentRedirect(page.href);
  }
  answerWith(statusOf(page), { ...headersOf(page, now), ...ofEdition });
  return (
    <>
      <HeadTags head={page.head} />
      <Frame frame={frame}>
        <PageView page={page} />
      </Frame>
      <StructuredData page={page} frame={frame} />
    </>
  );
}

/** All but the digits of encoded bytes, which are written in capitals (RFC 3986, 6.2.2.1). */
function inLowerCase(path: string): string {
  return path.replaceAll(/%[\dA-F]{2}|[A-Z]+/gi, (part) =>
    part.startsWith('%') ? part : part.toLowerCase(),
  );
}

type Loaded = Readonly<{ page: Page | Moved; frame: FrameModel; edition: string | null }>;

/** A page whose frame cannot be read is no page: it might be kept with an old frame. */
async function loadOrExplain(path: string, load: Load, now: Date): Promise<Loaded> {
  try {
    const page = (await load(now)) ?? (await loadNotFoundPage(path, now));
    return { page, ...(await loadFrame()) };
  } catch (error) {
    console.error(`${path} could not be answered: ${describeFailure(error)}`);
    return { page: buildFailurePage(path, error), frame: lastKnownFrame(), edition: null };
  }
}

function statusOf(page: Page): number {
  if (page.kind === 'withdrawn') return 410;
  return page.kind === 'problem' ? page.status : 200;
}

/**
 * What delivery needs to keep the page: see lib/text/page-keys.ts. A failure is not kept, and gives way to what
 * delivery has kept or can say itself, unless it says that it is the answer.
 */
function headersOf(page: Page, now: Date): Record<string, string> {
  if (page.kind === 'problem' && page.status !== 404) {
    return {
      ...(page.status === 503 ? { 'Retry-After': '5' } : {}),
      ...(page.isAnswer ? { 'X-Prism-Answer': '1' } : {}),
    };
  }
  return { ...keysHeader([...page.keys, pageKeys.frame]), ...modifiedHeader(page.modified, now) };
}
