import { describe, expect, test } from 'vitest';
import { isReading } from './reader';

const CHROME =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Mobile Safari/537.36';

const asks = (headers: Record<string, string>, method = 'GET') =>
  isReading({ method, headers: { 'user-agent': CHROME, ...headers } });

describe('A reading is', () => {
  test.each([
    ['Chrome', CHROME],
    ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0'],
    [
      'Safari',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
    ],
    [
      'a browser inside another program',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22G86 [FBAN/FBIOS;FBAV/530.0]',
    ],
    ['Opera Mini', 'Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/29.3709; U; en) Presto/2.8.119'],
    ['a browser that shows text', 'Lynx/2.9.2 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/3.0.15'],
    [
      'a telephone whose make only sounds like a robot',
      'Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Mobile Safari/537.36',
    ],
  ])('%s', (_, userAgent) => {
    expect(asks({ 'user-agent': userAgent })).toBe(true);
  });

  test('a document asked for by a click', () => {
    expect(asks({ 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' })).toBe(true);
  });
});

describe('No reading is', () => {
  test.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 (Linux; Android 6.0.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 (compatible; GoogleOther)',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15 (Applebot/0.1)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/146.0.0.0 Safari/537.36',
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 12 subscribers)',
    'WhatsApp/2.23.20.0 A',
    'curl/8.5.0',
    'python-requests/2.32.3',
    'node',
    '',
  ])('one by “%s”', (userAgent) => {
    expect(asks({ 'user-agent': userAgent })).toBe(false);
  });

  test('one that does not say by what', () => {
    expect(isReading({ method: 'GET', headers: {} })).toBe(false);
  });

  test('one for the head alone', () => {
    expect(asks({}, 'HEAD')).toBe(false);
  });

  test.each([
    ['sec-purpose', 'prefetch'],
    ['sec-purpose', 'prefetch;prerender'],
    ['sec-purpose', 'prefetch;anonymous-client-ip'],
    ['purpose', 'prefetch'],
  ])('one ahead of a click (%s: %s)', (name, value) => {
    expect(asks({ 'sec-fetch-dest': 'document', [name]: value })).toBe(false);
  });

  test.each(['empty', 'image', 'iframe'])('one for another purpose (%s)', (destination) => {
    expect(asks({ 'sec-fetch-dest': destination })).toBe(false);
  });
});
