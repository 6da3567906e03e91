import type { TestProject } from 'vitest/node';
import { beginTestRun, type TestRun } from './test-run';

let run: TestRun | undefined;

/** Vitest's global set-up for tests that use lib/store/testing/test-database.ts. */
export async function setup(project: TestProject): Promise<void> {
  run = await beginTestRun();
  const { url, template, prefix } = run;
  project.provide('testServer', { url, template, prefix });
}

export async function teardown(): Promise<void> {
  await run?.close();
}
