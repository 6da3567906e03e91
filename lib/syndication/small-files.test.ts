import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AI_CRAWLERS, type AiPolicy } from '@/lib/site/ai-crawlers';
import { publication } from '@/lib/site/publication';
import { renderHumansTxt } from './humans-txt';
import { renderOpenSearch } from './opensearch';
import { renderRobots } from './robots';
import { renderSecurityTxt } from './security-txt';
import { renderWebManifest } from './web-manifest';

const site = 'https://news.example';

test.each([
  ['allow', []],
  ['search-only', ['training']],
  ['deny', ['training', 'search', 'user']],
] as readonly (readonly [AiPolicy, readonly string[]])[])(
  'robots.txt under “%s” closes the site to crawlers for %j',
  (policy, purposes) => {
    const lines = renderRobots(site, policy).split('\n');
    const agents = AI_CRAWLERS.filter(({ purpose }) => purposes.includes(purpose));
    expect(lines.slice(1)).toEqual([
      'User-agent: *',
      'Disallow: /search$',
      'Disallow: /search?',
      'Disallow: /preview/',
      '',
      ...agents.map(({ agent }) => `User-agent: ${agent}`),
      ...(agents.length > 0 ? ['Disallow: /', ''] : []),
      'Sitemap: https://news.example/sitemap.xml',
      'Sitemap: https://news.example/news-sitemap.xml',
      '',
    ]);
    expect(lines[0]).toMatch(/^# PRISM News\. /);
  },
);

test('AI crawlers are tokens of their own, each with a source', () => {
  const agents = AI_CRAWLERS.map(({ agent }) => agent.toLowerCase());
  expect(new Set(agents).size).toBe(agents.length);
  for (const { agent, source } of AI_CRAWLERS) {
    // RFC 9309, 2.2.1, and digits, which AI2Bot has.
    expect(agent).toMatch(/^[A-Za-z][A-Za-z0-9_-]*$/);
    expect(source).toMatch(/^https:\/\//);
  }
});

test('security.txt holds until its date, and is gone from then on', () => {
  const expires = new Date(publication.security.expires);
  expect(renderSecurityTxt(site, new Date(expires.getTime() - 1))).toBe(
    [
      'Contact: mailto:site@prism-news.example',
      `Expires: ${publication.security.expires}`,
      'Preferred-Languages: en',
      'Canonical: https://news.example/.well-known/security.txt',
      '',
    ].join('\n'),
  );
  expect(renderSecurityTxt(site, expires)).toBeNull();
});

test('opensearch.xml leads to the search', () => {
  const xml = renderOpenSearch(site);
  expect(xml).toContain('template="https://news.example/search?q={searchTerms}"');
  // OpenSearch 1.1, 4.2.1.2.2: 16 characters at most.
  expect(/<ShortName>(.*)<\/ShortName>/.exec(xml)?.[1]?.length).toBeLessThanOrEqual(16);
});

test('humans.txt says who publishes', () => {
  expect(renderHumansTxt(site)).toContain('Publisher: Liabooks\n');
});

test('The manifest’s icons are there, in their size, and its colour is the paper’s', () => {
  const manifest = JSON.parse(renderWebManifest());
  for (const { src, sizes } of manifest.icons) {
    const png = readFileSync(`public${src}`);
    // PNG, 11.2.1: width and height stand at 16.
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(manifest.theme_color).toBe(publication.colour.light);
});
