import process from 'node:process';
import { connect } from '../client';
import { publishContent } from '../publish-content';
import { edition } from './editions';

/** A program for a test that kills it: publishes the edition of each number that it is sent. */
const client = connect(process.env.DATABASE_URL ?? '');
await client.$queryRaw`SELECT 1`;
process.on('message', async (number: number) => {
  await publishContent(client, edition(number), { dryRun: false, now: new Date(), pushTo: [] });
  process.send?.('done');
});
process.send?.('ready');
