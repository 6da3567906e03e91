import type { Account } from './account';
import type { Cluster } from './cluster';

/**
 * The data directory as the server is told it. Another account may be unable to walk down to a
 * checkout that only its owner can read; it is set down in the directory instead, and on Linux
 * /proc/self/cwd names that place without a walk.
 */
export function dataArgument(directory: string, account: Account | null): string {
  return account !== null && process.platform === 'linux' ? '/proc/self/cwd' : directory;
}

/** What Postgres needs of our environment: none of the PG* variables, and messages in English. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, NODE_ENV } = process.env;
  return { PATH, SystemRoot, TEMP, NODE_ENV, LC_ALL: 'C', TZ: 'UTC' };
}

/** Settings given at every start, so that a release can change them. */
export function serverSettings(cluster: Cluster, port: number): readonly string[] {
  const settings: Record<string, string | number> = {
    ...always,
    ...(cluster.durable ? {} : hasty),
    port,
    'prism.directory': cluster.directory,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: 100,
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  // Solid-state disks, and queries too short to be worth compiling.
  random_page_cost: 1.1,
  jit: 'off',
  // A query of ours on several processors takes them from those who read kept pages.
  max_parallel_workers_per_gather: 0,
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_duration_statement: '1s',
  // A week of logs inside the data directory, overwritten as the week comes round.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: 0,
  log_truncate_on_rotation: 'on',
};

/** For clusters that may be lost. */
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
