import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { leaveOneProcessor } from '@/lib/site/processors';
import { type RendererAddress, rendererAddress } from './address';
import { askRenderer } from './ask';
import { nextPause } from './pause';

/** Milliseconds. */
const START_PATIENCE = 60_000;
const STOP_PATIENCE = 10_000;
const LOOK_EVERY = 5_000;
/** Looks without an answer after which a renderer counts as stuck. */
const LOOKS = 3;

/** Garbage is collected by the thread that renders: helpers would take delivery's processor. */
const ONE_PROCESSOR = ['--single-threaded-gc'];

export type RendererOptions = Readonly<{
  /** Program to run; its arguments. */
  program: string;
  args: readonly string[];
  /** Host header of the questions whether it is alive. */
  host: string;
  onEvent: (event: RendererEvent) => void;
}>;

export type RendererEvent =
  | Readonly<{ kind: 'up'; pid: number | undefined; milliseconds: number }>
  | Readonly<{ kind: 'ended'; how: string; again: number }>
  | Readonly<{ kind: 'stuck' }>;

/** The renderer's process, kept alive. */
export type Renderer = Readonly<{
  /** Where it listens, as soon as it does; null when that takes longer than `patience` ms. */
  address: (patience: number) => Promise<RendererAddress | null>;
  /** Resolves when it listens for the first time; rejects when it ends before. */
  started: Promise<void>;
  /** Lets it finish what it is rendering and ends it. */
  stop: () => Promise<void>;
}>;

const message = z.object({ listening: rendererAddress });

/** Starts the renderer, and starts it again whenever it ends or is stuck. */
export function superviseRenderer(options: RendererOptions): Renderer {
  return new Supervisor(options);
}

class Supervisor implements Renderer {
  readonly started: Promise<void>;
  readonly #options: RendererOptions;
  #child: ChildProcess | null = null;
  #address: RendererAddress | null = null;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;
  readonly #waiting = new Set<() => void>();

  constructor(options: RendererOptions) {
    this.#options = options;
    this.started = new Promise((resolve, reject) => {
      this.#run(resolve, (how) => reject(new Error(`The renderer did not start (${how}).`)));
    });
    this.started.catch(() => {});
  }

  address(patience: number): Promise<RendererAddress | null> {
    if (this.#address !== null) return Promise.resolve(this.#address);
    return new Promise((resolve) => {
      const tell = () => {
        clearTimeout(impatience);
        this.#waiting.delete(tell);
        resolve(this.#address);
      };
      const impatience = setTimeout(tell, patience);
      this.#waiting.add(tell);
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    if (this.#child !== null) await end(this.#child);
  }

  /** @param onUp called when it listens. @param onEnd called when it has ended, in words */
  #run(onUp: () => void = () => {}, onEnd: (how: string) => void = () => {}): void {
    const { program, args, host, onEvent } = this.#options;
    const began = performance.now();
    let upAt: number | null = null;
    const child = fork(program, [...args], { execArgv: ONE_PROCESSOR });
    this.#child = child;
    if (child.pid !== undefined) void leaveOneProcessor(child.pid);
    let watch = setTimeout(() => child.kill('SIGKILL'), START_PATIENCE);

    child.on('message', (received) => {
      const { data } = message.safeParse(received);
      if (data === undefined) return;
      upAt = performance.now();
      clearTimeout(watch);
      watch = whenStuck(data.listening, host, () => {
        onEvent({ kind: 'stuck' });
        child.kill('SIGKILL');
      });
      this.#address = data.listening;
      for (const tell of this.#waiting) tell();
      onEvent({ kind: 'up', pid: child.pid, milliseconds: Math.round(upAt - began) });
      onUp();
    });
    const ended = once(child, 'exit').then(
      ([code, signal]) => String(signal ?? `exit code ${code}`),
      (error: Error) => error.message,
    );
    void ended.then((how) => {
      clearTimeout(watch);
      this.#child = null;
      this.#address = null;
      onEnd(how);
      if (!this.#stopping) this.#runAgain(how, upAt === null ? 0 : performance.now() - upAt);
    });
  }

  #runAgain(how: string, healthy: number): void {
    const { milliseconds, failures } = nextPause(this.#failures, healthy);
    this.#failures = failures;
    this.#options.onEvent({ kind: 'ended', how, again: milliseconds });
    this.#timer = setTimeout(() => this.#run(), milliseconds);
  }
}

/** Asks every few seconds whether it answers; calls `onStuck` when it has not for long. */
function whenStuck(address: RendererAddress, host: string, onStuck: () => void): NodeJS.Timeout {
  let missed = 0;
  const timer = setInterval(async () => {
    const alive = await askRenderer(address, { path: '/healthz', host, patience: LOOK_EVERY }).then(
      () => true,
      () => false,
    );
    missed = alive ? 0 : missed + 1;
    if (missed >= LOOKS) {
      clearInterval(timer);
      onStuck();
    }
  }, LOOK_EVERY);
  return timer;
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  if (child.connected) child.disconnect();
  else child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE);
  await exited;
  clearTimeout(impatience);
}
