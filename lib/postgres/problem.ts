/** Something about the database that the operator must put right. The message is one line. */
export class PostgresProblem extends Error {
  override name = 'PostgresProblem';
}

/** The `code` of a Node or Postgres error: 'ENOENT', '57P03', or '' when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Runs `work` and answers its value, or `fallback` when it fails with one of these codes. */
export async function orElse<T, F>(
  fallback: F,
  codes: readonly string[],
  work: () => Promise<T>,
): Promise<T | F> {
  try {
    return await work();
  } catch (error) {
    if (codes.includes(codeOf(error))) return fallback;
    throw error;
  }
}

/** A failure of the system in words for the operator; problems stay as they are. */
export function asProblem(folder: string, error: unknown): PostgresProblem {
  if (error instanceof PostgresProblem) return error;
  return new PostgresProblem(explain(folder, error));
}

function explain(folder: string, error: unknown): string {
  const reason = reasonOf(error);
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return `The database in ${folder} cannot be opened by this account: ${reason}. Run as the folder's owner, or correct its owner and permissions.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds ${folder} is full: ${reason}.`;
    case 'EROFS':
      return `The disk that holds ${folder} is read-only: ${reason}.`;
    default:
      return `The embedded Postgres in ${folder} could not start: ${reason}.`;
  }
}

/** What an error says, on one line. */
export function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message || codeOf(error) : String(error);
  return reason.replace(/\s+/g, ' ');
}
