import { type APIRequestContext, expect, test } from 'playwright/test';
import { pageKinds } from '../site';
import { fetchPage } from './served';

const missing = 'There is no page at this address';
/** One page of every kind whose address holds no question. */
const plain = Object.values(pageKinds).filter((path) => !path.includes('?') && path !== '/');

/** How people, programs and time spoil an address. */
function spoilt(path: string): readonly string[] {
  const [, first = '', ...rest] = path.split('/');
  return [
    `${path}x`,
    path.slice(0, -1),
    `${path}/more`,
    `${path}?page=9999`,
    `${path}%00`,
    `${path}.html`,
    `/${first}x/${rest.join('/')}`,
    `/tag${path}`,
    `/author${path}`,
    `/${first.toUpperCase()}/${rest.join('/')}`,
  ].map((address) => address.replace(/(.)\/$/, '$1'));
}

test('no page says that there is nothing and answers 200, and none that says more answers 404', async ({
  request,
}) => {
  const dishonest: string[] = [];
  const addresses = new Set(plain.flatMap(spoilt));
  const seen = new Map<number, number>();
  for (const address of addresses) {
    const { status, title } = await follow(request, address);
    seen.set(status, (seen.get(status) ?? 0) + 1);
    if ((status === 404) !== (title === missing)) dishonest.push(`${address}: ${status}, ${title}`);
  }
  expect(dishonest).toEqual([]);
  expect(seen.get(404)).toBeGreaterThan(50);
  expect(seen.get(200)).toBeGreaterThan(5);
  expect([...seen.keys()].sort()).toEqual([200, 400, 404]);
});

/** The answer after one redirection at most: an old address leads straight to the present one. */
async function follow(request: APIRequestContext, address: string) {
  const response = await request.get(address, { maxRedirects: 0 });
  const location = response.headers().location;
  const moved = response.status() === 308 && location !== undefined;
  const { status, document } = await fetchPage(request, moved ? location : address);
  return { status, title: document.querySelector('h1')?.textContent ?? '' };
}
