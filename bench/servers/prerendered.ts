import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runNode } from '@/scripts/run-command';
import type { Models } from './models';

/** Inside the checkout, so that it uses the same packages, components and styles. */
const FOLDER = path.join('.cache', 'bench', 'prerendered');

const NEXT = path.resolve('node_modules/next/dist/bin/next');

const files = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      jsx: 'react-jsx',
      module: 'ESNext',
      moduleResolution: 'bundler',
      resolveJsonModule: true,
      strict: true,
      paths: { '@/*': ['../../../*'] },
    },
    include: ['**/*.tsx'],
  }),
  'next.config.mjs': `import path from 'node:path';
export default {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.resolve('../../..') },
};
`,
  'app/layout.tsx': `import '@/components/styles/index.css';

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
  'app/page.tsx': `import { Story } from '@/bench/servers/story';
import model from '../model.json';

export const dynamic = 'force-static';

export default function Page() {
  return <Story frame={model.frame} page={model.page} />;
}
`,
};

/**
 * Builds a Next app whose one page is the story at `address`, prerendered: Next's own best case
 * for the same components, styles and text. Answers the arguments and folder to start it with.
 */
export async function buildPrerendered(
  { frame, pages }: Models,
  address: string,
): Promise<(port: number) => Readonly<{ args: readonly string[]; cwd: string }>> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(path.join(FOLDER, 'app'), { recursive: true });
  const model = JSON.stringify({ frame, page: pages[address] });
  for (const [name, text] of Object.entries({ ...files, 'model.json': model })) {
    await writeFile(path.join(FOLDER, name), text);
  }
  await runNode([NEXT, 'build'], {
    cwd: FOLDER,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  return (port) => ({
    args: [NEXT, 'start', '-H', '127.0.0.1', '-p', String(port)],
    cwd: FOLDER,
  });
}
