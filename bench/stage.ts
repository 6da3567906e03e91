import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@/lib/postgres/port';
import { seed } from '@/scripts/prepare';
import { startNode, stopProcess } from '@/scripts/run-command';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { beginTestRun } from '@/scripts/testing/test-run';
import { makeLargePaper } from './content';

/** A server under measurement. */
export type Rival = Readonly<{ port: number; pid: number }>;

/** A database in which a paper is published, and the addresses of its stories. */
export type Published = Readonly<{ databaseUrl: string; stories: readonly string[] }>;

/** What parts of the bench work with. All of it is the bench's own and ends with it. */
export type Stage = Readonly<{
  /** Folder for what servers are told by file. */
  folder: string;
  /** A database with every table and no rows; its URL. */
  database: (name: string) => Promise<string>;
  /** The paper as it is. */
  paper: () => Promise<Published>;
  /** The same with 1,500 copies of its stories, so that there is always a page nobody has read. */
  largePaper: () => Promise<Published>;
  openSite: (databaseUrl: string, env?: Readonly<Record<string, string>>) => Promise<OwnSite>;
  /** Starts a Node program that listens on the port it is given, and waits until it does. */
  open: (command: (port: number) => Command) => Promise<Rival>;
  /** Ends all sites and servers of a part. */
  clear: () => Promise<void>;
  close: () => Promise<void>;
}>;

export type Command = Readonly<{ args: readonly string[]; cwd?: string }>;

const COPIES = 1_500;

export async function openStage(): Promise<Stage> {
  const run = await beginTestRun();
  const folder = await mkdtemp(path.join(tmpdir(), 'prism-bench-'));
  const open: (() => Promise<void>)[] = [];
  const publish = async (name: string, copies: number): Promise<Published> => {
    const paper = await makeLargePaper(path.join(folder, name), copies);
    const databaseUrl = await run.createDatabase(name);
    await seed({ env: { DATABASE_URL: databaseUrl, CONTENT_DIR: paper.folder } });
    return { databaseUrl, stories: paper.stories };
  };
  const clear = async () => {
    for (const stop of open.splice(0).reverse()) await stop();
  };
  return {
    folder,
    database: (name) => run.createDatabase(name),
    paper: atFirst(() => publish('paper', 0)),
    largePaper: atFirst(() => publish('large', COPIES)),
    openSite: async (databaseUrl, env) => {
      const site = await openOwnSite(databaseUrl, env);
      open.push(site.stop);
      return site;
    },
    open: async (command) => {
      const port = await freePort();
      const { args, cwd } = command(port);
      const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
      const child = startNode(args, { env, cwd }, ['ignore', 'ignore', 'inherit']);
      open.push(() => stopProcess(child));
      await untilListening(port);
      return { port, pid: child.pid ?? 0 };
    },
    clear,
    close: async () => {
      await clear();
      await rm(folder, { recursive: true, force: true });
      await run.close();
    },
  };
}

/** Runs `make` at the first call and answers the same ever after. */
function atFirst<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function untilListening(port: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isListening(port))) {
    if (Date.now() > deadline) throw new Error(`Nothing listens on ${port}.`);
    await delay(50);
  }
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
