import { siteCluster } from './cluster';
import { acquire } from './lease';

// Holds a lease on the embedded server for the process that started this one, for programs that
// cannot hold one themselves: prints the URL as its first line and leaves when its standard input
// closes, which the system sees to however that process ends.

// A Ctrl-C goes to the whole group; the parent decides when it needs the database no more.
process.on('SIGINT', () => {});
process.stdout.on('error', () => {});

try {
  const lease = await acquire(siteCluster);
  process.stdin.resume().once('close', () => lease.release());
  process.stdin.once('end', () => process.stdin.destroy());
  process.stdout.write(`${JSON.stringify({ url: lease.url })}\n`);
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ problem: String(error instanceof Error ? error.message : error) })}\n`,
  );
  process.exitCode = 1;
}
