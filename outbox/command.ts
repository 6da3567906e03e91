import { PostgresProblem } from '@/lib/postgres/problem';
import { withDatabase } from '@/lib/postgres/with-database';
import { EnvironmentProblem, environment } from '@/lib/site/environment';
import { pushTargets } from '@/lib/site/push-targets';
import { connect } from '@/lib/store/client';
import { isNotMigrated } from '@/lib/store/health-queries';
import { listTargets, reviveFailed } from '@/lib/store/outbox';
import { formatCount } from '@/lib/text/counts';
import { describeOutbox } from './overview';
import { sendDue } from './send-due';

/** `npm run outbox`: what search engines and hubs have been told, and what not, and why. */

const USAGE = `Usage: npm run outbox -- [--retry] [--send]
  --retry  make due again what was refused or given up
  --send   send what is due now`;

const FLAGS = ['--retry', '--send', '--help'];

async function run(flags: readonly string[]): Promise<void> {
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  if (unknown !== undefined) return fail(`“${unknown}” is not a flag.\n${USAGE}`);
  if (flags.includes('--help')) return console.log(USAGE);
  const settings = environment();
  const targets = pushTargets(settings);
  await withDatabase(async (url) => {
    const client = connect(url);
    try {
      if (flags.includes('--retry')) {
        console.log(`${formatCount(await reviveFailed(client), 'line', 'lines')} made due again.`);
      }
      if (flags.includes('--send')) {
        const { siteUrl } = settings;
        const now = () => new Date();
        await sendDue({
          ...{ client, siteUrl, targets, now, random: Math.random },
          report: (line) => console.log(line),
        });
      }
      for (const line of describeOutbox(targets, await listTargets(client, new Date()))) {
        console.log(line);
      }
    } finally {
      await client.$disconnect();
    }
  });
}

function fail(words: string): void {
  console.error(words);
  process.exitCode = 1;
}

/** What an operator can mend, in a line; null for a fault of the program's. */
function wordsFor(error: unknown): string | null {
  if (isNotMigrated(error)) {
    return 'The database lacks tables of this version: run “npx prisma migrate deploy”, then try again.';
  }
  const isKnown = error instanceof EnvironmentProblem || error instanceof PostgresProblem;
  return isKnown ? error.message : null;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const words = wordsFor(error);
  if (words === null) throw error;
  fail(words);
}
