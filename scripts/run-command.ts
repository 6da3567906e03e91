import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Time a program has to end when it is told to, in milliseconds. */
const GRACE = 10_000;

/** A command that failed; the message holds what it printed. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
}

export type CommandOptions = Readonly<{
  /** Variables on top of our own environment; undefined takes one away. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Ends the command. */
  signal?: AbortSignal;
  /** Folder to run in; the checkout unless told otherwise. */
  cwd?: string;
}>;

/** Starts a Node program in the checkout, with all of our environment. */
export function startNode(
  args: readonly string[],
  { env, signal, cwd }: CommandOptions,
  stdio: SpawnOptions['stdio'],
): ChildProcess {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    cwd,
    stdio,
  });
  const stop = () => stopProcess(child);
  signal?.addEventListener('abort', stop, { once: true });
  child.once('close', () => signal?.removeEventListener('abort', stop));
  return child;
}

/** Ends a program and waits until it has ended. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), GRACE);
  await exited;
  clearTimeout(impatience);
}

/** Runs one to its end in silence and answers its standard output. Throws CommandFailed. */
export async function runNode(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const child = startNode(args, options, ['ignore', 'pipe', 'pipe']);
  let output = '';
  let everything = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    everything += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    everything += chunk.toString();
  });
  const [code] = await once(child, 'close');
  options.signal?.throwIfAborted();
  if (code !== 0) throw new CommandFailed(everything.trim() || `exit code ${code}`);
  return output;
}

/** Runs one to its end and lets it print. Answers its exit code. */
export async function showNode(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<number> {
  const [code] = await once(startNode(args, options, 'inherit'), 'close');
  return code ?? 1;
}
