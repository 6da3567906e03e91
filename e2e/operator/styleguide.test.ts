import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '@/lib/postgres/port';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { ask } from './support/ask';
import { publishedDatabase } from './support/site';

const PICTURE = '/media/0123456789abcdef0123456789abcdef.webp';

let closed: OwnSite;
let open: OwnSite;

beforeAll(async () => {
  closed = await openOwnSite(await publishedDatabase());
  const nowhere = `postgresql://nobody@127.0.0.1:${await freePort()}/nothing`;
  open = await openOwnSite(nowhere, { PRISM_STYLEGUIDE: '1' });
});

afterAll(async () => {
  await closed?.stop();
  await open?.stop();
});

test.each(['/styleguide', '/styleguide/tokens', '/styleguide/front/pictures'])(
  '%s is the site’s own 404 unless the operator opens the style guide',
  async (address) => {
    const answer = await ask(closed.url + address);
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('There is no page at this address');
    expect((await ask(closed.url + PICTURE)).status).toBe(404);
  },
);

test('the style guide that is open needs no database', async () => {
  expect((await ask(`${open.url}/`)).status).toBe(503);
  for (const address of ['/styleguide', '/styleguide/tokens', '/styleguide/front/pictures']) {
    const answer = await ask(open.url + address);
    expect(answer.status, address).toBe(200);
    expect(answer.body, address).toContain('<meta name="robots" content="noindex"/>');
  }
  expect((await ask(open.url + PICTURE)).headers['content-type']).toBe('image/webp');
});
