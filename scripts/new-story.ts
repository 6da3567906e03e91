import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { formatProblems } from '@/lib/document/format-problem';
import { storySchema } from '@/lib/document/front-matter';
import { readContent } from '@/lib/document/read-content';
import { walkFiles } from '@/lib/document/read-files';
import { storyTemplate } from '@/lib/document/story-template';
import { EnvironmentProblem, environment } from '@/lib/site/environment';
import { uuid7 } from '@/lib/store/uuid7';
import { nearest } from '@/lib/text/nearest';
import { slugify } from '@/lib/text/slugs';

/** `npm run story -- "Headline" --section world`: begins a story, as a draft. */

const USAGE = 'Usage: npm run story -- "The headline" --section world';

/** What the editor can mend. */
class StoryProblem extends Error {}

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [headline = ''] = positionals;
  const section = values.section ?? '';
  const slug = slugify(headline);
  if (positionals.length !== 1 || slug === '') throw new StoryProblem(USAGE);
  const folder = environment().contentDir;
  checkHeadline(headline);
  await checkSection(folder, section);
  checkSlug(folder, slug);
  const file = path.join('articles', section, `${slug}.md`);
  const now = new Date();
  await mkdir(path.join(folder, 'articles', section), { recursive: true });
  const text = storyTemplate({ id: uuid7(now), headline, firstPublishedAt: now });
  await writeFile(path.join(folder, file), text, { flag: 'wx' });
  console.log(`${path.join(folder, file)} is a draft now. Write, then: npm run seed -- --check`);
}

function parse(args: readonly string[]) {
  try {
    const options = { section: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new StoryProblem(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function checkHeadline(headline: string): void {
  const { error } = storySchema.shape.headline.safeParse(headline);
  if (error === undefined) return;
  throw new StoryProblem(`The headline ${error.issues.map(({ message }) => message).join(', ')}.`);
}

async function checkSection(folder: string, section: string): Promise<void> {
  const { content, problems } = await readContent(folder, []);
  if (content === null) {
    const texts: string[] = [];
    for await (const text of formatProblems(folder, problems)) texts.push(text);
    throw new StoryProblem(`${texts.join('\n\n')}\n\nNo story was begun: mend this first.`);
  }
  const sections = content.sections.map(({ slug }) => slug);
  if (sections.includes(section)) return;
  const meant = nearest(section, sections);
  const hint =
    meant === null ? `The sections are ${sections.join(', ')}.` : `Did you mean ${meant}?`;
  throw new StoryProblem(
    section === '' ? `${USAGE}\n${hint}` : `“${section}” is no section. ${hint}`,
  );
}

/** A slug is unique over the whole paper. */
function checkSlug(folder: string, slug: string): void {
  for (const file of walkFiles(folder)) {
    if (/^articles\/[^/]+\/([^/]+)\.md$/.exec(file)?.[1] !== slug) continue;
    throw new StoryProblem(`${path.join(folder, file)} is there already: choose another headline.`);
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const isKnown = error instanceof StoryProblem || error instanceof EnvironmentProblem;
  if (!isKnown) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
