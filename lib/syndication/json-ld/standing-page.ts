import type { AboutPage, ContactPage, WebPage } from 'schema-dts';
import type { StandingPageModel } from '@/lib/page-models/model';
import { newsroomId, websiteId } from './identity';

/** What a standing page is called in schema.org, by its path; all others are plain pages. */
const types: Readonly<Record<string, 'AboutPage' | 'ContactPage'>> = {
  '/about': 'AboutPage',
  '/contact': 'ContactPage',
};

/** A page that is no story; what it tells of is the newsroom. */
export function buildStandingPage(page: StandingPageModel): WebPage | AboutPage | ContactPage {
  const { head, title, updated } = page;
  const url = head.canonicalUrl;
  return {
    '@type': types[new URL(url).pathname] ?? 'WebPage',
    '@id': `${url}#page`,
    url,
    name: title,
    description: head.description,
    dateModified: updated.iso,
    isPartOf: { '@id': websiteId(head) },
    about: { '@id': newsroomId(head) },
  };
}
