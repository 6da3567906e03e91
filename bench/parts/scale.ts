import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { runNode } from '@/scripts/run-command';
import { type Figure, show } from '../figure';
import { drawCurves } from '../report/curves';
import type { Cost } from '../scale/measure-archive';
import type { Stage } from '../stage';
import { timeCopy } from './publish';

type Measured = Readonly<{ size: number; costs: readonly Cost[] }>;

/** BENCH_SIZES=10000,100000,1000000 for a million, which takes an hour or two to load. */
const SIZES = (process.env.BENCH_SIZES ?? '10000,100000').split(',').map(Number);

const RESULTS = path.join('bench', 'results');

/**
 * What pages of an archive cost as it grows: the same pages at each size, in the same database, which is
 * loaded by the code that publishes. Writes the table and the curves into `results/`.
 */
export async function measureScale(stage: Stage): Promise<readonly Figure[]> {
  const url = await stage.database('archive');
  const measured: Measured[] = [];
  let rate = 0;
  for (const size of SIZES) {
    const loaded = await runTool('load-archive.ts', url, size);
    rate ||= loaded.stories / loaded.seconds;
    measured.push(await runTool('measure-archive.ts', url, size));
    if (measured.length === 1) {
      const copied = await timeCopy(url, await stage.database('archive-copy'), stage.folder);
      rate /= size / (copied / 1000);
    }
  }
  await mkdir(RESULTS, { recursive: true });
  await writeFile(path.join(RESULTS, 'scale.md'), tableOf(measured));
  await writeFile(path.join(RESULTS, 'scale.svg'), drawCurves(measured));
  return figuresOf(measured, rate);
}

async function runTool(tool: string, url: string, size: number) {
  const printed = await runNode(
    ['--import', 'tsx', path.join('bench', 'scale', tool), String(size)],
    { env: { DATABASE_URL: url } },
  );
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '{}');
}

function figuresOf(measured: readonly Measured[], rate: number): readonly Figure[] {
  const [first, last] = [measured.at(0), measured.at(-1)];
  if (first === undefined || last === undefined) throw new Error('no size was measured');
  const growth = first.costs.map(({ name, median, buffers }): Figure => {
    const grown = last.costs.find((cost) => cost.name === name);
    if (grown === undefined) throw new Error(`${name} was not measured at ${last.size}`);
    return {
      ...{ id: `scale ${name}`, unit: '', value: grown.median / median },
      title: `${name}: ${show(last.size)} stories ÷ ${show(first.size)}`,
      detail: `${show(grown.median)} ms ÷ ${show(median)} ms; ${show(grown.buffers)} ÷ ${show(buffers)} buffers`,
    };
  });
  const whole = measured.flatMap(({ size, costs }) =>
    costs.flatMap(({ name, whole }) => whole.map((table) => `${name} reads ${table} at ${size}`)),
  );
  return [
    ...growth,
    {
      ...{
        id: 'scale load',
        title: 'Rate of publishing checked documents ÷ COPY of the same rows',
      },
      ...{ value: rate, unit: '', detail: `${show(first.size)} stories, 1,000 at a time` },
    },
    {
      ...{ id: 'scale whole', title: 'Pages that read a growing table from end to end' },
      ...{ value: whole.length, unit: '', detail: whole.join('; ') || 'none, at any size' },
    },
  ];
}

function tableOf(measured: readonly Measured[]): string {
  const head = measured.map(({ size }) => `${show(size)} stories`);
  const rows = (measured[0]?.costs ?? []).map(({ name }) => {
    const cells = measured.map(({ costs }) => {
      const cost = costs.find((other) => other.name === name);
      if (cost === undefined) return '';
      const buffers = cost.buffers === 0 ? '' : `; ${show(cost.buffers)}`;
      return `${show(cost.median)}, ${show(cost.p99)}${buffers}`;
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
