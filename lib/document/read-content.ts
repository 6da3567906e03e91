import { type CheckedContent, checkFolder } from './check-folder';
import { type FolderSource, kindOf } from './parse-folder';
import { measurePicture } from './pictures';
import { listFiles, mapFiles, readContentFile } from './read-files';
import { Report, START } from './report';
import { decodeText } from './source-text';

/**
 * Reads and checks a whole content folder.
 * `content` is null when there is any error; warnings do not stop. All problems come in one run,
 * in the order of files and lines.
 */
export async function readContent(folder: string): Promise<CheckedContent> {
  const files = await listFiles(folder);
  if (files === null) {
    const report = new Report(folder);
    report.error(START, 'folder', 'there is no such folder', 'check CONTENT_DIR');
    return { content: null, problems: report.problems };
  }
  return checkFolder(await readFolder(folder, files));
}

async function readFolder(folder: string, files: readonly string[]): Promise<FolderSource> {
  const filesOf = (kind: ReturnType<typeof kindOf>) =>
    files.filter((file) => kindOf(file) === kind);
  return {
    texts: new Map(
      await mapFiles(filesOf('text'), async (file) => [file, await readText(folder, file)]),
    ),
    pictures: new Map(
      await mapFiles(filesOf('picture'), async (file) => [file, await readPicture(folder, file)]),
    ),
    others: filesOf('other'),
  };
}

async function readText(folder: string, file: string) {
  const report = new Report(file);
  const content = await readContentFile(folder, file);
  if ('bytes' in content) return { text: decodeText(content.bytes, report), report };
  report.error(START, 'file', content.message, content.remedy);
  return { text: null, report };
}

async function readPicture(folder: string, file: string) {
  const content = await readContentFile(folder, file);
  return 'bytes' in content ? measurePicture(content.bytes) : content;
}
