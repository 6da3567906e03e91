/** The two shapes that travel through delivery: what the renderer gave, and what is kept of it. */

/** The content codings that bodies are kept in; `identity` is always there (RFC 9110, 8.4.1). */
export type Coding = 'identity' | 'gzip' | 'br' | 'zstd';

/** One answer of the renderer, whole. Header names are in lower case. */
export type RenderedAnswer = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}>;

/** An answer ready to be sent again and again: stripped, compressed, its headers chosen. */
export type KeptAnswer = Readonly<{
  status: number;
  /** All but Content-Length, Content-Encoding, ETag, Age and Date, which are of one sending. */
  headers: Readonly<Record<string, string>>;
  bodies: Readonly<Partial<Record<Coding, Buffer>> & { identity: Buffer }>;
  /** Strong, quoted; one for each coding, since the bytes differ (RFC 9110, 8.8.3.3). */
  etags: Readonly<Partial<Record<Coding, string>> & { identity: string }>;
  /** The content's own, not the rendering's; null where the page has none. */
  lastModified: Date | null;
  /** What the page shows: `article:<id>`, `tag:<slug>`, `section:<slug>`, `front`, … */
  keys: readonly string[];
  /** Id of the story that this page is; null for all else. */
  story: string | null;
  /** Milliseconds that it may be served without asking the renderer again. */
  freshFor: number;
  /** All bodies together, in bytes: what it costs to keep. */
  size: number;
}>;
