import process from 'node:process';
import { PostgresProblem } from '@/lib/postgres/problem';
import { withDatabase } from '@/lib/postgres/with-database';
import { EnvironmentProblem } from '@/lib/site/environment';
import { connect } from '@/lib/store/client';
import { pruneRenditions } from '@/lib/store/prune-renditions';
import { formatCount } from '@/lib/text/counts';

/** `npm run media`: what was made of pictures and is of no more use, and `--prune` to remove it. */

const USAGE = `Usage: npm run media -- [--prune]
  --prune  remove renditions that no page can show any more; without it they are only counted`;

async function run(flags: readonly string[]): Promise<void> {
  const unknown = flags.find((flag) => !['--prune', '--help'].includes(flag));
  if (unknown !== undefined) {
    console.error(`“${unknown}” is not a flag.\n${USAGE}`);
    process.exitCode = 1;
    return;
  }
  if (flags.includes('--help')) return console.log(USAGE);
  const prune = flags.includes('--prune');
  const { files, bytes } = await withDatabase(async (url) => {
    const client = connect(url);
    try {
      return await pruneRenditions(client, !prune);
    } finally {
      await client.$disconnect();
    }
  });
  const size = `${formatCount(files, 'rendition', 'renditions')}, ${(bytes / 2 ** 20).toFixed(1)} MB`;
  console.log(prune ? `Removed ${size}.` : `Of no more use: ${size}.`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const known = [EnvironmentProblem, PostgresProblem];
  if (!(error instanceof Error && known.some((kind) => error instanceof kind))) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
