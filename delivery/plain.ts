import type { RenderedAnswer } from './answer';
import type { Refusal } from './target';

/** A short answer of our own in plain text. */
export function plainAnswer(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): RenderedAnswer {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
    body: Buffer.from(`${text}\n`),
  };
}

/** For a target that has another spelling. */
export function redirectAnswer(location: string): RenderedAnswer {
  return plainAnswer(308, `This page is at ${location}`, { location });
}

const reasons: Readonly<Record<Refusal, string>> = {
  400: 'This address is malformed.',
  405: 'Only GET and HEAD are understood here.',
  414: 'This address is too long.',
};

/** For a target that is refused. */
export function refusalAnswer(
  status: Refusal,
  headers?: Readonly<Record<string, string>>,
): RenderedAnswer {
  return plainAnswer(status, reasons[status], headers);
}
