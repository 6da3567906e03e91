import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { Coding, KeptAnswer } from './answer';

export type Bodies = KeptAnswer['bodies'];

/**
 * `quick` is for the first reader of a page, who waits; `best` for all who come later. Of a story of
 * 40 KB, brotli makes 10.3 KB in 1 to 2 ms or 9.3 KB in 50 to 80 ms.
 */
export type Effort = 'quick' | 'best';

/**
 * Above this there is but the quick effort, in bytes. The best takes a second of a processor for each
 * megabyte, to make a tenth less of it: of a sitemap of 0.7 MB, 93 KB in place of 104 KB.
 */
export const LARGEST_IMPROVED = 200_000;

/** Below this a coding saves less than its header costs. In bytes. */
const SMALLEST = 200;

const TEXT =
  /^(?:text\/|image\/svg\+xml|application\/(?:[\w.-]+\+)?(?:json|xml)|[\w/-]+javascript)/i;

type Compressor = (body: Buffer, effort: Effort) => Promise<Buffer>;

const brotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliCompress);
const gzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gzip);

const compressors: Partial<Record<Coding, Compressor>> = {
  br: (body, effort) =>
    brotli(body, {
      params: {
        [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
        [zlib.constants.BROTLI_PARAM_QUALITY]: effort === 'best' ? 11 : 7,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
      },
    }),
  gzip: (body) => gzip(body, { level: 9 }),
  ...zstd(),
};

/** Whether the best effort would make less of them than the quick one. */
export function isImprovable({ identity, ...coded }: Bodies): boolean {
  return Object.keys(coded).length > 0 && identity.byteLength <= LARGEST_IMPROVED;
}

export function isCompressible(contentType: string): boolean {
  return TEXT.test(contentType);
}

/** A body in every coding that makes it smaller; all at the same time, off the event loop. */
export async function compress(
  identity: Buffer,
  contentType: string,
  effort: Effort,
): Promise<Bodies> {
  if (identity.byteLength < SMALLEST || !isCompressible(contentType)) return { identity };
  const spent = identity.byteLength > LARGEST_IMPROVED ? 'quick' : effort;
  const coded = await Promise.all(
    Object.entries(compressors).map(
      async ([coding, compressor]) => [coding, trimmed(await compressor(identity, spent))] as const,
    ),
  );
  const smaller = coded.filter(([, body]) => body.byteLength < identity.byteLength);
  return { ...Object.fromEntries(smaller), identity };
}

/** Brotli answers with a part of a buffer of 16 KB, all of which would be kept. */
function trimmed(body: Buffer): Buffer {
  if (body.buffer.byteLength === body.byteLength) return body;
  const own = Buffer.allocUnsafeSlow(body.byteLength);
  body.copy(own);
  return own;
}

/** Node has it since 22.15, and its types for Node 20 do not know of it. */
function zstd(): Partial<Record<Coding, Compressor>> {
  const { zstdCompress, constants } = zlib as typeof zlib & Zstd;
  if (zstdCompress === undefined) return {};
  const compressZstd = promisify(zstdCompress);
  return {
    zstd: (body, effort) =>
      compressZstd(body, {
        params: { [constants.ZSTD_c_compressionLevel]: effort === 'best' ? 19 : 3 },
      }),
  };
}

type Zstd = {
  zstdCompress?: (
    body: Buffer,
    options: Readonly<{ params: Readonly<Record<number, number>> }>,
    done: (error: Error | null, body: Buffer) => void,
  ) => void;
  constants: { ZSTD_c_compressionLevel: number };
};
