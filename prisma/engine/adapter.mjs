import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** Postgres's one-byte type "char", which its catalogues use and @prisma/adapter-pg cannot read. */
const CHAR_OID = 18;

/**
 * The parts of a connection URL as pg understands them. Separate fields, because PrismaPg opens
 * its shadow database by changing `database`, and a connection string would win over that.
 * @param {string} url
 */
export function connectionFields(url) {
  const { connectionParameters } = new pg.Client({ connectionString: url });
  const { host, port, user, password, database, ssl } = connectionParameters;
  return { host, port, user, password, database, ssl };
}

/** The PrismaPg factory, made fit for what the schema engine asks of it. */
export class MigrationAdapterFactory {
  provider = 'postgres';
  adapterName = '@prisma/adapter-pg';
  #shadows = new Set();
  #config;
  #options;

  /**
   * @param {string} url
   * @param {(work: () => Promise<unknown>) => Promise<any>} track is given every call to the driver
   */
  constructor(url, track) {
    const schema = new URL(url).searchParams.get('schema') ?? 'public';
    this.#config = { ...connectionFields(url), options: `-c search_path="${schema}"` };
    this.#options = { schema };
    this.track = track;
  }

  async connect() {
    return this.#open(this.#config.database);
  }

  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    await this.#administer(`CREATE DATABASE "${database}"`);
    this.#shadows.add(database);
    const adapter = await this.#open(database);
    const close = adapter.dispose;
    adapter.dispose = async () => {
      await close();
      await this.#drop(database);
    };
    return adapter;
  }

  /** Drops the shadow databases of requests that failed or were cut short. */
  async dropShadows() {
    await Promise.all([...this.#shadows].map((database) => this.#drop(database)));
  }

  async #open(database) {
    const adapter = await new PrismaPg({ ...this.#config, database }, this.#options).connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = (level) => this.track(async () => this.#prepare(await start(level)));
    adapter.executeScript = (script) => this.track(() => runScript(adapter, script));
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = () => this.track(dispose);
    return this.#prepare(adapter);
  }

  #prepare(queryable) {
    const { executeRaw } = queryable;
    queryable.queryRaw = (query) => this.track(() => queryWithChars(queryable, query));
    queryable.executeRaw = (query) => this.track(() => executeRaw.call(queryable, query));
    return queryable;
  }

  async #drop(database) {
    if (!this.#shadows.delete(database)) return;
    await this.#administer(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
  }

  async #administer(sql) {
    const adapter = await new PrismaPg(this.#config).connect();
    try {
      await adapter.executeRaw({ sql, args: [], argTypes: [] });
    } finally {
      await adapter.dispose();
    }
  }
}

/**
 * PrismaPg cuts a script at every semicolon, those in function bodies and strings included.
 * Postgres takes the script whole.
 */
async function runScript(adapter, script) {
  try {
    await adapter.underlyingDriver().query(script);
  } catch (error) {
    adapter.onError(error);
  }
}

/** Runs a query whose columns may be of type "char": they are reported as single characters. */
async function queryWithChars(queryable, query) {
  const chars = [];
  const reader = Object.create(queryable, {
    performIO: {
      value: async (request) => {
        const result = await queryable.performIO(request);
        result.fields.forEach((field, index) => {
          if (field.dataTypeID !== CHAR_OID) return;
          chars.push(index);
          field.dataTypeID = pg.types.builtins.TEXT;
        });
        return result;
      },
    },
  });
  const answer = await Object.getPrototypeOf(queryable).queryRaw.call(reader, query);
  for (const index of chars) answer.columnTypes[index] = ColumnTypeEnum.Character;
  return answer;
}
