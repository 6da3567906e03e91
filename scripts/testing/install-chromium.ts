import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CommandFailed, runNode } from '../run-command';
import { findChromium } from './chromium';

/** Finds a Chromium, or installs one: Playwright's, else, as root, the system's package. */
export async function ensureChromium(signal?: AbortSignal): Promise<string> {
  const found = findChromium();
  if (found !== null) return found;
  for (const install of [installPlaywrights, installPackage]) {
    await install(signal).catch(() => signal?.throwIfAborted());
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new CommandFailed(
    'No Chromium was found and none could be installed. Install one (Debian: apt-get install chromium) and run the tests again.',
  );
}

async function installPlaywrights(signal?: AbortSignal): Promise<void> {
  await runNode(['node_modules/playwright/cli.js', 'install', 'chromium'], { signal });
}

async function installPackage(signal?: AbortSignal): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const run = promisify(execFile);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env, signal });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, signal });
}
