/** Finds where answers end in a stream of bytes (RFC 9112, 6.3), at next to no cost. */

const HEAD_END = Buffer.from('\r\n\r\n');

export type Arrival = Readonly<{ status: number; bytes: number }>;

/** Reads the answers of one connection, one after another, and tells of each when it is whole. */
export class AnswerReader {
  #rest: Buffer = Buffer.alloc(0);
  #status = 0;
  #bytes = 0;
  /** Bytes of body still to come; null while a head is read; -1 in a chunked body. */
  #missing: number | null = null;

  constructor(private readonly arrived: (arrival: Arrival) => void) {}

  push(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#step());
  }

  #step(): boolean {
    if (this.#missing === null) return this.#head();
    if (this.#missing < 0) return this.#chunk();
    const taken = Math.min(this.#missing, this.#rest.length);
    this.#take(taken);
    this.#missing -= taken;
    if (this.#missing > 0) return false;
    return this.#finish();
  }

  #head(): boolean {
    const end = this.#rest.indexOf(HEAD_END);
    if (end < 0) return false;
    const head = this.#rest.toString('latin1', 0, end);
    this.#status = Number(head.slice(9, 12));
    this.#take(end + HEAD_END.length);
    const length = /\ncontent-length: *(\d+)/i.exec(head)?.[1];
    const chunked = /\ntransfer-encoding: *chunked/i.test(head);
    this.#missing = this.#status === 304 ? 0 : chunked ? -1 : Number(length ?? 0);
    return true;
  }

  #chunk(): boolean {
    const line = this.#rest.indexOf('\r\n');
    if (line < 0) return false;
    const size = Number.parseInt(this.#rest.toString('latin1', 0, line), 16);
    const whole = line + 2 + size + 2;
    if (this.#rest.length < whole) return false;
    this.#take(whole);
    return size === 0 ? this.#finish() : true;
  }

  #take(count: number): void {
    this.#bytes += count;
    this.#rest = this.#rest.subarray(count);
  }

  #finish(): boolean {
    const arrival = { status: this.#status, bytes: this.#bytes };
    this.#missing = null;
    this.#bytes = 0;
    this.arrived(arrival);
    return this.#rest.length > 0;
  }
}
