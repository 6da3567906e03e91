import { publication } from '@/lib/site/publication';

/** humans.txt (humanstxt.org): who stands behind the site, for people. */
export function renderHumansTxt(siteUrl: string): string {
  const { publisher } = publication;
  return [
    '/* TEAM */',
    `Publisher: ${publisher.name}`,
    `Site: ${publisher.url}`,
    `Contact: ${siteUrl}/contact`,
    '',
    '/* SITE */',
    `Name: ${publication.name}`,
    `Language: ${publication.language}`,
    `About: ${siteUrl}/about`,
    'Standards: HTML and CSS, without a script',
    '',
  ].join('\n');
}
