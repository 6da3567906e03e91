import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { testCluster } from './cluster';
import { acquire } from './lease';
import { freePort } from './port';
import { assertReachable } from './reachable';

async function complaint(url: string): Promise<string> {
  return assertReachable(url).then(
    () => 'none',
    (error: Error) => error.message,
  );
}

describe('a DATABASE_URL that cannot be used is told in one line without the password', () => {
  test('when nothing listens there', async () => {
    const port = await freePort();
    const line = await complaint(`postgresql://editor:secret@127.0.0.1:${port}/paper`);
    expect(line).toContain(`no Postgres answers at 127.0.0.1:${port} (`);
    expect(line).not.toMatch(/secret|\n/);
  });

  test('when the name is not known', async () => {
    const line = await complaint('postgresql://editor:secret@no-such-host.invalid:5432/paper');
    expect(line).toContain('no-such-host.invalid:5432');
    expect(line).not.toMatch(/secret|\n/);
  });

  test('when something else answers', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const line = await complaint(`postgresql://editor:secret@127.0.0.1:${port}/paper`);
    other.close();
    expect(line).toContain(`127.0.0.1:${port}`);
    expect(line).not.toMatch(/secret|\n/);
  });

  test('when the user or the database is unknown', async () => {
    const lease = await acquire(testCluster);
    const [user, database] = [new URL(lease.url), new URL(lease.url)];
    user.password = 'secret';
    database.pathname = '/nowhere';
    expect(await complaint(user.href)).toMatch(/refused user "prism"/);
    expect(await complaint(user.href)).not.toContain('secret');
    expect(await complaint(database.href)).toMatch(/has no database "nowhere"/);
    expect(await complaint(lease.url)).toBe('none');
    await lease.release();
  });
});
