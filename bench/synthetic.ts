import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { numbers } from './numbers';

/** Words as long as English ones are, of no language. */
const SYLLABLES = [
  'ba',
  'con',
  'di',
  'el',
  'for',
  'ga',
  'his',
  'in',
  'lo',
  'men',
  'nor',
  'pre',
  'ta',
];
const SECTIONS = ['world', 'politics', 'science'];
const TAGS = 40;
const PARAGRAPHS = 10;
const FILES_AT_ONCE = 64;

/**
 * Writes a content folder of synthetic stories of some 500 words each, the same in every run.
 * Answers the paths of the stories' files.
 */
export async function writeSyntheticPaper(folder: string, count: number): Promise<string[]> {
  const put = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };
  await put(
    'sections.yaml',
    SECTIONS.map((slug) => `- { slug: ${slug}, name: ${slug}, description: About ${slug}. }`).join(
      '\n',
    ),
  );
  const tags = Array.from({ length: TAGS }, (_, index) => `tag-${index}`);
  await put(
    'tags.yaml',
    tags.map((tag) => `${tag}: { name: ${tag}, description: About. }`).join('\n'),
  );
  await put('authors/desk.md', '---\nname: Desk\nrole: Desk\n---\n\nReports.\n');
  const files: string[] = [];
  for (let start = 0; start < count; start += FILES_AT_ONCE) {
    const some = Array.from(
      { length: Math.min(FILES_AT_ONCE, count - start) },
      (_, index) => start + index,
    );
    await Promise.all(
      some.map(async (number) => {
        const file = `articles/${SECTIONS[number % SECTIONS.length]}/story-${number}.md`;
        files[number] = file;
        await put(file, story(number));
      }),
    );
  }
  return files.map((file) => path.join(folder, file));
}

function story(number: number): string {
  const next = numbers(number + 1);
  const pick = (limit: number) => Math.floor(next() * limit);
  const word = () =>
    Array.from({ length: 1 + pick(4) }, () => SYLLABLES[pick(SYLLABLES.length)]).join('');
  const sentence = (words: number) => `${Array.from({ length: words }, word).join(' ')}.`;
  const tags = new Set([pick(TAGS), pick(TAGS), pick(8)].map((tag) => `tag-${tag}`));
  const date = new Date(Date.UTC(2006, 0, 1) + number * 7_000_000).toISOString();
  const paragraphs = Array.from({ length: PARAGRAPHS }, () =>
    [
      sentence(12),
      `*${word()}* ${sentence(18)}`,
      `[${word()}](https://example.org/) ${sentence(18)}`,
    ].join(' '),
  );
  return `---
headline: "Synthetic story ${number}: ${sentence(6)}"
standfirst: "${sentence(20)}"
authors: [desk]
tags: [${[...tags].join(', ')}]
firstPublishedAt: ${date.replace(/\.\d{3}Z$/, 'Z')}
sources:
  - name: Synthesizer
---

${paragraphs.join('\n\n')}
`;
}
