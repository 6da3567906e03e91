// npm test, npm run test:long, npm run check, npm test -- --update-pictures. Plain JavaScript, because a bare machine has nothing else yet.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installDependencies, nodeProblem } from './preflight.mjs';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));

const problem = nodeProblem();
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}

try {
  await installDependencies();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const { register } = await import('tsx/esm/api');
register();
const { test, updatePictures } = await import('./test.ts');
const extent = ['fast', 'long'].find((name) => process.argv.includes(`--${name}`));
await (process.argv.includes('--update-pictures') ? updatePictures() : test(extent ?? 'all'));
