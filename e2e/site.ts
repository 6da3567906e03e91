/** Addresses of one page of every kind, on the site under test. */
export const miami =
  '/politics/miami-talks-yield-productive-dialogue-but-no-breakthrough-in-ukraine-war';

export const pageKinds: Readonly<Record<string, string>> = {
  front: '/',
  article: miami,
  'article with a picture': '/science/the-keeling-curve',
  'article with a table': '/world/half-a-century-of-nuclear-arms-treaties',
  section: '/world',
  tag: '/tag/diplomacy',
  author: '/author/world-desk',
  tags: '/tags',
  'archive of a year': '/archive/2025',
  'second page of a list': '/archive/2026?page=2',
  'archive of a month': '/archive/2025/12',
  'archive of a day': '/archive/2025/12/22',
  archive: '/archive',
  corrections: '/corrections',
  'standing page': '/about',
  'search before a question': '/search',
  'search with answers': '/search?q=ceasefire',
  'search that is narrowed': '/search?q=treaty&section=politics&sort=date',
  'search without an answer': '/search?q=xyzzyplugh',
  'not found': '/world/no-such-story-as-this',
};
