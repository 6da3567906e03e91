import { type IncomingMessage, request } from 'node:http';
import type { RenderedAnswer } from '../answer';
import type { RendererAddress } from './address';

/** An answer larger than this is a fault; the largest picture is far below it. In bytes. */
const LARGEST = 64 * 1024 * 1024;

export type Question = Readonly<{
  /** Path and query, as keys are spelled. */
  path: string;
  /** Value of the Host header, the same in every question: no reader's header gets here. */
  host: string;
  /** Milliseconds for the whole answer. */
  patience: number;
}>;

/** Asks the renderer. Throws an Error: TimeoutError when it is too slow, else what the socket says. */
export function askRenderer(
  address: RendererAddress,
  { path, host, patience }: Question,
): Promise<RenderedAnswer> {
  return new Promise((resolve, reject) => {
    const question = request({
      ...address,
      path,
      headers: { Host: host, 'User-Agent': 'prism-delivery' },
      // A connection of its own: a kept one may be closed by the renderer while we write to it.
      agent: false,
    });
    const timer = setTimeout(() => {
      question.destroy(new DOMException(`No answer in ${patience} ms`, 'TimeoutError'));
    }, patience);
    question.on('close', () => clearTimeout(timer));
    question.on('error', reject);
    question.on('response', (response) => {
      readBody(response).then((body) => {
        resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body });
      }, reject);
    });
    question.end();
  });
}

async function readBody(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > LARGEST) throw new RangeError(`More than ${LARGEST} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) found[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return found;
}
