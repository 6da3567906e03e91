// Delivery as delivery/main.ts starts it, but what is read is counted at once: for tests of a whole site.
import process from 'node:process';
import { environment } from '@/lib/site/environment';
import { openDelivery } from '../delivery';
import { openLog } from '../log';

const delivery = await openDelivery(environment(), openLog(), { countEvery: 50 });
process.once('SIGTERM', () => void delivery.stop().then(() => process.exit(0)));
process.once('disconnect', () => process.exit(0));
