import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { CommandFailed, startNode, stopProcess } from './run-command';

/** Time the site has to answer its first request, in milliseconds. */
const START_PATIENCE = 60_000;

export type SiteOptions = Readonly<{
  mode: 'production' | 'development';
  host: string;
  port: number;
  env: Readonly<Record<string, string | undefined>>;
  signal?: AbortSignal;
  /** In delivery's place, where readers are served. */
  program?: string;
}>;

/** A running site. */
export type Site = Readonly<{
  /** Where it can be opened on this machine. */
  url: string;
  /** Resolves when it ends, in words: "exit code 1". */
  ended: Promise<string>;
  stop: () => Promise<void>;
}>;

/** Starts the site and waits until it answers. Throws CommandFailed with what it printed. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const { mode, host, port, env, signal } = options;
  const child = startNode(
    programs[mode](options),
    {
      env: {
        ...env,
        HOST: host,
        PORT: String(port),
        NODE_ENV: mode,
        NEXT_TELEMETRY_DISABLED: '1',
      },
      signal,
    },
    // By the channel delivery notices when we are gone.
    ['ignore', 'pipe', 'pipe', ...(mode === 'production' ? (['ipc'] as const) : [])],
  );
  const output = heldOutput(child);
  const ended = once(child, 'exit').then(([code, name]) => name ?? `exit code ${code}`);
  const failed = ended.then((how) => {
    signal?.throwIfAborted();
    throw new CommandFailed(`The site did not start (${how}).\n${output.text()}`);
  });
  try {
    await Promise.race([untilAnswering(localUrl(host, port)), failed]);
  } catch (error) {
    await stopProcess(child);
    throw error;
  }
  failed.catch(() => {});
  output.show();
  return { url: localUrl(host, port), ended, stop: () => stopProcess(child) };
}

/** Readers are served by delivery, which starts Next.js behind it; who works on pages has Next.js. */
const programs = {
  production: ({ program = 'delivery/main.ts' }: SiteOptions) => ['--import', 'tsx', program],
  development: ({ host, port }: SiteOptions) => [
    ...['node_modules/next/dist/bin/next', 'dev'],
    ...['-H', host, '-p', String(port)],
  ],
};

/** Keeps what a program prints until it is asked to show it: Next's banner would bury our lines. */
function heldOutput(child: ChildProcess) {
  let held = '';
  let shown = false;
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream?.on('data', (chunk: Buffer) => {
      if (shown) target.write(chunk);
      else held += chunk.toString();
    });
  }
  return {
    text: () => held.trim(),
    show: () => {
      shown = true;
    },
  };
}

async function untilAnswering(url: string): Promise<void> {
  const deadline = Date.now() + START_PATIENCE;
  while (!(await answers(url))) {
    if (Date.now() > deadline) throw new CommandFailed(`The site does not answer at ${url}.`);
    await delay(50);
  }
}

/** Without keeping the connection: a site that is told to stop waits for those who may ask again. */
async function answers(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(START_PATIENCE);
    const [response] = await once(get(`${url}/healthz`, { agent: false, signal }), 'response');
    response.resume();
    return true;
  } catch {
    return false;
  }
}

/** An address that listens everywhere is reached as localhost. */
function localUrl(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
