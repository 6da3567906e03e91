import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export type RawAnswer = Readonly<{
  status: number;
  /** In lower case. */
  headers: Readonly<Record<string, string>>;
  /** Bytes of the status line and headers. */
  headBytes: number;
  body: Buffer;
}>;

/** Asks once over a connection of its own and answers the very bytes that came. */
export async function fetchRaw(
  port: number,
  target: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const lines = Object.entries({ host: `127.0.0.1:${port}`, connection: 'close', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  socket.write(`GET ${target} HTTP/1.1\r\n${lines}\r\n`);
  await once(socket, 'close');
  const bytes = Buffer.concat(chunks);
  const headBytes = bytes.indexOf('\r\n\r\n') + 4;
  const [first = '', ...rest] = bytes.toString('latin1', 0, headBytes - 4).split('\r\n');
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(
      rest.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    ),
    headBytes,
    body: bytes.subarray(headBytes),
  };
}

/**
 * The same once it is compressed as well as it will be: the first readers get what was compressed
 * in haste. Answers the first answer too.
 */
export async function fetchSettled(
  port: number,
  target: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Readonly<{ first: RawAnswer; settled: RawAnswer }>> {
  const first = await fetchRaw(port, target, headers);
  const deadline = Date.now() + 15_000;
  let settled = first;
  for (let same = 0; same < 5 && Date.now() < deadline; ) {
    await delay(500);
    const next = await fetchRaw(port, target, headers);
    same = next.body.length === settled.body.length ? same + 1 : 0;
    settled = next;
  }
  return { first, settled };
}
