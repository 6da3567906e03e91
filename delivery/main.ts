import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { environment } from '@/lib/site/environment';
import { goFirst } from '@/lib/site/processors';
import { openDelivery } from './delivery';
import { openLog } from './log';

/** The process that readers talk to. Started by `npm start`, or by whoever runs it elsewhere. */
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

try {
  await goFirst();
  const opening = openDelivery(environment(), openLog());
  const stop = () => {
    void opening.then((delivery) => delivery.stop()).then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, stop);
  // Whoever started us and held on to us is gone.
  process.once('disconnect', stop);
  await opening;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
