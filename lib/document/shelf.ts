import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { deserialize, serialize } from 'node:v8';

/** Gives back what was laid aside. */
export type Kept<Value> = () => Value;

/** Where a run lays what it needs only later. */
export type Shelf = Readonly<{
  layBytes: (bytes: Uint8Array) => Kept<Uint8Array>;
  /** @param value what the structured clone algorithm can copy */
  lay: <Value>(value: Value) => Kept<Value>;
  close: () => void;
}>;

/** Keeps everything at hand: for what is small. */
export const AT_HAND: Shelf = {
  layBytes: (bytes) => () => bytes,
  lay: (value) => () => value,
  close: () => {},
};

/**
 * A shelf in a file of the system's temporary folder, so that memory does not grow with a paper. Texts and
 * pictures of a run are on it between their checking and their writing: read once, they are published as
 * they were checked, whatever is saved meanwhile.
 */
export function openShelf(): Shelf {
  const folder = mkdtempSync(path.join(tmpdir(), 'prism-shelf-'));
  const file = openSync(path.join(folder, 'shelf'), 'wx+', 0o600);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Its name goes at once, and what is in it with the process, however that ends. Windows keeps both until then.
  if (process.platform !== 'win32') remove();
  let end = 0;
  const layBytes = (bytes: Uint8Array): Kept<Uint8Array> => {
    const [start, length] = [end, bytes.byteLength];
    end += length;
    for (let written = 0; written < length; ) {
      written += writeSync(file, bytes, written, length - written, start + written);
    }
    return () => readBack(file, start, length);
  };
  return {
    layBytes,
    lay: (value) => {
      const bytes = layBytes(serialize(value));
      return () => deserialize(bytes());
    },
    close: () => {
      closeSync(file);
      remove();
    },
  };
}

function readBack(file: number, start: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let read = 0; read < length; ) {
    const more = readSync(file, bytes, read, length - read, start + read);
    if (more === 0) throw new Error('what was laid aside is gone: somebody has cut its file off');
    read += more;
  }
  return bytes;
}
