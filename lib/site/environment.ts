import { z } from 'zod';
import { AI_POLICIES, type AiPolicy } from './ai-crawlers';

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
});

/**
 * Checks the settings found in `variables`; one that is empty counts as absent.
 * Throws EnvironmentProblem, and never repeats the value of DATABASE_URL, which holds a password.
 */
export function parseEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Environment {
  const given = Object.keys(schema.shape).flatMap((name) => {
    const value = variables[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  const result = schema.safeParse(Object.fromEntries(given));
  if (!result.success) throw new EnvironmentProblem(describe(result.error, new Map(given)));
  const { PORT, HOST, SITE_URL, DATABASE_URL, CONTENT_DIR, ...others } = result.data;
  return {
    port: PORT,
    host: HOST,
    siteUrl: SITE_URL ?? `http://localhost:${PORT}`,
    databaseUrl: DATABASE_URL ?? null,
    contentDir: CONTENT_DIR,
    cacheMegabytes: others.DELIVERY_CACHE_MB,
    log: others.DELIVERY_LOG,
    aiPolicy: others.AI_CRAWLERS,
    styleGuide: others.PRISM_STYLEGUIDE === '1',
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
      const value = name === 'DATABASE_URL' ? '' : ` (it is "${given.get(name)}")`;
      return `${name} ${message}${value}`;
    })
    .join('; ');
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
}

function isPostgresUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '';
}
