import { AI_CRAWLERS, type AiPolicy, type AiPurpose } from '@/lib/site/ai-crawlers';
import { publication } from '@/lib/site/publication';

/** Search answers are without number, and none is a page to land on; previews are the editors' own. */
const CLOSED = ['/search$', '/search?', '/preview/'];

const refused: Readonly<Record<AiPolicy, readonly AiPurpose[]>> = {
  allow: [],
  'search-only': ['training'],
  deny: ['training', 'search', 'user'],
};

const stated: Readonly<Record<AiPolicy, string>> = {
  allow: 'AI crawlers may read what everybody may.',
  'search-only':
    'AI crawlers may find, quote and link to our stories; our text is not to be used to train models.',
  deny: 'AI crawlers may not read our stories.',
};

/** robots.txt (RFC 9309). A crawler with a group of its own obeys that group alone. */
export function renderRobots(siteUrl: string, policy: AiPolicy): string {
  const agents = AI_CRAWLERS.filter(({ purpose }) => refused[policy].includes(purpose));
  return [
    `# ${publication.name}. ${stated[policy]}`,
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    ...(agents.length === 0
      ? []
      : [...agents.map(({ agent }) => `User-agent: ${agent}`), 'Disallow: /', '']),
    `Sitemap: ${siteUrl}/sitemap.xml`,
    `Sitemap: ${siteUrl}/news-sitemap.xml`,
    '',
  ].join('\n');
}
