import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseEnvironment } from '@/lib/site/environment';
import { type Delivery, openDelivery } from './delivery';

const PROGRAM = path.join('delivery', 'testing', 'stand-in.mjs');
const settings = { ...parseEnvironment({ HOST: '127.0.0.1' }), port: 0 };

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
let delivery: Delivery;

beforeEach(async () => {
  delivery = await openDelivery(settings, log, { program: PROGRAM });
});

afterEach(() => delivery.stop());

/** Answers the process id of the renderer that made a page. */
async function read(page: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${delivery.port}${page}`);
  if (answer.status !== 200) throw new Error(`${answer.status}`);
  return Number(/\d+/.exec(await answer.text())?.[0]);
}

describe('delivery', () => {
  test('goes on serving what it has while the renderer is away, and then all', async () => {
    const first = await read('/kept');
    process.kill(first, 'SIGKILL');
    for (let time = 0; time < 20; time += 1) expect(await read('/kept')).toBe(first);
    expect(await read('/cold')).not.toBe(first);
  });

  test('does not ask again for a page that ended the renderer', async () => {
    const first = await read('/one');
    await expect(read('/die')).rejects.toThrow('503');
    expect(await read('/two')).not.toBe(first);
    await expect(read('/die')).rejects.toThrow('503');
  });

  test('makes a page while pictures are being made, however many', async () => {
    // As many as the most renderings at once, on any machine.
    const pictures = ['a', 'b', 'c', 'd'].map((name) => read(`/media/${name}.avif`));
    const pid = await read('/page-beside-pictures');
    expect(await Promise.all(pictures)).toEqual(pictures.map(() => pid));
  });

  test('ends its renderer with itself, when open requests are answered', async () => {
    const pid = await read('/one');
    const slow = read('/slow');
    await read('/two');
    await delivery.stop();
    expect(await slow).toBe(pid);
    expect(() => process.kill(pid, 0)).toThrow();
    await expect(read('/one')).rejects.toThrow();
  });
});

test('delivery whose renderer does not start says so, and leaves nothing behind', async () => {
  const broken = path.join('delivery', 'testing', 'no-such-program.mjs');
  await expect(openDelivery(settings, log, { program: broken })).rejects.toThrow(
    'did not start (exit code 1)',
  );
});
