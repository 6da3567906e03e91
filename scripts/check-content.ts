import { formatProblems } from '@/lib/document/format-problem';
import { readContent } from '@/lib/document/read-content';
import { environment } from '@/lib/site/environment';

/** Checks a content folder (CONTENT_DIR, or the one named) and prints every problem. */
const folder = process.argv[2] ?? environment().contentDir;
const { content, problems } = await readContent(folder);
for (const text of await formatProblems(folder, problems)) console.log(`${text}\n`);
const errors = problems.filter(({ severity }) => severity === 'error').length;
console.log(
  content === null
    ? `${errors} errors, ${problems.length - errors} warnings. Nothing can be published.`
    : `${content.articles.length} stories, ${content.pages.length} pages, ${problems.length} warnings: ready to publish.`,
);
process.exitCode = content === null ? 1 : 0;
