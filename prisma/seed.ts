import { formatProblems } from '@/lib/document/format-problem';
import { readContent } from '@/lib/document/read-content';
import { PostgresProblem } from '@/lib/postgres/problem';
import { withDatabase } from '@/lib/postgres/with-database';
import { EnvironmentProblem, environment } from '@/lib/site/environment';
import { pushTargets } from '@/lib/site/push-targets';
import { connect } from '@/lib/store/client';
import { isNotMigrated } from '@/lib/store/health-queries';
import { PUBLISHING_PATIENCE, publishContent } from '@/lib/store/publish-content';
import { PublishRefused } from '@/lib/store/publish-report';
import { formatCount } from '@/lib/text/counts';
import { describeChanges, describeMissing, summarise } from './seed-words';

/** Publishes the content folder. The last line says what was done. */

const USAGE = `Usage: npm run seed -- [--check] [--dry-run]
  --check    only check the files; needs no database
  --dry-run  do everything, say what would change, and take it back`;

const FLAGS = ['--check', '--dry-run', '--help'];

async function run(flags: readonly string[]): Promise<void> {
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  if (unknown !== undefined) return fail(`“${unknown}” is not a flag.\n${USAGE}`);
  if (flags.includes('--help')) return console.log(USAGE);
  const folder = environment().contentDir;
  const { content, problems } = await readContent(folder);
  for (const text of await formatProblems(folder, problems)) console.error(`${text}\n`);
  if (content === null) {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    return fail(`Nothing was published: ${formatCount(errors, 'error', 'errors')} to mend.`);
  }
  if (flags.includes('--check')) {
    return console.log(
      `Checked: ${formatCount(content.articles.length, 'story', 'stories')}, ready to publish.`,
    );
  }
  const dryRun = flags.includes('--dry-run');
  const report = await withDatabase(async (url) => {
    const client = connect(url, PUBLISHING_PATIENCE);
    try {
      return await publishContent(client, content, {
        dryRun,
        now: new Date(),
        pushTo: pushTargets(environment()),
      });
    } finally {
      await client.$disconnect();
    }
  });
  for (const line of describeChanges(report)) console.log(line);
  for (const line of describeMissing(report)) console.warn(line);
  console.log(summarise(report, dryRun));
}

function fail(words: string): void {
  console.error(words);
  process.exitCode = 1;
}

/** What an editor or operator can mend, in a line; null for a fault of the program's. */
function wordsFor(error: unknown): string | null {
  if (isNotMigrated(error)) {
    return 'The database lacks tables of this version: run “npx prisma migrate deploy”, then try again.';
  }
  const known = [EnvironmentProblem, PostgresProblem, PublishRefused];
  return error instanceof Error && known.some((kind) => error instanceof kind)
    ? error.message
    : null;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const words = wordsFor(error);
  if (words === null) throw error;
  fail(`${words}\nNothing was published.`);
}
