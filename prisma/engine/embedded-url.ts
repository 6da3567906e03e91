import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Whether a Prisma command talks to the database by itself; `db seed` leaves that to the seed.
 * `migrate diff` does so even between two files: the engine asks the server for its version.
 * @param args the command line's arguments, without the program
 */
export function needsDatabase(args: readonly string[]): boolean {
  const [group, command] = args.filter((argument) => !argument.startsWith('-'));
  if (args.some((argument) => argument === '--help' || argument === '-h')) return false;
  if (group === 'studio') return true;
  if ((group !== 'migrate' && group !== 'db') || command === undefined) return false;
  return command !== 'seed';
}

/**
 * URL of the embedded Postgres, which runs for as long as this process does; somebody else's
 * lease may keep it running longer.
 */
export async function embeddedUrl(root: string): Promise<string> {
  const script = path.join(root, 'lib', 'postgres', 'serve-for-parent.ts');
  const holder = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: holder.stdout });
  const [line] = await Promise.race([once(lines, 'line'), once(holder, 'exit').then(() => [])]);
  lines.close();
  holder.stdout.destroy();
  holder.unref();
  const answer = JSON.parse(line ?? '{"problem":"The embedded Postgres could not be started."}');
  if (answer.url === undefined) {
    console.error(answer.problem);
    process.exit(1);
  }
  return answer.url;
}
