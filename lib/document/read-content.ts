import { type CheckedContent, checkFolder } from './check-folder';
import type { Problem } from './documents';
import { type FileText, type FolderSource, kindOf, type OnRead } from './parse-folder';
import { partOf, WHOLE } from './part';
import { measurePicture } from './pictures';
import { listFiles, mapFiles, readContentFile, readContentFileNow } from './read-files';
import { Report, START } from './report';
import { AT_HAND, type Shelf } from './shelf';
import { decodeText } from './source-text';

/**
 * Reads and checks a whole content folder.
 * `content` is null when there is any error; warnings do not stop. All problems come in one run,
 * in the order of files and lines.
 * @param only paths of stories and pages below the folder that alone are to be published
 * @param shelf for texts and pictures; to be closed when what was read is published
 */
export async function readContent(
  folder: string,
  only: readonly string[] | null = null,
  onRead?: OnRead,
  shelf: Shelf = AT_HAND,
): Promise<CheckedContent> {
  const files = await listFiles(folder);
  if (files === null) {
    const report = new Report(folder);
    report.error(START, 'folder', 'there is no such folder', 'check CONTENT_DIR');
    return { content: null, problems: report.problems };
  }
  const unknown = only?.filter((file) => !files.includes(file)) ?? [];
  if (unknown.length > 0) return { content: null, problems: unknown.map(nameless(folder)) };
  const part = only === null ? WHOLE : partOf(new Set(only));
  return checkFolder(await readFolder(folder, files, shelf), part, onRead);
}

function nameless(folder: string): (file: string) => Problem {
  return (file) => ({
    ...{ severity: 'error', file, ...START, field: 'file' },
    message: `there is no such file in ${folder}`,
    remedy: 'name a story or page by its path, such as articles/world/some-slug.md',
  });
}

async function readFolder(
  folder: string,
  files: readonly string[],
  shelf: Shelf,
): Promise<FolderSource> {
  const filesOf = (kind: ReturnType<typeof kindOf>) =>
    files.filter((file) => kindOf(file) === kind);
  return {
    texts: new Map(
      filesOf('text').map((file) => {
        const report = new Report(file);
        return [file, { report, read: () => readText(folder, file, report) }];
      }),
    ),
    pictures: new Map(
      await mapFiles(filesOf('picture'), async (file) => [
        file,
        await readPicture(folder, file, shelf),
      ]),
    ),
    others: filesOf('other'),
    shelf,
  };
}

function readText(folder: string, file: string, report: Report): FileText {
  const content = readContentFileNow(folder, file);
  if ('bytes' in content) return { text: decodeText(content.bytes, report), bytes: content.bytes };
  report.error(START, 'file', content.message, content.remedy);
  return { text: null, bytes: null };
}

async function readPicture(folder: string, file: string, shelf: Shelf) {
  const content = await readContentFile(folder, file);
  return 'bytes' in content ? measurePicture(content.bytes, shelf) : content;
}
