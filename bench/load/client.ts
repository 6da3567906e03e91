import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { type LoadOrder, type LoadReport, orderSchema } from './order';
import { AnswerReader } from './wire';

/**
 * A client that costs a fraction of what a server does, so that the server is what is measured:
 * on two processors, clients that parse every header are themselves the bottleneck. Each connection
 * has one request under way. Run as a process of its own; its order comes as the argument.
 */
const order = orderSchema.parse(JSON.parse(process.argv[2] ?? ''));
if (order.first) goFirst();
console.log(JSON.stringify(await run(order)));

/** By chrt(1), which only root may use, on Linux; elsewhere it takes its turn as all others do. */
function goFirst(): void {
  spawnSync('chrt', ['--fifo', '--pid', '1', String(process.pid)]);
}

async function run(order: LoadOrder): Promise<LoadReport> {
  const paths = [...order.paths];
  const next = (): string | undefined => (order.once ? paths.shift() : paths[0]);
  const statuses: Record<string, number> = {};
  const latencies: number[] = [];
  let [failures, bytes] = [0, 0];
  const began = performance.now();
  const until = began + order.seconds * 1000;
  const connections = Array.from({ length: order.connections }, () =>
    converse(order, until, next, (status, size, took) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      bytes += size;
      latencies.push(took);
    }).catch(() => {
      failures += 1;
    }),
  );
  await Promise.race([Promise.all(connections), delay(order.seconds * 1000 + 5_000)]);
  const seconds = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0;
  const requests = latencies.length;
  process.exitCode = 0;
  setImmediate(() => process.exit());
  return { requests, seconds, statuses, failures, bytes, p50: at(0.5), p99: at(0.99) };
}

/** Asks on one connection until the time is over or there is nothing more to ask. */
function converse(
  { port, headers, pause }: LoadOrder,
  until: number,
  next: () => string | undefined,
  answered: (status: number, bytes: number, milliseconds: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    let prepared: { path: string; request: Buffer } | null = null;
    let sent = 0;
    const ask = () => {
      const path = performance.now() < until ? next() : undefined;
      if (path === undefined) {
        socket.destroy();
        return resolve();
      }
      if (prepared?.path !== path) {
        prepared = { path, request: Buffer.from(`GET ${path} HTTP/1.1\r\n${lines}\r\n`) };
      }
      sent = performance.now();
      socket.write(prepared.request);
    };
    const reader = new AnswerReader(({ status, bytes }) => {
      answered(status, bytes, performance.now() - sent);
      if (pause === 0) ask();
      else setTimeout(ask, pause);
    });
    socket.once('connect', ask);
    socket.on('data', (chunk) => reader.push(chunk));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
  });
}
