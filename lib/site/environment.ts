import { z } from 'zod';
import { AI_POLICIES, type AiPolicy } from './ai-crawlers';
import { isNetwork } from './networks';
import { isOrigin, isPostgresUrl, isPushTarget } from './urls';

/** The operators' settings, checked. */
export type Environment = Readonly<{
  /** TCP port readers are served on. */
  port: number;
  /** Address listened on; every IPv4 interface unless told otherwise. */
  host: string;
  /** Absolute origin of canonical URLs, feeds and sitemaps, without a trailing slash. */
  siteUrl: string;
  /** Null: the embedded Postgres under `.data/`. */
  databaseUrl: string | null;
  /** Folder of the editors' files, relative to the checkout or absolute. */
  contentDir: string;
  /** Memory for kept pages, in megabytes (2^20 bytes). */
  cacheMegabytes: number;
  /** What is written to the log: noteworthy events, or every request as well. */
  log: 'events' | 'requests';
  /** What robots.txt says to AI crawlers. */
  aiPolicy: AiPolicy;
  /** Whether /styleguide is open to readers; in development it always is. */
  styleGuide: boolean;
  /** Signs links to previews, 64 hexadecimal digits; null: a file under `.data/` holds a key. */
  previewKey: string | null;
  /** What search engines are told of changed stories with; null: they are told nothing. */
  indexNow: Readonly<{ key: string; endpoint: string }> | null;
  /** WebSub hubs that are told of changed feeds; feeds name them. */
  hubs: readonly string[];
  /** Searches a minute that are rendered: for one client, and for all together. */
  searches: Readonly<{ perClient: number; inAll: number }>;
  /** Addresses and networks of the proxies that say truly for whom they ask. */
  trustedProxies: readonly string[];
}>;

/** A setting with a bad value. The message is one line, for the operator. */
export class EnvironmentProblem extends Error {
  override name = 'EnvironmentProblem';
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 1 to 65535')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, 'must be a port number from 1 to 65535');

const host = z.string().regex(/^[\w.:-]+$/, 'must be a host name or an IP address');

const siteUrl = z
  .string()
  .refine(isOrigin, 'must be an origin such as https://news.example, with no path')
  .transform((value) => new URL(value).origin);

const databaseUrl = z
  .string()
  .refine(
    isPostgresUrl,
    'must be a URL such as postgresql://user:password@host:5432/database (special characters percent-encoded)',
  );

const megabytes = z
  .string()
  .regex(/^\d{1,6}$/, 'must be a number of megabytes, 8 or more')
  .transform(Number)
  .refine((value) => value >= 8, 'must be a number of megabytes, 8 or more');

const indexNowKey = z
  .string()
  .regex(/^[a-zA-Z0-9-]{8,128}$/, 'must be 8 to 128 letters of a to z, digits and hyphens');

const previewSecret = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits, such as “openssl rand -hex 32” prints');

const PUSH_TARGET =
  'must be a URL such as https://hub.example/, with https (or http on this machine), no password and no fragment';

const endpoint = z
  .string()
  .refine(isPushTarget, PUSH_TARGET)
  .transform((value) => new URL(value).href);

const hubs = z
  .string()
  .transform((value) => value.split(',').map((url) => url.trim()))
  .refine(
    (urls) => urls.every(isPushTarget),
    `must be URLs with commas between them; each ${PUSH_TARGET}`,
  )
  .transform((urls) => [...new Set(urls.map((url) => new URL(url).href))]);

const PER_MINUTE = 'must be a number of searches a minute, from 1 to 100000';

const perMinute = z
  .string()
  .regex(/^\d{1,6}$/, PER_MINUTE)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 100_000, PER_MINUTE);

const proxies = z
  .string()
  .transform((value) => value.split(',').map((proxy) => proxy.trim()))
  .refine(
    (list) => list.every(isNetwork),
    'must be IP addresses or networks such as 10.0.0.0/8, with commas between them',
  );

