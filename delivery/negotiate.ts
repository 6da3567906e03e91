import Negotiator from 'negotiator';
import type { Coding } from './answer';

/** Best first among those that a reader likes equally: brotli is the smallest of text. */
const PREFERRED: readonly Coding[] = ['br', 'zstd', 'gzip', 'identity'];

/** Decisions by header value. Browsers send a handful; the rest must not fill the memory. */
const decided = new Map<string, readonly Coding[]>();
const MOST_DECIDED = 256;
const LONGEST_DECIDED = 128;

/**
 * The coding to answer in, of those that `bodies` holds. Without the header, identity: all codings
 * would be allowed, but who does not name any can seldom read one. Where nothing kept is acceptable
 * (`identity;q=0`), the header is disregarded and identity sent: RFC 9110, 12.4.1 and 12.5.3 leave
 * that choice, and a page that may be readable serves better than a 406.
 */
export function chooseCoding(
  acceptEncoding: string | undefined,
  bodies: Readonly<Partial<Record<Coding, unknown>>>,
): Coding {
  if (acceptEncoding === undefined) return 'identity';
  for (const coding of acceptable(acceptEncoding)) {
    if (bodies[coding] !== undefined) return coding;
  }
  return 'identity';
}

function acceptable(header: string): readonly Coding[] {
  const known = decided.get(header);
  if (known !== undefined) return known;
  const codings = preferencesIn(header);
  if (header.length <= LONGEST_DECIDED) {
    if (decided.size >= MOST_DECIDED) decided.clear();
    decided.set(header, codings);
  }
  return codings;
}

function preferencesIn(header: string): readonly Coding[] {
  // The types of negotiator lag behind: they lack the second argument.
  const negotiator: PreferringNegotiator = new Negotiator({
    headers: { 'accept-encoding': header },
  });
  return negotiator.encodings(PREFERRED, { preferred: PREFERRED }).filter(isCoding);
}

type PreferringNegotiator = Readonly<{
  encodings: (
    available: readonly string[],
    options: Readonly<{ preferred: readonly string[] }>,
  ) => string[];
}>;

function isCoding(name: string): name is Coding {
  return (PREFERRED as readonly string[]).includes(name);
}
