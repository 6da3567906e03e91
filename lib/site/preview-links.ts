import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Links to stories that nobody else can see: `{id}-{end}-{signature}`, of which the end is in seconds
 * since 1970 in base 36, and the signature the first 128 bits of an HMAC (RFC 2104) with SHA-256, in
 * hexadecimal digits. All in lower case, as paths are.
 */

/** Where a preview is shown; the token stands behind it. */
export const PREVIEW = '/preview/';

const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-z]{1,9})-([0-9a-f]{32})$/;

/** @param id of the story @param ends instant from which the link leads nowhere */
export function previewPath(key: Buffer, id: string, ends: Date): string {
  const end = Math.ceil(ends.getTime() / 1000).toString(36);
  return `${PREVIEW}${id}-${end}-${sign(key, `${id}-${end}`)}`;
}

export type PreviewTicket = Readonly<{ id: string; ends: Date }>;

/**
 * What a token is a ticket for; null for one that was never given out, or has ended. Takes as long
 * for every token, so that none can be guessed bit by bit.
 */
export function readPreviewToken(key: Buffer, token: string, now: Date): PreviewTicket | null {
  const [, id = '', end = '', signature = ''] = TOKEN.exec(token) ?? [];
  const ends = new Date(Number.parseInt(end || '0', 36) * 1000);
  const isSigned = isSame(signature, sign(key, `${id}-${end}`));
  const isCurrent = ends > now;
  return isSigned && isCurrent ? { id, ends } : null;
}

function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex').slice(0, 32);
}

/** Of hashes, which have one length. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
