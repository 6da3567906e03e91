import { createHash } from 'node:crypto';
import type { StrippedPage } from './strip';

/** What a page brings along in its own text. */
export type Inlined = Pick<StrippedPage, 'styles' | 'scripts'>;

/**
 * The Content-Security-Policy of a page: nothing from anywhere, but pictures, fonts, forms and the
 * manifest of the site itself, the icon that is in its own address, and the very styles and scripts that stand in it, by hash. Style
 * attributes are refused with the rest. The page may not be framed, nor change its base. Nothing in a
 * page connects to anything; Lighthouse asks for `robots.txt` in its name, and counts a refusal.
 */
export function contentSecurityPolicy({ styles, scripts }: Inlined, https: boolean): string {
  return [
    "default-src 'none'",
    `script-src ${sourcesOf(scripts)}`,
    `style-src ${sourcesOf(styles)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

function sourcesOf(texts: readonly string[]): string {
  if (texts.length === 0) return "'none'";
  return [...new Set(texts.map(hashSource))].join(' ');
}

/** A browser normalizes line ends before it hashes (HTML, 13.2.3.5). */
function hashSource(text: string): string {
  const hash = createHash('sha256').update(text.replace(/\r\n?/g, '\n'));
  return `'sha256-${hash.digest('base64')}'`;
}

/** Doors of the browser that a newspaper never opens, for itself or anyone in it. */
const CLOSED_FEATURES = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'usb', 'xr-spatial-tracking'],
];

/** The same for every answer. */
export const PERMISSIONS_POLICY = CLOSED_FEATURES.map((feature) => `${feature}=()`).join(', ');

/** A year, as browsers' preload lists ask; subdomains are not ours to decide about. */
export const STRICT_TRANSPORT_SECURITY = 'max-age=31536000';
