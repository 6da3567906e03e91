import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a Postgres server on which one can count, and which can fail. */
export type DatabaseProxy = Readonly<{
  /** The database's URL by this way. */
  url: string;
  /** Statements that connections of this application_name have sent since `resetCount`. */
  count: (application: string) => number;
  resetCount: () => void;
  /** From now on nothing passes on connections of this name, and nobody is told: a cable is cut. */
  silence: (application: string) => void;
  /** Lets new connections of that name pass. Those that were silenced stay so. */
  restore: () => void;
  close: () => Promise<void>;
}>;

type Passage = { application: string; dead: boolean; readonly sockets: readonly Socket[] };

export async function openDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const passages = new Set<Passage>();
  const counts = new Map<string, number>();
  let silenced: string | null = null;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const passage: Passage = { application: '', dead: false, sockets: [client, upstream] };
    passages.add(passage);
    const messages = new FrontendMessages((type) => {
      if (!isStatement(type)) return;
      counts.set(passage.application, (counts.get(passage.application) ?? 0) + 1);
    });
    client.on('data', (chunk) => {
      messages.push(chunk);
      passage.application = messages.application;
      if (silenced !== null && passage.application === silenced) passage.dead = true;
      if (!passage.dead) upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!passage.dead) client.write(chunk);
    });
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('error', () => {});
      from.on('close', () => {
        passages.delete(passage);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);

  return {
    url: url.href,
    count: (application) => counts.get(application) ?? 0,
    resetCount: () => counts.clear(),
    silence: (application) => {
      silenced = application;
      for (const passage of passages) {
        if (passage.application === application) passage.dead = true;
      }
    },
    restore: () => {
      silenced = null;
    },
    close: async () => {
      for (const { sockets } of passages) for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Execute and Query (PostgreSQL documentation, 54.7): each runs one statement. */
function isStatement(type: string): boolean {
  return type === 'E' || type === 'Q';
}

/** Reads what a client sends: a start-up packet, then messages of a type byte and a length. */
class FrontendMessages {
  application = '';
  #rest: Buffer = Buffer.alloc(0);
  #started = false;

  constructor(private readonly onMessage: (type: string) => void) {}

  push(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const head = this.#started ? 1 : 0;
      if (this.#rest.length < head + 4) return;
      const length = head + this.#rest.readInt32BE(head);
      if (this.#rest.length < length) return;
      const message = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      if (this.#started) this.onMessage(String.fromCharCode(message[0] ?? 0));
      else this.#start(message);
    }
  }

  #start(packet: Buffer): void {
    this.#started = true;
    const fields = packet.toString('utf8', 8).split('\0');
    const at = fields.indexOf('application_name');
    this.application = at === -1 ? '' : (fields[at + 1] ?? '');
  }
}
