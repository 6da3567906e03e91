import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const folder = path.dirname(
  createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
);

/** The commit the engine was built from: the last part of the package's version. */
export async function engineCommit() {
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  return version.replace(/^.*\./, '');
}

/**
 * Starts Prisma's schema engine, the WebAssembly build, over a driver adapter.
 * @param {import('./adapter.mjs').MigrationAdapterFactory} factory
 * @param {[string, string][] | undefined} datamodels [path, text] of the Prisma schema's files
 * @returns {Promise<Record<string, (params: unknown) => Promise<unknown>>>}
 */
export async function loadEngine(factory, datamodels) {
  const wasm = await readFile(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
  // The engine leaves its last words here before it traps.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (words) => process.stderr.write(`${words}\n`),
  };
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const silent = () => {};
  return bindings.SchemaEngine.new(
    { datamodels },
    silent,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}
