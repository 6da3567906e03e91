import type { TestProject } from 'vitest/node';
import { seed } from '../prepare';
import { beginTestRun, type TestRun } from './test-run';

let run: TestRun | undefined;

declare module 'vitest' {
  interface ProvidedContext {
    /** Where databases are made, what from, and how their names begin. */
    published: Readonly<{ url: string; template: string; prefix: string }>;
  }
}

/** Vitest's global set-up for tests that start sites: the paper is published once, then copied. */
export async function setup(project: TestProject): Promise<void> {
  run = await beginTestRun();
  const databaseUrl = await run.createDatabase('published');
  await seed({ env: { DATABASE_URL: databaseUrl } });
  const { url, prefix } = run;
  project.provide('published', { url, template: `${prefix}_published`, prefix });
}

export async function teardown(): Promise<void> {
  await run?.close();
}
