import type { RenderedAnswer } from './answer';
import { keyHeaders } from './keys';
import { isPreview, lifetimeOf } from './lifetime';
import {
  contentSecurityPolicy,
  type Inlined,
  PERMISSIONS_POLICY,
  STRICT_TRANSPORT_SECURITY,
} from './policy';
import { speculationRules } from './speculation';

/** Headers of the renderer that reach readers. What is not named here, a cookie above all, does not. */
const PASSED_ON = [
  ...['content-type', 'content-language', 'content-disposition', 'last-modified', 'location'],
  ...['retry-after', 'allow', 'x-robots-tag'],
];

export type HeaderFacts = Readonly<{
  key: string;
  rendered: Pick<RenderedAnswer, 'status' | 'headers'>;
  /** What the page shows. */
  keys: readonly string[];
  /** Null where the answer is no HTML. */
  page: (Inlined & Readonly<{ fonts: readonly string[] }>) | null;
  /** Whether readers reach the site by https. */
  https: boolean;
}>;

/** Every header of an answer that does not depend on the request. Names in lower case. */
export function headersFor(facts: HeaderFacts): Record<string, string> {
  const { key, rendered, keys, page, https } = facts;
  return {
    ...passedOn(rendered.headers),
    'cache-control': lifetimeOf(key, rendered.status, keys).cacheControl,
    vary: 'Accept-Encoding',
    ...keyHeaders(keys),
    // A font with its headers fits into one flight of TCP.
    ...(isFont(rendered.headers)
      ? {}
      : {
          'content-security-policy': contentSecurityPolicy(
            page ?? { styles: [], scripts: [] },
            https,
          ),
        }),
    ...(https ? { 'strict-transport-security': STRICT_TRANSPORT_SECURITY } : {}),
    'x-content-type-options': 'nosniff',
    ...(page === null ? {} : FOR_DOCUMENTS),
    ...(isPreview(key) ? FOR_PREVIEWS : {}),
    'cross-origin-resource-policy': isForOthers(rendered.headers) ? 'cross-origin' : 'same-origin',
    ...(page ? {} : ownLinks(rendered.headers)),
    ...(page && rendered.status === 200 ? hints(page.fonts) : {}),
  };
}

/** Read by browsers in what they open as a page, and in nothing else. */
const FOR_DOCUMENTS = {
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': PERMISSIONS_POLICY,
  'cross-origin-opener-policy': 'same-origin',
};

/** The address is what lets somebody in: it is told to nobody. */
const FOR_PREVIEWS = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' };

function passedOn(headers: RenderedAnswer['headers']): Record<string, string> {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What a document says of itself; of a page the framework says what its scripts would need. */
function ownLinks({ link }: RenderedAnswer['headers']): Record<string, string> {
  return link === undefined ? {} : { link };
}

/** Nothing can run in one, nor can it be opened. */
function isFont(headers: RenderedAnswer['headers']): boolean {
  return (headers['content-type'] ?? '').startsWith('font/');
}

/** Pictures and feeds are made to be shown elsewhere. */
function isForOthers(headers: RenderedAnswer['headers']): boolean {
  return /^(?:image\/|(?:application|text)\/(?:[\w.-]+\+)?(?:xml|json))/.test(
    headers['content-type'] ?? '',
  );
}

/** The fonts' hints are in the page as well: here for those who send them on ahead of it (103). */
function hints(fonts: readonly string[]): Record<string, string> {
  const links = fonts.map(
    (font) => `<${font}>; rel=preload; as=font; type="font/woff2"; crossorigin; fetchpriority=low`,
  );
  return {
    ...(links.length > 0 ? { link: links.join(', ') } : {}),
    'speculation-rules': speculationRules,
  };
}
