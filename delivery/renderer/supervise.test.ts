import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askRenderer } from './ask';
import { type Renderer, type RendererEvent, superviseRenderer } from './supervise';

const PROGRAM = path.join('delivery', 'testing', 'stand-in.mjs');
const host = 'news.example';

let folder: string;
let renderer: Renderer;
let events: RendererEvent[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prism-'));
  events = [];
});

afterEach(async () => {
  await renderer.stop();
  await rm(folder, { recursive: true });
});

function start(socketPath = path.join(folder, 'renderer.sock')): Renderer {
  const onEvent = (event: RendererEvent) => events.push(event);
  renderer = superviseRenderer({ program: PROGRAM, args: [socketPath], host, onEvent });
  return renderer;
}

/** Answers the process id of the renderer. */
async function ask(where = '/'): Promise<number> {
  const address = await renderer.address(10_000);
  if (address === null) throw new Error('not up');
  const { body } = await askRenderer(address, { path: where, host, patience: 2_000 });
  return Number(/\d+/.exec(body.toString())?.[0]);
}

describe('the renderer', () => {
  test('listens where nobody else may ask it, and ends when it is told to', async () => {
    const { started } = start();
    await started;
    const pid = await ask();
    const socket = await stat(path.join(folder, 'renderer.sock'));
    expect(socket.mode & 0o777).toBe(0o600);
    await renderer.stop();
    expect(() => process.kill(pid, 0)).toThrow();
    expect(events).toEqual([expect.objectContaining({ kind: 'up', pid })]);
  });

  test('is started again when it dies, the first time at once', async () => {
    start();
    const first = await ask();
    await expect(ask('/die')).rejects.toThrow();
    await expect.poll(() => events.length, { timeout: 20_000 }).toBe(3);
    const second = await ask();
    process.kill(second, 'SIGKILL');
    await expect.poll(() => events.length, { timeout: 20_000 }).toBe(5);
    const third = await ask();
    expect(new Set([first, second, third]).size).toBe(3);
    expect(events.map((event) => ('again' in event ? [event.how, event.again] : 'up'))).toEqual([
      ...['up', ['exit code 7', 0], 'up', ['SIGKILL', 250], 'up'],
    ]);
  });

  test('finishes what it is rendering before it ends', async () => {
    const { started } = start();
    await started;
    const answer = ask('/slow');
    // It has heard the question when it answers another that came later.
    await ask();
    await renderer.stop();
    expect(await answer).toBeGreaterThan(0);
  });

  test('that does not start says why', async () => {
    await expect(start('never').started).rejects.toThrow('did not start (exit code 3)');
    expect(await renderer.address(1)).toBeNull();
  });
});

describe.skipIf(process.env.PRISM_TESTS !== 'long')('a renderer that hangs', () => {
  test('is ended and started again', { timeout: 60_000 }, async () => {
    start();
    const first = await ask();
    await expect(ask('/hang')).rejects.toThrow();
    await expect.poll(() => events.map(({ kind }) => kind), { timeout: 40_000 }).toContain('stuck');
    expect(await ask()).not.toBe(first);
  });
});
