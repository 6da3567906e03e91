import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { z } from 'zod';
import { goFirst } from '@/lib/site/processors';

/** What the machine allows: a server that sends the same bytes and headers whatever is asked. */
const { status, headers, body } = z
  .object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.base64() })
  .parse(JSON.parse(readFileSync(process.argv[3] ?? '', 'utf8')));
const bytes = Buffer.from(body, 'base64');

await goFirst();
createServer((_request, response) => {
  response.writeHead(status, headers);
  response.end(bytes);
}).listen(Number(process.argv[2]), '127.0.0.1');
