import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { ask } from './support/ask';
import { publishedDatabase } from './support/site';

const KEY = 'Ab-12345';
const HUB = 'https://hub.example/';

let databaseUrl: string;
let site: OwnSite;

beforeAll(async () => {
  databaseUrl = await publishedDatabase();
});

describe('with a key and a hub', () => {
  beforeAll(async () => {
    site = await openOwnSite(databaseUrl, { INDEXNOW_KEY: KEY, WEBSUB_HUBS: HUB });
  });
  afterAll(() => site?.stop());

  test('search engines read the key at its name, in its case', async () => {
    const { status, headers, body } = await ask(`${site.url}/${KEY}.txt`);
    expect([status, body]).toEqual([200, KEY]);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  test('the key stands at no other name', async () => {
    for (const path of ['/ab-12345.txt', '/ab-123456.txt', '/12345678.txt']) {
      const { status, body } = await ask(site.url + path);
      expect([status, body], path).toEqual([404, expect.not.stringContaining(KEY)]);
    }
    const behind = await ask(`${site.url}/indexnow-key/ab-12345`);
    expect([behind.status, behind.headers.location]).toEqual([308, '/ab-12345.txt']);
  });

  test('files of the site keep their names', async () => {
    for (const path of ['/robots.txt', '/llms.txt', '/humans.txt', '/security.txt']) {
      const { status, body } = await ask(site.url + path);
      expect([status, body.length > 20], path).toEqual([200, true]);
    }
  });

  test('feeds name the hub that is told', async () => {
    const { headers, body } = await ask(`${site.url}/feed.atom`);
    expect(headers.link).toContain(`<${HUB}>; rel="hub"`);
    expect(body).toContain(`<link rel="hub" href="${HUB}"/>`);
  });
});

test('without settings there is no key, and feeds name no hub', async () => {
  const silent = await openOwnSite(databaseUrl);
  expect((await ask(`${silent.url}/ab-12345.txt`)).status).toBe(404);
  expect((await ask(`${silent.url}/feed.atom`)).body).not.toContain('rel="hub"');
  await silent.stop();
});
