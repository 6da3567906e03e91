import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { renderToString } from 'react-dom/server';
import type { Models } from './models';
import { Story } from './story';

/** React and nothing else: the same components, their models in memory, a render each request. */
const { frame, pages } = JSON.parse(readFileSync(process.argv[3] ?? '', 'utf8')) as Models;

createServer((request, response) => {
  const page = pages[request.url ?? ''];
  if (page === undefined) return response.writeHead(404).end();
  const html = renderToString(
    <html lang="en">
      <body>
        <Story frame={frame} page={page} />
      </body>
    </html>,
  );
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
}).listen(Number(process.argv[2]), '127.0.0.1');
