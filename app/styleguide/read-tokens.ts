import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { breakpointsIn, parseTokens, type Tokens } from '@/components/styles/tokens';

/** The site runs in its checkout, where its styles are. */
const COMPONENTS = path.join(process.cwd(), 'components');

/** What the style sheets say today. */
export async function loadTokens(): Promise<
  Readonly<{ tokens: Tokens; breakpoints: readonly number[] }>
> {
  const files = await readdir(COMPONENTS, { recursive: true });
  const sheets = await Promise.all(
    files
      .filter((file) => file.endsWith('.css'))
      .map((file) => readFile(path.join(COMPONENTS, file), 'utf8')),
  );
  const css = await readFile(path.join(COMPONENTS, 'styles/tokens.css'), 'utf8');
  return { tokens: parseTokens(css), breakpoints: breakpointsIn(sheets.join('\n')) };
}
