import { fetchSettled } from '../fetch';
import { type Figure, show } from '../figure';
import { judgePage, middleOf, type Run } from '../lighthouse';
import type { Stage } from '../stage';
import { BROWSER, MIAMI } from './cached';

const RUNS = 3;

type Judged = Readonly<{ name: string; path: string; skip?: readonly string[] }>;

/** What readers open most. That search stays out of search engines is meant. */
const PAGES: readonly Judged[] = [
  { name: 'article', path: MIAMI },
  { name: 'front', path: '/' },
  { name: 'section', path: '/world' },
  { name: 'tag', path: '/tag/diplomacy' },
  { name: 'search', path: '/search?q=ceasefire', skip: ['is-crawlable'] },
];

/** What Lighthouse says of the pages on a poor phone. */
export async function measurePage(stage: Stage): Promise<readonly Figure[]> {
  const { databaseUrl } = await stage.paper();
  const { port, url } = await stage.openSite(databaseUrl);
  const found: [string, Run][] = [];
  for (const { name, path, skip = [] } of PAGES) {
    const { settled } = await fetchSettled(port, path, BROWSER);
    if (settled.status !== 200) throw new Error(`${path}: ${settled.status}`);
    const runs: Run[] = [];
    while (runs.length < RUNS) runs.push(await judgePage(url + path, skip));
    found.push([name, middleOf(runs)]);
  }
  return figuresOf(found);
}

/** A row for each page's scores, one for the slowest page and one for the least steady. */
function figuresOf(found: readonly (readonly [string, Run])[]): readonly Figure[] {
  const list = (value: (run: Run) => string) =>
    found.map(([name, run]) => `${name} ${value(run)}`).join(', ');
  return [
    ...found.map(([name, run]) => ({
      id: 'lighthouse',
      title: `Lighthouse, ${name}: the lowest of four scores`,
      value: Math.min(...Object.values(run.scores)),
      unit: '',
      detail: scoresOf(run),
    })),
    {
      id: 'lcp',
      title: 'Largest contentful paint on a poor phone, the slowest of these pages',
      value: Math.max(...found.map(([, { lcp }]) => lcp)),
      unit: 'ms',
      detail: `simulated; ${list(({ lcp }) => show(lcp))}`,
    },
    {
      id: 'cls',
      title: 'Cumulative layout shift, the largest of these pages',
      value: Math.max(...found.map(([, { cls }]) => cls)),
      unit: '',
      detail: list(({ cls }) => show(cls)),
    },
  ];
}

function scoresOf({ scores, bytes, failing, delayed }: Run): string {
  const each = Object.entries(scores).map(([category, score]) => `${category} ${score}`);
  const fails = failing.map((audit) => `; FAILS ${audit}`).join('');
  const again = delayed === 0 ? '' : `; recorded again ${delayed} times, short of a processor`;
  return `${each.join(', ')}; ${show(bytes)} bytes with fonts and pictures${again}${fails}`;
}
