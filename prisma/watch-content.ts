import { once } from 'node:events';
import path from 'node:path';
import { watch } from 'chokidar';

/** Editors write a file in several strokes; a change counts once the folder is this long still. */
const STILLNESS = 150;

/** Hidden files and editors' copies below the folder, wherever that itself lies. */
const HIDDEN = /(^|[/\\])\.|~$/;

/**
 * Calls `publish` whenever files below `folder` have changed, one call at a time.
 * Returns when it sees changes; answers how to stop.
 */
export async function watchContent(
  folder: string,
  publish: () => Promise<void>,
): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const ignored = (file: string) => HIDDEN.test(path.relative(folder, file));
  const watcher = watch(folder, { ignoreInitial: true, ignored });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(publish);
    }, STILLNESS);
  });
  // A file that vanished or cannot be read is the seed's to report, with its name; watching goes on.
  watcher.on('error', (error) => console.error(`Watching ${folder}: ${String(error)}`));
  await once(watcher, 'ready');
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await work;
  };
}
