import { type CommandOptions, runNode } from './run-command';

const CLI = 'node_modules/prisma/build/index.js';

/** Runs a Prisma command in silence. Throws CommandFailed with what it printed. */
export async function runPrisma(
  args: readonly string[],
  { env, signal }: CommandOptions = {},
): Promise<void> {
  await runNode([CLI, ...args], { env: { ...env, CHECKPOINT_DISABLE: '1' }, signal });
}
