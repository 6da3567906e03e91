import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { seed } from '@/scripts/prepare';
import { runNode } from '@/scripts/run-command';
import { makeLargePaper } from '../content';
import { type Figure, show } from '../figure';
import { countOf, type Margin, marginsOf, meanOf, type Worths } from '../related/margins';
import type { Measured } from '../related/measure-related';
import { intervalText, metricTitles, weightsText, writeReport } from '../related/report';
import type { Search } from '../related/weights';
import type { Stage } from '../stage';

const RESULTS = path.join('bench', 'results');

/**
 * Related stories beside four baselines, where it is known what is related. Weights are chosen by one half
 * of the generated paper; what is judged is the other half and the paper's own stories. Writes
 * `results/related.md`.
 */
export async function measureRelated(stage: Stage): Promise<readonly Figure[]> {
  const known = await runTool('known', await stage.database('known'));
  const own = await runTool('own', await ownPaper(stage));
  if (known.search === null) throw new Error('no weights were searched for');
  const choosing = known.worths.filter(({ chooses }) => chooses);
  const held = [...known.worths, ...own.worths].filter(({ chooses }) => !chooses);
  await mkdir(RESULTS, { recursive: true });
  await writeFile(path.join(RESULTS, 'related.md'), writeReport(held, choosing, known.search));
  const margins = [...marginsOf(held, 'precision'), ...marginsOf(held, 'ndcg')];
  return [...margins.map((margin) => marginFigure(held, margin)), weightsFigure(known.search)];
}

async function ownPaper(stage: Stage): Promise<string> {
  const { folder } = await makeLargePaper(path.join(stage.folder, 'own'), 0);
  const url = await stage.database('own');
  await seed({ env: { DATABASE_URL: url, CONTENT_DIR: folder } });
  return url;
}

async function runTool(paper: 'known' | 'own', url: string): Promise<Measured> {
  const tool = path.join('bench', 'related', 'measure-related.ts');
  const printed = await runNode(['--import', 'tsx', tool, paper], { env: { DATABASE_URL: url } });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '');
}

function marginFigure(held: Worths, { metric, baseline, interval }: Margin): Figure {
  const [ours, theirs] = ['ours', baseline].map((system) => show(meanOf(held, metric, system)));
  return {
    id: `related ${metric} over ${baseline}`,
    title: `Related, ${metricTitles[metric]}: ours − ${baseline}, lower end of the interval`,
    ...{ value: interval.low, unit: '' },
    detail: `${ours} − ${theirs}: ${intervalText(interval)}; held back: ${countOf(held)}`,
  };
}

function weightsFigure({ best, advantage }: Search): Figure {
  return {
    id: 'related weights',
    title: `Related, ${metricTitles.ndcg}: best weights − committed ones, lower end of the interval`,
    ...{ value: advantage.low, unit: '' },
    detail: `${intervalText(advantage)}; best: ${weightsText(best)}`,
  };
}
