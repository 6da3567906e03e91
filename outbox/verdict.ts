import type { PushTarget } from '@/lib/site/push-targets';
import { keyFilePath } from '@/lib/text/key-file';
import { parseRetryAfter } from './back-off';
import type { Answer } from './post';

/** What an answer means: it is done, it may pass, or somebody has to mend something. */
export type Verdict =
  | Readonly<{ kind: 'sent' }>
  /** @param after seconds that the host asks for; null: none */
  | Readonly<{ kind: 'later'; failure: string; after: number | null }>
  | Readonly<{ kind: 'refused'; failure: string }>;

export function judge(target: PushTarget, siteUrl: string, answer: Answer, now: Date): Verdict {
  if ('failure' in answer) return { kind: 'later', failure: answer.failure, after: null };
  const { status, retryAfter } = answer;
  if (isSuccess(target.protocol, status)) return { kind: 'sent' };
  if (isPassing(status)) {
    return { kind: 'later', failure: `${status}`, after: parseRetryAfter(retryAfter, now) };
  }
  return { kind: 'refused', failure: `${status}: ${remedy(target, siteUrl, answer)}` };
}

/** IndexNow's 202 says that the key will be looked at. */
function isSuccess(protocol: PushTarget['protocol'], status: number): boolean {
  return protocol === 'indexnow' ? status === 200 || status === 202 : status >= 200 && status < 300;
}

function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** What an operator can do about it. */
function remedy(
  target: PushTarget,
  siteUrl: string,
  { status, location }: Extract<Answer, { status: number }>,
): string {
  const setting = target.protocol === 'indexnow' ? 'INDEXNOW_ENDPOINT' : 'WEBSUB_HUBS';
  if (status >= 300 && status < 400) {
    return `it points to ${printable(location)}; if that is right, write that address into ${setting}`;
  }
  if (target.protocol === 'websub') {
    return `see that ${setting} names the hub’s address, and that the hub takes ${siteUrl}`;
  }
  switch (status) {
    case 403:
      return `the key was not accepted; see that ${siteUrl}${keyFilePath(target.key)} can be read by everybody and answers with INDEXNOW_KEY`;
    case 422:
      return `the addresses do not fit the key; see that SITE_URL (${siteUrl}) is the address that readers use`;
    default:
      return `see that ${setting} is the address of an IndexNow endpoint`;
  }
}

/** What a stranger wrote, on one line of a terminal. */
function printable(location: string | null): string {
  return location === null ? 'no address' : location.replace(/[^!-~]/g, '').slice(0, 200);
}
