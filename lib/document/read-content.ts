import { existsSync } from 'node:fs';
import { type CheckedContent, checkFolder } from './check-folder';
import type { Problem } from './documents';
import { type FileText, type FolderSource, kindOf, type OnRead } from './parse-folder';
import { partOf, WHOLE } from './part';
import { type MeasuredPicture, measurePicture } from './pictures';
import { eachFile, readContentFile, readContentFileNow, walkFiles } from './read-files';
import { type Report, START } from './report';
import { AT_HAND, type Shelf } from './shelf';
import { decodeText } from './source-text';

/**
 * Reads and checks a whole content folder.
 * `content` is null when there is any error; warnings do not stop. All problems come in one run,
 * in the order of files and lines.
 * @param only paths of stories and pages below the folder that alone are to be published
 * @param shelf for what there is one of for each story; to be closed when what was read is published
 */
export async function readContent(
  folder: string,
  only: readonly string[] | null = null,
  onRead?: OnRead,
  shelf: Shelf = AT_HAND,
): Promise<CheckedContent> {
  if (!existsSync(folder)) return refused([noFolder(folder)]);
  const unknown = new Set(only);
  for (const file of only === null ? [] : walkFiles(folder)) unknown.delete(file);
  if (unknown.size > 0) return refused([...unknown].map((file) => noFile(folder, file)));
  const part = only === null ? WHOLE : partOf(new Set(only));
  return checkFolder(await sourceOf(folder, shelf), part, onRead);
}

function refused(problems: readonly Problem[]): CheckedContent {
  return { content: null, problems, errors: problems.length };
}

function noFolder(folder: string): Problem {
  return {
    ...{ severity: 'error', file: folder, ...START, field: 'folder' },
    ...{ message: 'there is no such folder', remedy: 'check CONTENT_DIR' },
  };
}

function noFile(folder: string, file: string): Problem {
  return {
    ...{ severity: 'error', file, ...START, field: 'file' },
    message: `there is no such file in ${folder}`,
    remedy: 'name a story or page by its path, such as articles/world/some-slug.md',
  };
}

async function sourceOf(folder: string, shelf: Shelf): Promise<FolderSource> {
  const pictures = shelf.lookup<MeasuredPicture>();
  const pictureBytes = shelf.lookup<Uint8Array>();
  await eachFile(walkFiles(folder), async (file) => {
    if (kindOf(file) !== 'picture') return;
    const content = await readContentFile(folder, file);
    const found = 'bytes' in content ? await measurePicture(content.bytes) : content;
    pictures.set(file, found);
    if ('bytes' in content && 'picture' in found) {
      pictureBytes.set(found.picture.hash, content.bytes);
    }
  });
  return {
    files: () => walkFiles(folder),
    readText: (file, report) => readText(folder, file, report),
    ...{ pictures, pictureBytes, shelf },
  };
}

function readText(folder: string, file: string, report: Report): FileText {
  const content = readContentFileNow(folder, file);
  if ('bytes' in content) return { text: decodeText(content.bytes, report), bytes: content.bytes };
  report.error(START, 'file', content.message, content.remedy);
  return { text: null, bytes: null };
}
