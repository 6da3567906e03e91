// Runs before node_modules exists: nothing but Node itself may be imported here.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import process from 'node:process';
import { step } from './progress.mjs';

const OLDEST_NODE = [20, 19];

/** @returns {string | null} why this Node cannot run the project, in one line */
export function nodeProblem(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Node ${version} is too old: PRISM News needs ${OLDEST_NODE.join('.')} or newer (https://nodejs.org).`;
}

/**
 * Whether PORT of HOST can be listened on now. A value that is no port is left to the parser of
 * the environment.
 * @param {NodeJS.ProcessEnv} variables
 * @returns {Promise<string | null>} why not, in one line
 */
export async function portProblem({ PORT, HOST }) {
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) return null;
  const probe = createServer();
  try {
    probe.listen({ port, host: HOST || '0.0.0.0', exclusive: true });
    await once(probe, 'listening');
    return null;
  } catch (error) {
    return explainPort(error, port, HOST);
  } finally {
    probe.close();
  }
}

function explainPort(error, port, host) {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `This account may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`;
    default:
      return `HOST=${host} cannot be listened on (${error.code}): it must be an address of this machine.`;
  }
}

/** Installs the dependencies when they are missing or differ from package-lock.json. */
export async function installDependencies() {
  await step('dependencies', async () => {
    if (await isInstalled()) return 'up to date';
    await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
    return 'installed';
  });
}

/** npm leaves a copy of what it installed; packages of other platforms are not in it. */
async function isInstalled() {
  const wanted = await packagesOf('package-lock.json');
  const installed = await packagesOf('node_modules/.package-lock.json');
  if (wanted === null || installed === null) return false;
  const same = ([name, found]) =>
    wanted[name]?.version === found.version &&
    (wanted[name].integrity ?? found.integrity) === found.integrity;
  const there = ([name, { optional }]) => name === '' || optional || name in installed;
  return Object.entries(installed).every(same) && Object.entries(wanted).every(there);
}

async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Runs the npm that runs us, else the one on the path. */
async function npm(args) {
  const script = process.env.npm_execpath;
  const [program, first] = script?.endsWith('.js')
    ? [process.execPath, [script]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const child = spawn(program, [...first, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: program.endsWith('.cmd'),
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`npm ${args[0]} failed:\n${firstLines(printed)}`);
}

/** npm follows its reason with pages of advice. */
function firstLines(printed) {
  const lines = printed
    .split('\n')
    .filter((line) => !/^npm (warn|notice)|^npm error$|^$/.test(line));
  return lines.slice(0, 12).join('\n');
}
