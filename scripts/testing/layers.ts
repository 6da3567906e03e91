import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CommandFailed, runNode } from '../run-command';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ROOMS = [
  'app',
  'components',
  'delivery',
  'outbox',
  'lib',
  'prisma',
  'scripts',
  'e2e',
  'bench',
];

const answer = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
  }),
});

export type Violation = Readonly<{ rule: string; from: string; to: string }>;

/** Looks at every import of the rooms in `folder` by the rules of .dependency-cruiser.cjs. */
export async function findViolations(folder: string): Promise<readonly Violation[]> {
  const output = await runNode(
    [
      path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', path.join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json'],
      ...ROOMS.filter((room) => existsSync(path.join(folder, room))),
    ],
    { cwd: folder },
  );
  const { totalCruised, violations } = answer.parse(JSON.parse(output)).summary;
  // A tool that cannot read the code (a new TypeScript is enough) reports a clean tree of nothing.
  if (totalCruised === 0) throw new CommandFailed('The layers were not checked: 0 modules seen.');
  return violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to }));
}

/** Throws CommandFailed, a line for each forbidden import, when the checkout holds any. */
export async function checkLayers(): Promise<string> {
  const violations = await findViolations(ROOT);
  if (violations.length === 0) return 'clean';
  throw new CommandFailed(
    violations.map(({ rule, from, to }) => `${from} -> ${to}: ${rule}`).join('\n'),
  );
}
