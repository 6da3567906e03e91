import type { Problem } from './documents';

/** A spot in a content file; both count from 1. */
export type Place = Readonly<{ line: number; column: number }>;

export const START: Place = { line: 1, column: 1 };

/** What is wrong with one file, in the order in which it was met. */
export class Report {
  #failed = false;

  /**
   * @param file path below the content folder, with `/`
   * @param found where this file's problems are put, with those of other files
   */
  constructor(
    readonly file: string,
    private readonly found: Readonly<{ push: (problem: Problem) => unknown }> = [] as Problem[],
  ) {}

  error(place: Place, field: string, message: string, remedy: string): void {
    this.#failed = true;
    this.add('error', place, field, message, remedy);
  }

  warning(place: Place, field: string, message: string, remedy: string): void {
    this.add('warning', place, field, message, remedy);
  }

  /** Whether something was reported here that stops publication. */
  get failed(): boolean {
    return this.#failed;
  }

  private add(
    severity: Problem['severity'],
    { line, column }: Place,
    field: string,
    message: string,
    remedy: string,
  ): void {
    this.found.push({ severity, file: this.file, line, column, field, message, remedy });
  }
}
