import { z } from 'zod';

/** What a load client is told to do. Every load is bounded in time and in connections. */
export const orderSchema = z.object({
  /** Of 127.0.0.1: nothing else is ever put under load. */
  port: z.number().int(),
  paths: z.array(z.string()).min(1),
  /** Each path is asked for once; otherwise the first is asked for again and again. */
  once: z.boolean().default(false),
  headers: z.record(z.string(), z.string()).default({}),
  /** Milliseconds that each connection rests between an answer and its next request. */
  pause: z.number().default(0),
  /**
   * Whether to go before all else on the machine, where that is allowed: so that an answer is not
   * said to be late when it was the client that had to wait for a processor.
   */
  first: z.boolean().default(false),
  connections: z.number().int().min(1).max(256),
  seconds: z.number().positive().max(60),
});
export type LoadOrder = z.infer<typeof orderSchema>;

export const reportSchema = z.object({
  requests: z.number(),
  seconds: z.number(),
  /** How many answers had which status. */
  statuses: z.record(z.string(), z.number()),
  /** Connections that broke. */
  failures: z.number(),
  bytes: z.number(),
  /** Milliseconds. */
  p50: z.number(),
  p99: z.number(),
});
export type LoadReport = z.infer<typeof reportSchema>;
