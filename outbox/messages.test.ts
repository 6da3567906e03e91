import { expect, test } from 'vitest';
import { composeMessage } from './messages';

const SITE = 'https://news.example';

test('A search engine is told the host, the key, where the key is, and each address once', () => {
  const target = { protocol: 'indexnow', url: 'https://search.example/', key: 'Ab-12345' } as const;
  const { contentType, body } = composeMessage(target, SITE, ['/world/a', '/world/b', '/world/a']);
  expect(contentType).toBe('application/json; charset=utf-8');
  expect(JSON.parse(body)).toEqual({
    host: 'news.example',
    key: 'Ab-12345',
    keyLocation: 'https://news.example/Ab-12345.txt',
    urlList: ['https://news.example/world/a', 'https://news.example/world/b'],
  });
});

test('A hub is told in a form that a feed has changed', () => {
  const target = { protocol: 'websub', url: 'https://hub.example/' } as const;
  expect(composeMessage(target, SITE, ['/feed.xml'])).toEqual({
    contentType: 'application/x-www-form-urlencoded',
    body: 'hub.mode=publish&hub.url=https%3A%2F%2Fnews.example%2Ffeed.xml',
  });
});
