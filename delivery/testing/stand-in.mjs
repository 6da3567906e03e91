// Stands in for the renderer's process: /die ends it, /hang stops it answering, /slow takes a while,
// pictures take until /page-beside-pictures is asked for; anything else is answered with its process
// id.
import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';

const socketPath = process.argv[2] ?? '';
if (socketPath === 'never') process.exit(3);

let held = [];
let holds = true;

const server = createServer((request, response) => {
  if (request.url === '/die') process.exit(7);
  if (request.url === '/hang') while (true);
  const answer = () => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('X-Prism-Keys', 'front');
    response.end(`<!DOCTYPE html><p>${process.pid}</p>`);
  };
  if (request.url === '/page-beside-pictures') {
    holds = false;
    for (const answerPicture of held) answerPicture();
    held = [];
  }
  if (request.url.startsWith('/media/') && holds) held.push(answer);
  else if (request.url === '/slow') setTimeout(answer, 500);
  else answer();
});
rmSync(socketPath, { force: true });
server.listen(socketPath, () => {
  chmodSync(socketPath, 0o600);
  process.send?.({ listening: { socketPath } });
});
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
process.on('disconnect', () => server.close(() => process.exit(0)));
