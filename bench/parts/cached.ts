import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runNode } from '@/scripts/run-command';
import { fetchSettled, type RawAnswer } from '../fetch';
import { type Figure, median, show } from '../figure';
import { runLoadOn } from '../load/run-load';
import { inTurns, ratios } from '../rounds';
import type { Models } from '../servers/models';
import { buildPrerendered } from '../servers/prerendered';
import type { Stage } from '../stage';

export const MIAMI =
  '/politics/miami-talks-yield-productive-dialogue-but-no-breakthrough-in-ukraine-war';

/** What a browser says it is and can read: its readings are counted, as readers' are. */
export const BROWSER = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Mobile Safari/537.36',
  'accept-encoding': 'gzip, deflate, br, zstd',
};

const CONNECTIONS = 32;
/** Many short turns: what else the machine does comes and goes within seconds. */
const SECONDS = 1;
const TURNS = 11;

/** Cached pages: delivery beside what the machine allows and beside Next's own best. */
export async function measureCached(stage: Stage): Promise<readonly Figure[]> {
  const { databaseUrl } = await stage.paper();
  const site = await stage.openSite(databaseUrl);
  const delivery = { port: site.port, pid: await site.process(/delivery\/main/) };
  const { settled: answer } = await fetchSettled(site.port, MIAMI, BROWSER);
  const bare = await openBare(stage, answer);
  const next = await openPrerendered(stage, databaseUrl);
  const etag = answer.headers.etag ?? '';

  const load =
    (rival: { port: number; pid: number }, target: string, expected: number, headers = {}) =>
    async () => {
      const report = await runLoadOn(rival.pid, {
        port: rival.port,
        paths: [target],
        headers: { ...BROWSER, ...headers },
        connections: CONNECTIONS,
        seconds: SECONDS,
      });
      const asExpected = report.statuses[expected] === report.requests && report.failures === 0;
      if (!asExpected) throw new Error(`not all ${expected}: ${JSON.stringify(report)}`);
      return report;
    };
  const things = {
    delivery: load(delivery, MIAMI, 200),
    bare: load(bare, '/', 200),
    next: load(next, '/', 200),
    unchanged: load(delivery, MIAMI, 304, { 'if-none-match': etag }),
  };
  for (const warmUp of Object.values(things)) await warmUp();
  const reports = await inTurns(things, TURNS);
  const rates = (name: keyof typeof things) => reports[name].map(({ rate }) => rate);
  const costs = (name: keyof typeof things) => reports[name].map(({ cost }) => cost ?? Number.NaN);
  const perSecond = (name: keyof typeof things) => `${show(median(rates(name)))}/s`;
  const micros = (name: keyof typeof things) => `${show(median(costs(name)))} µs`;
  const coding = `${answer.headers['content-encoding']}, ${show(answer.body.length)} bytes`;
  return [
    {
      id: 'cached/bare',
      title: 'Cached story: requests/s, delivery ÷ bare node:http',
      value: median(ratios(rates('delivery'), rates('bare'))),
      unit: '',
      detail: `${perSecond('delivery')} ÷ ${perSecond('bare')}; the same bytes (${coding}) and headers, ${CONNECTIONS} connections`,
    },
    {
      id: 'cached/bare processor time',
      title: 'The same: processor time per answer',
      value: median(ratios(costs('delivery'), costs('bare'))),
      unit: '',
      detail: `${micros('delivery')} ÷ ${micros('bare')} of the server’s process`,
    },
    {
      id: 'cached/next',
      title: 'Cached story: requests/s, delivery ÷ next start, prerendered',
      value: median(ratios(rates('delivery'), rates('next'))),
      unit: '',
      detail: `${perSecond('delivery')} ÷ ${perSecond('next')}; a Next app with the same components, styles and text in one static page, gzip as it comes`,
    },
    {
      id: '304/200',
      title: '304 ÷ full answers, requests/s',
      value: median(ratios(rates('unchanged'), rates('delivery'))),
      unit: '',
      detail: `${perSecond('unchanged')} ÷ ${perSecond('delivery')}`,
    },
  ];
}

async function openBare(stage: Stage, answer: RawAnswer) {
  const { date: _date, connection: _connection, ...headers } = answer.headers;
  const file = path.join(stage.folder, 'answer.json');
  const { status, body } = answer;
  await writeFile(file, JSON.stringify({ status, headers, body: body.toString('base64') }));
  return stage.open((port) => ({
    args: ['--import', 'tsx', 'bench/servers/bare.ts', String(port), file],
  }));
}

async function openPrerendered(stage: Stage, databaseUrl: string) {
  const env = { DATABASE_URL: databaseUrl };
  const models = await runNode(['--import', 'tsx', 'bench/servers/models.ts', MIAMI], { env });
  return stage.open(await buildPrerendered(JSON.parse(models) as Models, MIAMI));
}
