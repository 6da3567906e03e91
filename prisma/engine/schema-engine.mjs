#!/usr/bin/env node
// Stands where the Prisma command line expects its native schema engine, which it would download
// at first use, and answers with the same engine in WebAssembly from npm. prisma.config.ts puts it
// there. The protocol is that of prisma-engines/schema-engine/cli: one JSON-RPC message a line.

import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { MigrationAdapterFactory } from './adapter.mjs';
import { runDatabaseCommand } from './database-commands.mjs';
import { engineCommit, loadEngine } from './load-engine.mjs';
import { Watch } from './watch.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
});

/** Where nothing is configured the engine still diffs and validates schemas; it dials nothing. */
const url = JSON.parse(values.datasource ?? '{}').url ?? 'postgresql://127.0.0.1:1/none';

if (values.version) {
  console.log(`schema-engine-cli ${await engineCommit()}`);
} else if (positionals[0] === 'cli') {
  const problem = await runDatabaseCommand(positionals[1], url);
  if (problem !== null) {
    log('INFO', { message: 'schema engine' });
    log('ERROR', problem);
    process.exitCode = 1;
  }
} else {
  await converse();
}

async function converse() {
  const watch = new Watch();
  const factory = new MigrationAdapterFactory(url, (work) => watch.track(work));
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => leave(factory));
  let engine;
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    if (request.method === undefined) continue;
    const answered = await watch.guard(async () => {
      engine ??= await loadEngine(factory, await datamodels());
      return answer(engine, request);
    });
    send({ id: request.id, jsonrpc: '2.0', ...answered });
  }
  await leave(factory);
}

async function answer(engine, { method, params }) {
  if (method === 'getDatabaseVersion') return { result: await engine.version(null) };
  if (method === 'createDatabase' || method === 'dropDatabase') {
    const command = method === 'createDatabase' ? 'create-database' : 'drop-database';
    const problem = await runDatabaseCommand(command, params?.datasource?.url ?? url);
    if (problem !== null) throw problem;
    return { result: { databaseName: new URL(url).pathname.slice(1) } };
  }
  if (typeof engine[method] !== 'function') throw new Error(`no method "${method}" here`);
  const result = await engine[method](params);
  if (method === 'diff') print(result?.stdout);
  return { result: result ?? {} };
}

/** The native engine has the command line print a diff; the WebAssembly one only returns it. */
function print(content) {
  if (!content) return;
  const params = { content: content.replace(/\n$/, '') };
  send({ id: 0, jsonrpc: '2.0', method: 'print', params });
}

async function datamodels() {
  const files = values.datamodels ?? [];
  if (files.length === 0) return undefined;
  return Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')]));
}

async function leave(factory) {
  await factory.dropShadows().catch((error) => log('ERROR', { message: error.message }));
  process.exit();
}

function send(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function log(level, fields) {
  const target = 'schema_engine::logger';
  process.stderr.write(`${JSON.stringify({ level, target, fields })}\n`);
}
