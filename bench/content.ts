import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Copies the content folder and writes copies of its stories into it under slugs of their own.
 * Answers the addresses of the copies, or of the stories themselves when no copy is wanted.
 */
export async function makeLargePaper(
  folder: string,
  copies: number,
): Promise<Readonly<{ folder: string; stories: readonly string[] }>> {
  await cp('content', folder, { recursive: true });
  const originals = await listStories(path.join(folder, 'articles'));
  if (copies === 0) return { folder, stories: originals.map(({ address }) => address) };
  const stories: string[] = [];
  for (let index = 0; index < copies; index += 1) {
    const original = originals[index % originals.length];
    if (original === undefined) throw new Error('there are no stories');
    const address = `${original.address}-copy-${index}`;
    const text = original.text
      .replace(/^(?:aliases|id): .*\n/gm, '')
      .replace(/^headline: ["']?/m, (start) => `${start}${index}. `);
    await writeFile(path.join(folder, 'articles', `${address}.md`), text);
    stories.push(address);
  }
  return { folder, stories };
}

async function listStories(
  folder: string,
): Promise<readonly Readonly<{ address: string; text: string }>[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'));
  return Promise.all(
    files.sort().map(async (name) => ({
      address: `/${name.replaceAll(path.sep, '/').replace(/\.md$/, '')}`,
      text: await readFile(path.join(folder, name), 'utf8'),
    })),
  );
}
