import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { deserialize, serialize } from 'node:v8';

/** Values in order, as of an array. */
export type Series<Value> = Readonly<{
  length: number;
  /** @param index from 0 */
  at: (index: number) => Value | undefined;
  [Symbol.iterator]: () => Iterator<Value>;
}>;

/** Values by name, as of a map. */
export type Lookup<Value> = Readonly<{
  size: number;
  has: (name: string) => boolean;
  get: (name: string) => Value | undefined;
  keys: () => Iterable<string>;
  [Symbol.iterator]: () => Iterator<[string, Value]>;
}>;

/** Values must be such as the structured clone algorithm can copy. */
export type KeptSeries<Value> = Series<Value> & Readonly<{ push: (value: Value) => unknown }>;
export type KeptLookup<Value> = Lookup<Value> &
  Readonly<{ set: (name: string, value: Value) => unknown }>;

/** Where a run keeps what there is one of for each story. */
export type Shelf = Readonly<{
  series: <Value>() => KeptSeries<Value>;
  lookup: <Value>() => KeptLookup<Value>;
  close: () => void;
}>;

/** Keeps everything in memory: for what is small. */
export const AT_HAND: Shelf = {
  series: <Value>() => [] as Value[],
  lookup: <Value>() => new Map<string, Value>(),
  close: () => {},
};

/**
 * A shelf in a file of the system's temporary folder, so that memory does not grow with a paper: of each value
 * only its place stays in memory, in some 12 bytes (with its name, 30). What was read for a run is on it until
 * it is written: read once, files are published as they were checked, whatever is saved meanwhile.
 */
export function openShelf(): Shelf {
  const folder = mkdtempSync(path.join(tmpdir(), 'prism-shelf-'));
  const file = openSync(path.join(folder, 'shelf'), 'wx+', 0o600);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Its name goes at once, and what is in it with the process, however that ends. Windows keeps both until then.
  if (process.platform !== 'win32') remove();
  const heap = new Heap(file);
  return {
    series: () => new SeriesInFile(heap),
    lookup: () => new LookupInFile(heap),
    close: () => {
      closeSync(file);
      remove();
    },
  };
}

/** Values one after the other in a file. */
class Heap {
  private end = 0;

  constructor(private readonly file: number) {}

  /** Answers where the value begins and how many bytes it has. */
  write(value: unknown): readonly [start: number, length: number] {
    const bytes = serialize(value);
    const [start, length] = [this.end, bytes.byteLength];
    for (let written = 0; written < length; ) {
      written += writeSync(this.file, bytes, written, length - written, start + written);
    }
    this.end += length;
    return [start, length];
  }

  read(start: number, length: number): unknown {
    const bytes = new Uint8Array(length);
    for (let read = 0; read < length; ) {
      const more = readSync(this.file, bytes, read, length - read, start + read);
      if (more === 0) throw new Error('the shelf is shorter than it was: somebody has cut it off');
      read += more;
    }
    return deserialize(bytes);
  }
}

class SeriesInFile<Value> implements KeptSeries<Value> {
  length = 0;
  private starts = new Float64Array(16);
  private lengths = new Uint32Array(16);

  constructor(private readonly heap: Heap) {}

  push(value: Value): void {
    if (this.length === this.starts.length) {
      this.starts = grown(this.starts, new Float64Array(2 * this.length));
      this.lengths = grown(this.lengths, new Uint32Array(2 * this.length));
    }
    const [start, length] = this.heap.write(value);
    this.starts[this.length] = start;
    this.lengths[this.length] = length;
    this.length += 1;
  }

  at(index: number): Value | undefined {
    const [start, length] = [this.starts[index], this.lengths[index]];
    if (index >= this.length || start === undefined || length === undefined) return undefined;
    return this.heap.read(start, length) as Value;
  }

  *[Symbol.iterator](): Generator<Value> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index) as Value;
  }
}

function grown<Numbers extends Float64Array | Uint32Array>(old: Numbers, room: Numbers): Numbers {
  room.set(old);
  return room;
}

/**
 * A hash table with open addressing (Knuth, The Art of Computer Programming, vol. 3, 6.4, algorithm L); the
 * entries that it points at are in the file.
 */
class LookupInFile<Value> implements KeptLookup<Value> {
  size = 0;
  private readonly entries: SeriesInFile<[string, Value]>;
  private hashes = new Uint32Array(16);
  /** Numbers of entries, from 1; 0 is a free place. At most half of them are taken. */
  private places = new Uint32Array(32);

  constructor(heap: Heap) {
    this.entries = new SeriesInFile(heap);
  }

  set(name: string, value: Value): void {
    if (2 * (this.entries.length + 1) > this.places.length) this.widen();
    const hash = hashOf(name);
    const place = this.find(name, hash);
    if (this.places[place] === 0) this.size += 1;
    this.entries.push([name, value]);
    this.hashes[this.entries.length - 1] = hash;
    this.places[place] = this.entries.length;
  }

  has(name: string): boolean {
    return this.places[this.find(name, hashOf(name))] !== 0;
  }

  get(name: string): Value | undefined {
    const entry = this.places[this.find(name, hashOf(name))] ?? 0;
    return entry === 0 ? undefined : this.entries.at(entry - 1)?.[1];
  }

  *keys(): Generator<string> {
    for (const [name] of this) yield name;
  }

  *[Symbol.iterator](): Generator<[string, Value]> {
    let number = 0;
    for (const [name, value] of this.entries) {
      number += 1;
      const isLast = this.size === this.entries.length || this.numberOf(name) === number;
      if (isLast) yield [name, value];
    }
  }

  private numberOf(name: string): number | undefined {
    return this.places[this.find(name, hashOf(name))];
  }

  /** The place of this name, or the free one where it would go. */
  private find(name: string, hash: number): number {
    const last = this.places.length - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const entry = this.places[place] ?? 0;
      if (entry === 0) return place;
      if (this.hashes[entry - 1] === hash && this.entries.at(entry - 1)?.[0] === name) return place;
    }
  }

  /** Entries that were replaced keep their numbers, and have no place any more. */
  private widen(): void {
    const numbers = this.places.filter((entry) => entry !== 0);
    this.hashes = grown(this.hashes, new Uint32Array(2 * this.hashes.length));
    this.places = new Uint32Array(2 * this.places.length);
    const last = this.places.length - 1;
    for (const entry of numbers) {
      let place = (this.hashes[entry - 1] ?? 0) & last;
      while (this.places[place] !== 0) place = (place + 1) & last;
      this.places[place] = entry;
    }
  }
}

/** FNV-1a (draft-eastlake-fnv) over UTF-16, its bits mixed by the last step of MurmurHash3. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
