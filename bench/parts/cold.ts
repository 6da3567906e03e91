import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runNode } from '@/scripts/run-command';
import { fetchRaw } from '../fetch';
import { type Figure, median, show } from '../figure';
import type { Stage } from '../stage';
import { BROWSER } from './cached';

const WARM_UP = 150;
const MEASURED = 60;

/** What the first reader of a story waits for, beside React alone with the story in memory. */
export async function measureCold(stage: Stage): Promise<readonly Figure[]> {
  const { databaseUrl, stories } = await stage.largePaper();
  const { port } = await stage.openSite(databaseUrl);
  const chosen = stories.slice(-(WARM_UP + MEASURED));
  const file = path.join(stage.folder, 'models.json');
  const env = { DATABASE_URL: databaseUrl };
  await writeFile(
    file,
    await runNode(['--import', 'tsx', 'bench/servers/models.ts', ...chosen], { env }),
  );
  const react = await stage.open((own) => ({
    args: ['--import', 'tsx', 'bench/servers/render-to-string.tsx', String(own), file],
  }));
  const times: { delivery: number[]; react: number[] } = { delivery: [], react: [] };
  for (const [index, story] of chosen.entries()) {
    const delivered = await timeOf(port, story);
    const rendered = await timeOf(react.port, story);
    if (index < WARM_UP) continue;
    times.delivery.push(delivered);
    times.react.push(rendered);
  }
  return [
    {
      id: 'cold/renderToString',
      title: 'Cold story: time to the first rendering, delivery ÷ node:http with renderToString',
      value: median(times.delivery) / median(times.react),
      unit: '',
      detail: `${show(median(times.delivery))} ms ÷ ${show(median(times.react))} ms; the same components, there with the models in memory and uncompressed`,
    },
  ];
}

async function timeOf(port: number, story: string): Promise<number> {
  const began = performance.now();
  const { status } = await fetchRaw(port, story, BROWSER);
  if (status !== 200) throw new Error(`${story}: ${status}`);
  return performance.now() - began;
}
