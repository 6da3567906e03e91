import type { Problem } from './documents';

/** A spot in a content file; both count from 1. */
export type Place = Readonly<{ line: number; column: number }>;

export const START: Place = { line: 1, column: 1 };

/** The problems of one file, in the order in which they were met. */
export class Report {
  readonly problems: Problem[] = [];

  /** @param file path below the content folder, with `/` */
  constructor(readonly file: string) {}

  error(place: Place, field: string, message: string, remedy: string): void {
    this.add('error', place, field, message, remedy);
  }

  warning(place: Place, field: string, message: string, remedy: string): void {
    this.add('warning', place, field, message, remedy);
  }

  /** Whether something was reported that stops publication. */
  get failed(): boolean {
    return this.problems.some((problem) => problem.severity === 'error');
  }

  private add(
    severity: Problem['severity'],
    { line, column }: Place,
    field: string,
    message: string,
    remedy: string,
  ): void {
    this.problems.push({ severity, file: this.file, line, column, field, message, remedy });
  }
}