const schema = z.object({
  PORT: port.default(3000),
  HOST: host.default('0.0.0.0'),
  SITE_URL: siteUrl.optional(),
  DATABASE_URL: databaseUrl.optional(),
  CONTENT_DIR: z.string().default('content'),
  DELIVERY_CACHE_MB: megabytes.default(64),
  DELIVERY_LOG: z.enum(['events', 'requests'], 'must be events or requests').default('events'),
  AI_CRAWLERS: z.enum(AI_POLICIES, 'must be allow, search-only or deny').default('search-only'),
  PRISM_STYLEGUIDE: z.enum(['0', '1'], 'must be 1 or 0').default('0'),
  PREVIEW_KEY: previewSecret.optional(),
  INDEXNOW_KEY: indexNowKey.optional(),
  INDEXNOW_ENDPOINT: endpoint.default('https://api.indexnow.org/indexnow'),
  WEBSUB_HUBS: hubs.default([]),
  SEARCHES_PER_CLIENT: perMinute.default(30),
  SEARCHES_IN_ALL: perMinute.default(600),
  // A proxy on the same machine: nobody else reaches us from there.
  TRUSTED_PROXIES: proxies.default(['127.0.0.0/8', '::1']),
});

/** What is told to others must be an address that they can read. */
const wholeSchema = schema.superRefine(({ SITE_URL, INDEXNOW_KEY, WEBSUB_HUBS }, context) => {
  const telling = INDEXNOW_KEY === undefined ? 'WEBSUB_HUBS' : 'INDEXNOW_KEY';
  if (SITE_URL !== undefined || (INDEXNOW_KEY === undefined && WEBSUB_HUBS.length === 0)) return;
  context.addIssue({
    code: 'custom',
    path: ['SITE_URL'],
    message: `must be set when ${telling} is: it is the address that others are told`,
  });
});

/**
 * Checks the settings found in `variables`; one that is empty counts as absent.
 * Throws EnvironmentProblem, and never repeats what may hold a password.
 */
export function parseEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Environment {
  const given = Object.keys(schema.shape).flatMap((name) => {
    const value = variables[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  const result = wholeSchema.safeParse(Object.fromEntries(given));
  if (!result.success) throw new EnvironmentProblem(describe(result.error, new Map(given)));
  const { PORT, HOST, SITE_URL, DATABASE_URL, CONTENT_DIR, ...others } = result.data;
  const { INDEXNOW_KEY: key, INDEXNOW_ENDPOINT: endpoint } = others;
  return {
    port: PORT,
    host: HOST,
    siteUrl: SITE_URL ?? `http://localhost:${PORT}`,
    databaseUrl: DATABASE_URL ?? null,
    contentDir: CONTENT_DIR,
    cacheMegabytes: others.DELIVERY_CACHE_MB,
    log: others.DELIVERY_LOG,
    aiPolicy: others.AI_CRAWLERS,
    previewKey: others.PREVIEW_KEY ?? null,
    styleGuide: others.PRISM_STYLEGUIDE === '1',
    indexNow: key === undefined ? null : { key, endpoint },
    hubs: others.WEBSUB_HUBS,
    searches: { perClient: others.SEARCHES_PER_CLIENT, inAll: others.SEARCHES_IN_ALL },
    trustedProxies: others.TRUSTED_PROXIES,
  };
}

let parsed: Environment | undefined;

/** The settings of this process, parsed at the first call. Throws EnvironmentProblem. */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}

function describe(error: z.ZodError, given: ReadonlyMap<string, string>): string {
  return error.issues
    .map(({ path, message }) => {
      const name = String(path[0]);
      const value = given.get(name);
      const isShown = value !== undefined && !SECRET.has(name) && !value.includes('@');
      return `${name} ${message}${isShown ? ` (it is "${value}")` : ''}`;
    })
    .join('; ');
}

/** Hold a password, or what was pasted in a password's place. */
const SECRET: ReadonlySet<string> = new Set(['DATABASE_URL', 'INDEXNOW_KEY', 'PREVIEW_KEY']);
