import type { Problem } from './documents';
import type { KeptSeries, Shelf } from './shelf';

/** All that is wrong with a folder, as it is found: there may be something in every file. */
export class FolderProblems {
  readonly #others: Problem[] = [];
  readonly #passes: KeptSeries<Problem>[] = [];

  constructor(private readonly shelf: Shelf) {}

  /** For problems that are found in no order. */
  get others(): Problem[] {
    return this.#others;
  }

  /** For those that one pass over the files finds, in their order. */
  pass(): KeptSeries<Problem> {
    const found = this.shelf.series<Problem>();
    this.#passes.push(found);
    return found;
  }

  /** In the order of files and lines; where that is the same, as they were found. */
  *inOrder(): Generator<Problem> {
    const passes = [...this.#passes, this.#others.toSorted(byPlace)].map((pass) =>
      pass[Symbol.iterator](),
    );
    const heads = passes.map((pass) => pass.next());
    for (;;) {
      const files = heads.flatMap((head) => (head.done ? [] : [head.value.file]));
      const file = files.sort().at(0);
      if (file === undefined) return;
      const ofFile = passes.flatMap((pass, index) => {
        const some: Problem[] = [];
        for (let head = heads[index]; head && !head.done && head.value.file === file; ) {
          some.push(head.value);
          head = pass.next();
          heads[index] = head;
        }
        return some;
      });
      yield* ofFile.sort(byPlace);
    }
  }
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
