import { setTimeout as delay } from 'node:timers/promises';
import { type Figure, median, show } from '../figure';
import { runLoad } from '../load/run-load';
import { inTurns, ratios } from '../rounds';
import type { Stage } from '../stage';
import { BROWSER } from './cached';

const SECONDS = 3;
const COLD_CLIENTS = 8;
/** More than elsewhere: a percentile needs many. */
const ROUNDS = 7;
/** More than are rendered in a round; the paper has 1,548. */
const STORIES = 190;
/** Seconds. */
const HEAD_START = 1.5;
/** Readers of the cached page: 8, each resting 5 ms, so that waiting is seen and not queueing. */
const READERS = { connections: 8, pause: 5, first: true };

/** Whether rendering slows down those who ask for what is there already. */
export async function measureBesideCold(stage: Stage): Promise<readonly Figure[]> {
  const { databaseUrl, stories } = await stage.largePaper();
  const { port } = await stage.openSite(databaseUrl);
  const unread = [...stories];
  const read = () =>
    runLoad({ port, paths: ['/'], headers: BROWSER, seconds: SECONDS, ...READERS });
  let rendered = 0;
  const beside = async () => {
    const cold = runLoad({
      port,
      paths: unread.splice(0, STORIES),
      once: true,
      headers: BROWSER,
      connections: COLD_CLIENTS,
      seconds: SECONDS + HEAD_START,
    });
    // A client takes a processor to start; that is nothing that rendering costs.
    await delay(HEAD_START * 1_000 - 500);
    const [readers, { requests, seconds }] = await Promise.all([read(), cold]);
    rendered += requests / seconds;
    return readers;
  };
  await beside();
  rendered = 0;
  const reports = await inTurns({ alone: read, beside }, ROUNDS);
  const p99 = (name: keyof typeof reports) => reports[name].map((report) => report.p99);
  return [
    {
      id: 'p99 beside cold pages',
      title: `p99 of a cached page: while ${COLD_CLIENTS} clients ask for cold ones ÷ without`,
      value: median(ratios(p99('beside'), p99('alone'))),
      unit: '',
      detail: `${show(median(p99('beside')))} ms ÷ ${show(median(p99('alone')))} ms; ${show(rendered / reports.beside.length)} cold pages a second`,
    },
  ];
}
