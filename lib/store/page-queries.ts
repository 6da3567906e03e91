import { database } from './client';
import type { StandingPageRecord } from './records';
import { storedBody } from './stored-body';

export async function findStandingPage(slug: string): Promise<StandingPageRecord | null> {
  const page = await database().standingPage.findUnique({
    where: { slug },
    select: { slug: true, title: true, description: true, contentUpdatedAt: true, body: true },
  });
  return page && { ...page, body: storedBody(page.body) };
}

/** By slug, for the links at the foot of every page. */
export async function listStandingPages(): Promise<
  readonly Readonly<{ slug: string; title: string }>[]
> {
  return database().standingPage.findMany({
    select: { slug: true, title: true },
    orderBy: { slug: 'asc' },
    take: 100,
  });
}
