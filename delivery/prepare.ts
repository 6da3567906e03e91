import { createHash } from 'node:crypto';
import type { Environment } from '@/lib/site/environment';
import { storyOf } from '@/lib/text/page-keys';
import type { KeptAnswer, RenderedAnswer } from './answer';
import { type Bodies, compress, type Effort } from './compress';
import { headersFor } from './headers';
import { parseKeys } from './keys';
import { lifetimeOf } from './lifetime';
import { redirectAnswer } from './plain';
import { type StrippedPage, stripPage } from './strip';
import type { Stylesheets } from './stylesheets';

export type PrepareSettings = Pick<Environment, 'siteUrl'> &
  Readonly<{
    /** Of compression; the best unless told otherwise. */
    effort?: Effort;
    /** Those that pages link to; without them links stay. */
    stylesheets?: Stylesheets;
  }>;

/**
 * Makes an answer ready to be sent again and again under `key`: HTML loses the framework's scripts,
 * headers are chosen, the body is compressed. The renderer's body must carry no content coding.
 */
export async function prepareAnswer(
  rendered: RenderedAnswer,
  key: string,
  { siteUrl, effort = 'best', stylesheets }: PrepareSettings,
): Promise<KeptAnswer> {
  const { status, headers, body } = withoutLongRedirect(rendered);
  const contentType = headers['content-type'] ?? '';
  const page = contentType.startsWith('text/html')
    ? await strip(body.toString(), stylesheets)
    : null;
  const keys = parseKeys(headers['x-prism-keys']);
  const bodies = await compress(page ? Buffer.from(page.html) : body, contentType, effort);
  return {
    status,
    headers: headersFor({
      key,
      rendered: { status, headers },
      keys,
      page,
      https: siteUrl.startsWith('https:'),
    }),
    ...sealed(bodies),
    lastModified: parseDate(headers['last-modified']),
    keys,
    story: page !== null && status === 200 ? storyOf(keys) : null,
    freshFor: lifetimeOf(key, status, keys).freshFor,
  };
}

/** Pages of one build share a style sheet: all but the first find it at hand. */
async function strip(html: string, stylesheets?: Stylesheets): Promise<StrippedPage> {
  const page = stripPage(html, stylesheets?.known);
  if (stylesheets === undefined || page.linked.length === 0) return page;
  await stylesheets.load(page.linked);
  return stripPage(html, stylesheets.known);
}

/** The same answer, compressed as well as can be: for one that was made in haste. */
export async function improveAnswer(kept: KeptAnswer): Promise<KeptAnswer> {
  const { identity } = kept.bodies;
  return {
    ...kept,
    ...sealed(await compress(identity, kept.headers['content-type'] ?? '', 'best')),
  };
}

/**
 * A tag is made of the very bytes that are sent: so it is strong, differs by coding, and is the same
 * from every process that sends the same.
 */
function sealed(bodies: Bodies): Pick<KeptAnswer, 'bodies' | 'etags' | 'size'> {
  const { identity, ...coded } = bodies;
  const etags = Object.entries(coded).map(([coding, body]) => [coding, entityTag(body)]);
  const sizes = Object.values(bodies).map((body) => body.byteLength);
  return {
    bodies,
    etags: { ...Object.fromEntries(etags), identity: entityTag(identity) },
    size: sizes.reduce((sum, size) => sum + size, 0),
  };
}

/** 96 bits of SHA-256: enough that no two bodies of one address ever meet. */
function entityTag(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest().subarray(0, 12).toString('base64url')}"`;
}

/** The framework sends a redirect with a whole page of scripts behind it. */
function withoutLongRedirect(rendered: RenderedAnswer): RenderedAnswer {
  const { location } = rendered.headers;
  if (location === undefined || rendered.status < 300 || rendered.status > 399) return rendered;
  const short = redirectAnswer(location);
  return { ...short, status: rendered.status, headers: { ...rendered.headers, ...short.headers } };
}

function parseDate(value: string | undefined): Date | null {
  const date = new Date(value ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}
