import type { PrismaClient } from '../generated/client';

/**
 * What the paper says, for tests that compare two databases: every story by its id with all that
 * hangs from it, and the lists. Left out is what depends on the way there: numbers of rows, old
 * addresses, versions, the machine's own times.
 */
export async function dumpPaper(client: PrismaClient) {
  const names = { select: { slug: true } } as const;
  const inOrder = { orderBy: { position: 'asc' } } as const;
  const standing = { visibleFrom: true, withdrawnAt: true } as const;
  const articles = await client.article.findMany({
    omit: {
      ...{ number: true, rowCreatedAt: true, rowUpdatedAt: true, sectionId: true, file: true },
    },
    include: {
      section: names,
      tags: { select: { tag: names, ...standing }, ...inOrder },
      authors: { select: { author: names, ...standing }, ...inOrder },
      sources: { select: { name: true, url: true, note: true }, ...inOrder },
      corrections: { select: { at: true, text: true, serious: true }, ...inOrder },
      pins: { select: { related: names }, ...inOrder },
      pictures: { select: { mediaHash: true }, orderBy: { mediaHash: 'asc' } },
    },
    orderBy: { id: 'asc' },
  });
  return {
    articles,
    sections: await client.section.findMany({ omit: { id: true }, orderBy: { slug: 'asc' } }),
    tags: await client.tag.findMany({
      select: { slug: true, name: true, description: true, parent: names },
      orderBy: { slug: 'asc' },
    }),
    authors: await client.author.findMany({ omit: { id: true }, orderBy: { slug: 'asc' } }),
    pages: await client.standingPage.findMany({ orderBy: { slug: 'asc' } }),
    front: await client.frontPlacement.findMany({
      select: { position: true, article: names },
      ...inOrder,
    }),
  };
}
