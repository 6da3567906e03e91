import { describe, expect, test } from 'vitest';
import { parseEnvironment } from './environment';

describe('the environment', () => {
  test('has a default for everything', () => {
    expect(parseEnvironment({})).toEqual({
      port: 3000,
      host: '0.0.0.0',
      siteUrl: 'http://localhost:3000',
      databaseUrl: null,
      contentDir: 'content',
      cacheMegabytes: 64,
      log: 'events',
      aiPolicy: 'search-only',
      styleGuide: false,
      previewKey: null,
      indexNow: null,
      hubs: [],
      searches: { perClient: 30, inAll: 600 },
      trustedProxies: ['127.0.0.0/8', '::1'],
    });
  });

  test('is read from its variables, and an empty one counts as absent', () => {
    const environment = parseEnvironment({
      PORT: '8080',
      HOST: '::1',
      SITE_URL: 'https://News.example/',
      DATABASE_URL: 'postgresql://editor:p%40ss@db.example:5433/paper?sslmode=require',
      CONTENT_DIR: '',
      DELIVERY_CACHE_MB: '256',
      DELIVERY_LOG: 'requests',
      AI_CRAWLERS: 'deny',
      PRISM_STYLEGUIDE: '1',
      INDEXNOW_KEY: 'Ab-12345',
      INDEXNOW_ENDPOINT: 'https://search.example/indexnow',
      WEBSUB_HUBS: 'https://hub.example, http://127.0.0.1:9000/hub,https://hub.example/',
      SEARCHES_PER_CLIENT: '5',
      SEARCHES_IN_ALL: '50',
      TRUSTED_PROXIES: '10.0.0.7, fd00::/8',
    });
    expect(environment).toEqual({
      port: 8080,
      host: '::1',
      siteUrl: 'https://news.example',
      databaseUrl: 'postgresql://editor:p%40ss@db.example:5433/paper?sslmode=require',
      contentDir: 'content',
      cacheMegabytes: 256,
      log: 'requests',
      aiPolicy: 'deny',
      styleGuide: true,
      previewKey: null,
      indexNow: { key: 'Ab-12345', endpoint: 'https://search.example/indexnow' },
      hubs: ['https://hub.example/', 'http://127.0.0.1:9000/hub'],
      searches: { perClient: 5, inAll: 50 },
      trustedProxies: ['10.0.0.7', 'fd00::/8'],
    });
  });

  test.each([
    [{ PORT: '80a' }, 'PORT must be a port number from 1 to 65535 (it is "80a")'],
    [{ PORT: '0' }, 'PORT must be a port number from 1 to 65535 (it is "0")'],
    [{ PORT: '65536' }, 'PORT must be a port number from 1 to 65535 (it is "65536")'],
    [{ HOST: 'a b' }, 'HOST must be a host name or an IP address (it is "a b")'],
    [{ SITE_URL: 'news.example' }, 'SITE_URL must be an origin such as https://news.example'],
    [{ SITE_URL: 'https://news.example/paper' }, 'SITE_URL must be an origin'],
    [{ SITE_URL: 'ftp://news.example' }, 'SITE_URL must be an origin'],
    [{ DELIVERY_CACHE_MB: '7' }, 'DELIVERY_CACHE_MB must be a number of megabytes, 8 or more'],
    [{ DELIVERY_LOG: 'all' }, 'DELIVERY_LOG must be events or requests (it is "all")'],
    [{ AI_CRAWLERS: 'no' }, 'AI_CRAWLERS must be allow, search-only or deny (it is "no")'],
    [{ PRISM_STYLEGUIDE: 'yes' }, 'PRISM_STYLEGUIDE must be 1 or 0 (it is "yes")'],
    [
      { INDEXNOW_KEY: 'short' },
      'INDEXNOW_KEY must be 8 to 128 letters of a to z, digits and hyphens',
    ],
    [{ INDEXNOW_KEY: 'under_scored' }, 'INDEXNOW_KEY must be 8 to 128 letters'],
    [{ INDEXNOW_KEY: 'a'.repeat(129) }, 'INDEXNOW_KEY must be 8 to 128 letters'],
    [{ INDEXNOW_KEY: '12345678' }, 'SITE_URL must be set when INDEXNOW_KEY is'],
    [{ WEBSUB_HUBS: 'https://hub.example/' }, 'SITE_URL must be set when WEBSUB_HUBS is'],
    [{ INDEXNOW_ENDPOINT: 'http://search.example/' }, 'INDEXNOW_ENDPOINT must be a URL such as'],
    [{ WEBSUB_HUBS: 'https://hub.example/,' }, 'WEBSUB_HUBS must be URLs with commas between'],
    [{ WEBSUB_HUBS: 'http://127.0.0.1.example/' }, 'WEBSUB_HUBS must be URLs with commas between'],
    [{ WEBSUB_HUBS: 'https://hub.example/#now' }, 'WEBSUB_HUBS must be URLs with commas between'],
    [{ SEARCHES_PER_CLIENT: '0' }, 'SEARCHES_PER_CLIENT must be a number of searches a minute'],
    [{ SEARCHES_IN_ALL: 'many' }, 'SEARCHES_IN_ALL must be a number of searches a minute'],
    [{ TRUSTED_PROXIES: 'proxy.example' }, 'TRUSTED_PROXIES must be IP addresses or networks'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES must be IP addresses or networks'],
    [{ TRUSTED_PROXIES: '10.0.0.1,' }, 'TRUSTED_PROXIES must be IP addresses or networks'],
    [{ DATABASE_URL: 'mysql://db/paper' }, 'DATABASE_URL must be a URL such as postgresql://'],
  ])('%o is refused in one line', (variables, line) => {
    let message = '';
    try {
      parseEnvironment(variables);
    } catch (error) {
      message = String((error as Error).message);
    }
    expect(message).toContain(line);
    expect(message).not.toContain('\n');
  });

  test.each([
    { DATABASE_URL: 'postgres//u:secret@db' },
    { INDEXNOW_KEY: 'my secret password' },
    { WEBSUB_HUBS: 'https://u:secret@hub.example/' },
  ])('never repeats what may hold a password: %o', (variables) => {
    expect(() => parseEnvironment(variables)).toThrow(/^(?!.*secret)/);
  });
});
