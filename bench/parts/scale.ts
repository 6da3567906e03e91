import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { runNode } from '@/scripts/run-command';
import { type Figure, median, show } from '../figure';
import { drawCurves } from '../report/curves';
import { withArchives } from '../scale/keep-archive';
import type { Cost } from '../scale/measure-archive';
import type { Stage } from '../stage';
import { timeCopy } from './publish';

type Measured = Readonly<{ size: number; costs: readonly Cost[] }>;

/** A million takes an hour or two to load the first time. */
export const WITHOUT_MILLION = '--without-million';

const SIZES =
  process.env.BENCH_SIZES?.split(',').map(Number) ??
  [10_000, 100_000, 1_000_000].filter(
    (size) => size < 1_000_000 || !process.argv.includes(WITHOUT_MILLION),
  );

/** Every archive is measured so often, in turns, so that all see the same moods of the machine. */
const TURNS = 3;

const RESULTS = path.join('bench', 'results');

/**
 * What pages of an archive cost as it grows: the same pages of archives of every size, which are loaded by the
 * code that publishes, and kept. Writes the table and the curves into `results/`.
 */
export async function measureScale(stage: Stage): Promise<readonly Figure[]> {
  const load = await measureLoad(stage);
  const measured = await withArchives(SIZES, measureInTurns);
  await mkdir(RESULTS, { recursive: true });
  await writeFile(path.join(RESULTS, 'scale.md'), tableOf(measured));
  await writeFile(path.join(RESULTS, 'scale.svg'), drawCurves(measured.map(mediansOf)));
  return [...figuresOf(measured), load];
}

/** Of the smallest archive, made anew. */
async function measureLoad(stage: Stage): Promise<Figure> {
  const size = Math.min(...SIZES);
  const url = await stage.database('archive');
  const { seconds } = await runTool('load-archive.ts', url, size);
  const copied = await timeCopy(url, await stage.database('archive-copy'), stage.folder);
  return {
    ...{
      id: 'scale load',
      title: 'Rate of publishing checked documents ÷ COPY of the same rows',
    },
    ...{ value: copied / 1000 / seconds, unit: '' },
    detail: `${show(size)} stories, 1,000 at a time: ${show(size / seconds)} in a second`,
  };
}

async function measureInTurns(archives: ReadonlyMap<number, string>): Promise<Measured[]> {
  const measured = new Map<number, Cost[]>();
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [size, url] of archives) {
      const { costs } = (await runTool('measure-archive.ts', url, size)) as Measured;
      const before = measured.get(size);
      measured.set(
        size,
        costs.map((cost, index) => ({
          ...cost,
          times: [...(before?.[index]?.times ?? []), ...cost.times],
        })),
      );
    }
  }
  return [...measured].map(([size, costs]) => ({ size, costs }));
}

async function runTool(tool: string, url: string, size: number) {
  const printed = await runNode(
    ['--import', 'tsx', path.join('bench', 'scale', tool), String(size)],
    { env: { DATABASE_URL: url } },
  );
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '{}');
}

function figuresOf(measured: readonly Measured[]): readonly Figure[] {
  const [first, last] = [measured.at(0), measured.at(-1)];
  if (first === undefined || last === undefined) throw new Error('no size was measured');
  const growth = first.costs.map(({ name, times, buffers }): Figure => {
    const grown = last.costs.find((cost) => cost.name === name);
    if (grown === undefined) throw new Error(`${name} was not measured at ${last.size}`);
    const [large, small] = [median(grown.times), median(times)];
    return {
      ...{ id: `scale ${name}`, unit: '', value: large / small },
      title: `${name}: ${show(last.size)} stories ÷ ${show(first.size)}`,
      detail: `${show(large)} ms ÷ ${show(small)} ms; ${show(grown.buffers)} ÷ ${show(buffers)} buffers`,
    };
  });
  const whole = measured.flatMap(({ size, costs }) =>
    costs.flatMap(({ name, whole }) => whole.map((table) => `${name} reads ${table} at ${size}`)),
  );
  return [
    ...growth,
    {
      ...{ id: 'scale whole', title: 'Pages that read a growing table from end to end' },
      ...{ value: whole.length, unit: '', detail: whole.join('; ') || 'none, at any size' },
    },
  ];
}

function mediansOf({ size, costs }: Measured) {
  return { size, costs: costs.map(({ name, times }) => ({ name, median: median(times) })) };
}

function tableOf(measured: readonly Measured[]): string {
  const head = measured.map(({ size }) => `${show(size)} stories`);
  const rows = (measured[0]?.costs ?? []).map(({ name }, index) => {
    const cells = measured.map(({ costs }) => {
      const { times = [], buffers = 0 } = costs[index] ?? {};
      const touched = buffers === 0 ? '' : `; ${show(buffers)}`;
      return `${show(median(times))}, ${show(percentile99(times))}${touched}`;
    });
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  return `# An archive that grows

Written by \`npm run bench -- scale\`. Each cell: median and 99th percentile in milliseconds of everything that
the page asks of the database; and the buffers of 8 KB that its statements touch (\`EXPLAIN (ANALYZE, BUFFERS)\`).

| page | ${head.join(' | ')} |
| --- | ${head.map(() => '---:').join(' | ')} |
${rows.join('\n')}

![Cost against size](scale.svg)
`;
}

function percentile99(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? 0;
}
