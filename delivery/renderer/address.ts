import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';

/** Where the renderer listens: a Unix socket, or a loopback port on Windows. */
export type RendererAddress = z.infer<typeof rendererAddress>;

export const rendererAddress = z.union([
  z.object({ socketPath: z.string() }),
  z.object({ host: z.literal('127.0.0.1'), port: z.number().int() }),
]);

/** Relative to the checkout, because a socket's path may have no more than 104 bytes. */
const FOLDER = path.join('.data', 'run');
const SOCKET = 'renderer.sock';

/** A folder that only this account may enter, for one run's socket. */
export type SocketFolder = Readonly<{ socketPath: string; remove: () => Promise<void> }>;

/** Makes one, and clears up after runs that were killed. Null on Windows. */
export async function makeSocketFolder(): Promise<SocketFolder | null> {
  if (process.platform === 'win32') return null;
  await removeAbandoned();
  const folder = await makeFolder();
  return {
    socketPath: path.join(folder, SOCKET),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Another account may own the checkout's `.data`. */
async function makeFolder(): Promise<string> {
  try {
    await mkdir(FOLDER, { recursive: true });
    return await mkdtemp(`${FOLDER}${path.sep}`);
  } catch {
    return mkdtemp(path.join(tmpdir(), 'prism-'));
  }
}

async function removeAbandoned(): Promise<void> {
  const folders = await readdir(FOLDER).catch(() => []);
  for (const folder of folders.map((name) => path.join(FOLDER, name))) {
    if (await isRefused(path.join(folder, SOCKET))) {
      await rm(folder, { recursive: true, force: true }).catch(() => {});
    }
  }
}

/** Whether a socket is there and nobody listens; one that is not there yet may be about to be. */
function isRefused(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath, () => {
      socket.destroy();
      resolve(false);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
  });
}
