import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export type Answer = Readonly<{
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** Milliseconds until all of it was there. */
  took: number;
}>;

/** Asks once, as it is written: no redirect is followed, nothing is decoded. */
export function ask(
  url: string,
  { agent, headers = {} }: { agent?: Agent; headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const question = request(url, { agent: agent ?? false, headers, timeout: 30_000 });
    question.on('timeout', () => question.destroy(new Error('no answer in 30 s')));
    question.on('error', reject);
    question.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
          took: performance.now() - began,
        }),
      );
    });
    question.end();
  });
}

/** Asks for many addresses, some at a time, over kept connections; answers in their order. */
export async function askAll(
  base: string,
  paths: readonly string[],
  atOnce = 8,
): Promise<readonly Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const answers: Answer[] = [];
  let next = 0;
  const reader = async () => {
    while (next < paths.length) {
      const index = next;
      next += 1;
      answers[index] = await ask(`${base}${paths[index]}`, { agent });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  agent.destroy();
  return answers;
}

/** Asks for pages until all are there: one that waited too long for its turn is told when to come again. */
export async function untilServed(base: string, paths: readonly string[]): Promise<void> {
  for (let missing = paths, tries = 0; missing.length > 0; tries += 1) {
    if (tries === 10) throw new Error(`${missing.join(', ')} of ${base} cannot be had.`);
    const answers = await askAll(base, missing);
    missing = missing.filter((_, index) => answers[index]?.status !== 200);
  }
}
