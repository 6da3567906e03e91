import path from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '@/lib/text/nearest';

export const USAGE = `Usage: npm run seed -- [what] [how]
  --check                     only check the files; needs no database
  --dry-run                   do everything, say what would change, and take it back
  --agenda                    say what is coming: embargoes, withdrawals, drafts
  --watch                     publish, and again whenever a file is saved; or check, with --check
  --only PATH…                publish these stories and pages alone, whatever is wrong elsewhere
  --withdraw-missing REASON   take back the stories whose files are gone
  --json                      tell everything as JSON, for tools`;

export type SeedFlags = Readonly<{
  task: 'publish' | 'check' | 'dry-run' | 'agenda' | 'help';
  /** Again whenever a file is saved. */
  watch: boolean;
  /** Below the content folder, with `/`. */
  only: readonly string[] | null;
  withdrawMissing: string | null;
  json: boolean;
}>;

const OPTIONS = {
  check: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  agenda: { type: 'boolean' },
  watch: { type: 'boolean' },
  help: { type: 'boolean' },
  only: { type: 'boolean' },
  'withdraw-missing': { type: 'string' },
  json: { type: 'boolean' },
} as const;

const TASKS = ['check', 'dry-run', 'agenda', 'help'] as const;

/** What is done once and for all; a dry run holds the lock of publishing. */
const UNWATCHED: readonly SeedFlags['task'][] = ['dry-run', 'agenda'];

/** A wrong command line, in words for who typed it. */
export class WrongFlags extends Error {
  override name = 'WrongFlags';

  constructor(words: string) {
    super(`${words}\n${USAGE}`);
  }
}

/** What a command line asks for. Throws WrongFlags. @param folder the content folder */
export function parseFlags(args: readonly string[], folder: string): SeedFlags {
  const { values, positionals, tokens } = parseArgs({
    ...{ args: [...args], options: OPTIONS, strict: false, tokens: true },
    allowPositionals: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option' || token.name in OPTIONS) continue;
    const meant = nearest(token.name, Object.keys(OPTIONS));
    const hint = meant === null ? '' : ` Did you mean --${meant}?`;
    throw new WrongFlags(`“${token.rawName}” is not a flag.${hint}`);
  }
  const reason = values['withdraw-missing'];
  if (reason !== undefined && (typeof reason !== 'string' || reason.trim() === '')) {
    throw new WrongFlags('--withdraw-missing needs the reason that readers are to be told.');
  }
  const tasks = TASKS.filter((task) => values[task] === true);
  if (tasks.length > 1) throw new WrongFlags(`--${tasks.join(' and --')} do not go together.`);
  const task = tasks[0] ?? 'publish';
  if (values.watch === true && UNWATCHED.includes(task)) {
    throw new WrongFlags(`--${task} and --watch do not go together.`);
  }
  const only = values.only === true ? positionals.map((file) => below(folder, file)) : null;
  if (only === null && positionals.length > 0) {
    throw new WrongFlags(`“${positionals[0]}” belongs to no flag; --only takes paths.`);
  }
  if (only?.length === 0) throw new WrongFlags('--only needs the paths of stories or pages.');
  if (only !== null && reason !== undefined) {
    throw new WrongFlags('--only and --withdraw-missing do not go together.');
  }
  return {
    task,
    watch: values.watch === true,
    only,
    withdrawMissing: typeof reason === 'string' ? reason.trim() : null,
    json: values.json === true,
  };
}

/** A path as an editor types it: from here, or from the content folder. */
function below(folder: string, file: string): string {
  const fromHere = path.relative(folder, file);
  const relative = fromHere.startsWith('..') || path.isAbsolute(fromHere) ? file : fromHere;
  return path.normalize(relative).split(path.sep).join('/');
}
