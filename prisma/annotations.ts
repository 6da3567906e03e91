import path from 'node:path';
import type { Problem } from '@/lib/document/documents';
import type { Series } from '@/lib/document/shelf';

/**
 * Problems as GitHub shows them beside the lines of a change (“Workflow commands for GitHub
 * Actions”, `error` and `warning`).
 */
export function* annotationsOf(folder: string, problems: Series<Problem>): Generator<string> {
  for (const { severity, file, line, column, field, message, remedy } of problems) {
    const place = { file: path.posix.join(folder, file), line, col: column, title: field };
    const properties = Object.entries(place).map(([name, value]) => `${name}=${property(value)}`);
    yield `::${severity} ${properties.join(',')}::${escaped(`${field}: ${message}; ${remedy}`)}`;
  }
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string | number): string {
  return escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
