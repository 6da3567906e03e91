import { publication } from '@/lib/site/publication';
import { findAuthor, listAuthorTrails } from '@/lib/store/list-queries';
import { authorKey } from '@/lib/text/page-keys';
import { isDesk } from './authors';
import { buildListPage } from './list-page';
import type { ListPage } from './model';

/** A page of an author's stories; null for no such author or page. */
export async function loadAuthorPage(
  slug: string,
  page: number | null,
  now: Date,
): Promise<ListPage | null> {
  const author = await findAuthor(slug);
  if (author === null || page === null) return null;
  return buildListPage({
    kind: 'author',
    keys: [authorKey(slug)],
    label: author.role,
    title: author.name,
    description: null,
    headDescription: `Stories by ${author.name}, ${publication.name}.`,
    path: `/author/${slug}`,
    page,
    list: await listAuthorTrails(slug, now, page),
    biography: author.biography,
    subject: { kind: isDesk(author) ? 'desk' : 'person' },
  });
}
