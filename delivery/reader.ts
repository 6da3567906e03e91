import type { IncomingMessage } from 'node:http';

/**
 * Whether a request is a reader who opens a page, as far as requests tell: a browser that asks for a
 * document, and not ahead of a click that may never come (`Sec-Purpose`, its forerunner `Purpose`).
 */
export function isReading({
  method,
  headers,
}: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  return (
    method === 'GET' &&
    (headers['sec-fetch-dest'] ?? 'document') === 'document' &&
    !isAhead(headers['sec-purpose']) &&
    !isAhead(headers.purpose) &&
    isBrowser(headers['user-agent'] ?? '')
  );
}

function isAhead(purpose: string | string[] | undefined): boolean {
  return purpose !== undefined && `${purpose}`.includes('prefetch');
}

/** What every browser begins with, old phones' Opera Mini and those that show text included. */
const BROWSER = /^(?:Mozilla|Opera|Lynx|Links|ELinks|w3m)\b/;

/**
 * What programs say of themselves: a name for what they do, or where to complain. Telephones of the
 * make Cubot are no robots. Browsers have not been `compatible;` since Internet Explorer 10.
 */
const PROGRAM = /(?<!cu)bot|crawl|spider|slurp|preview|headless|lighthouse|compatible;|https?:/i;

/** Who pretends to be a browser is taken for one: to find out would take watching readers. */
function isBrowser(userAgent: string): boolean {
  return BROWSER.test(userAgent) && !PROGRAM.test(userAgent);
}
