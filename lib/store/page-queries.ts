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
