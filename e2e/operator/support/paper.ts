import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seed } from '@/scripts/prepare';

/** The content folder in a copy that may be edited, and its publication. */
export type Paper = Readonly<{
  /** Gives a story another headline. @param story "world/some-slug" */
  setHeadline: (story: string, headline: string) => Promise<void>;
  /** Publishes what was edited. */
  publish: (databaseUrl: string) => Promise<void>;
  remove: () => Promise<void>;
}>;

export async function copyPaper(): Promise<Paper> {
  const folder = await mkdtemp(path.join(tmpdir(), 'prism-paper-'));
  await cp('content', folder, { recursive: true });
  return {
    setHeadline: async (story, headline) => {
      const file = path.join(folder, 'articles', `${story}.md`);
      const text = await readFile(file, 'utf8');
      // A change of words without a date is refused, unless it is minor.
      const changed = `minor: true\nheadline: ${headline}`;
      await writeFile(file, text.replace(/^(?:minor: true\n)?headline: .*$/m, changed));
    },
    publish: async (databaseUrl) => {
      await seed({ env: { DATABASE_URL: databaseUrl, CONTENT_DIR: folder } });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
