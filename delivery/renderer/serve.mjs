// The renderer's process: Next's own production server where only delivery can reach it. Started
// with the path of its Unix socket, or with no argument to listen on a loopback port. Plain
// JavaScript: a TypeScript loader would double the time that a restart takes.
import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { constants, setPriority } from 'node:os';
import process from 'node:process';
import next from 'next';

const socketPath = process.argv[2];

// Readers of kept pages go first: who asks for a cold one waits for it anyway.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

// Ctrl-C reaches every process of a terminal; delivery still needs this one while it drains.
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});

const app = next({ dev: false, dir: process.cwd() });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => {
  void handle(request, response);
});

/** Answers open requests and ends; waits for nothing else. */
function stop() {
  server.close(() => process.exit(0));
}

process.on('SIGTERM', stop);
// Delivery told us to go, or is gone.
process.on('disconnect', stop);

if (socketPath === undefined) {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given.');
    process.send?.({ listening: { host: '127.0.0.1', port: address.port } });
  });
} else {
  rmSync(socketPath, { force: true });
  server.listen(socketPath, () => {
    chmodSync(socketPath, 0o600);
    process.send?.({ listening: { socketPath } });
  });
}
