import path from 'node:path';
import process from 'node:process';
import { runNode } from '@/scripts/run-command';
import { type Figure, show } from '../figure';
import type { Moments } from '../related/compare-moments';
import type { Stage } from '../stage';

const SIZES = (process.env.BENCH_SIZES ?? '10000').split(',').map(Number);

/** When related stories are to be worked out: at rendering, or at publishing into a table. */
export async function measureRelatedMoment(stage: Stage): Promise<readonly Figure[]> {
  const url = await stage.database('archive');
  const figures: Figure[] = [];
  for (const size of SIZES) {
    await runTool(path.join('bench', 'scale', 'load-archive.ts'), url, size);
    const moments: Moments = JSON.parse(
      await runTool(path.join('bench', 'related', 'compare-moments.ts'), url, size),
    );
    figures.push(...figuresOf(size, moments));
  }
  return figures;
}

async function runTool(tool: string, url: string, size: number): Promise<string> {
  const printed = await runNode(['--import', 'tsx', tool, String(size)], {
    env: { DATABASE_URL: url },
  });
  return printed.trim().split('\n').at(-1) ?? '';
}

function figuresOf(
  size: number,
  { rendered, read, published, touched, changed }: Moments,
): readonly Figure[] {
  const refreshed = touched * rendered;
  return [
    {
      ...{ id: 'related moment reading', value: rendered - read, unit: 'ms' },
      title: `Related worked out at rendering − read from a table, of ${show(size)} stories`,
      detail: `${show(rendered)} ms − ${show(read)} ms, medians`,
    },
    {
      ...{ id: 'related moment publishing', value: (published + refreshed) / published, unit: '' },
      title: `A story published with its table refreshed ÷ without, of ${show(size)} stories`,
      detail: `${show(published)} ms, and ${show(touched)} stories touched at ${show(rendered)} ms each; ${show(changed * 100)} % of their lists change`,
    },
  ];
}
