import { formatProblems } from '@/lib/document/format-problem';
import { readContent } from '@/lib/document/read-content';
import { environment } from '@/lib/site/environment';

/** Checks a content folder (CONTENT_DIR, or the one named) and prints every problem. */
const folder = process.argv[2] ?? environment().contentDir;
const { content, problems, errors } = await readContent(folder);
for await (const text of formatProblems(folder, problems)) console.log(`${text}\n`);
console.log(
  content === null
    ? `${errors} errors, ${problems.length - errors} warnings. Nothing can be published.`
    : `${content.articles.length} stories, ${content.pages.length} pages, ${problems.length} warnings: ready to publish.`,
);
process.exitCode = content === null ? 1 : 0;
