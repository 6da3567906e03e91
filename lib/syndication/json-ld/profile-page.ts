import type { Organization, Person, ProfilePage } from 'schema-dts';
import type { ListPage } from '@/lib/page-models/model';
import { authorId, newsroomId, websiteId } from './identity';
import { firstParagraph } from './plain-text';

/** An author: a person who works for the newsroom, or a desk, which is part of it. */
export function buildProfilePage(page: ListPage): ProfilePage {
  const { head, subject } = page;
  return {
    '@type': 'ProfilePage',
    '@id': `${head.canonicalUrl}#page`,
    url: head.canonicalUrl,
    name: page.title,
    isPartOf: { '@id': websiteId(head) },
    mainEntity: subject?.kind === 'desk' ? buildDesk(page) : buildPerson(page),
  };
}

function buildDesk(page: ListPage): Organization {
  return {
    '@type': 'Organization',
    ...described(page),
    parentOrganization: { '@id': newsroomId(page.head) },
  };
}

function buildPerson(page: ListPage): Person {
  return {
    '@type': 'Person',
    ...described(page),
    jobTitle: page.label,
    worksFor: { '@id': newsroomId(page.head) },
  };
}

function described({ head, title: name, biography }: ListPage) {
  const url = head.canonicalUrl;
  const description = firstParagraph(biography ?? []);
  return { '@id': authorId(url), name, url, ...(description !== null && { description }) };
}
