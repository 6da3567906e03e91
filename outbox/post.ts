import type { Message } from './messages';

/** What came of a request: an answer, or in a few words why there was none. */
export type Answer =
  | Readonly<{ status: number; retryAfter: string | null; location: string | null }>
  | Readonly<{ failure: string }>;

export type PostOptions = Readonly<{
  userAgent: string;
  /** Milliseconds for the whole answer's head. */
  patience: number;
  /** Ends it; then it throws. */
  signal: AbortSignal;
}>;

/** Posts once. No redirect is followed: what we say is meant for this host alone. */
export async function post(
  url: string,
  { contentType, body }: Message,
  { userAgent, patience, signal }: PostOptions,
): Promise<Answer> {
  try {
    const {
      status,
      headers,
      body: answered,
    } = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': contentType, 'User-Agent': userAgent },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    await answered?.cancel();
    return { status, retryAfter: headers.get('retry-after'), location: headers.get('location') };
  } catch (error) {
    signal.throwIfAborted();
    return { failure: wordsFor(error, patience) };
  }
}

function wordsFor(error: unknown, patience: number): string {
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError') return `no answer within ${patience / 1_000} s`;
  const { cause } = error;
  return `no answer: ${cause instanceof Error && 'code' in cause ? cause.code : error.message}`;
}
