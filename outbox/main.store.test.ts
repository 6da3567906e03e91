import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { article, content } from '@/lib/store/testing/build-content';
import { openStore } from '@/lib/store/testing/open-store';
import { answering, openListeningHost } from './testing/listening-host';

test('The sender tells by itself what it finds, and ends with whoever started it', async () => {
  const store = await openStore();
  const host = await openListeningHost(answering(204));
  const pushTo = [{ protocol: 'websub', url: host.url }] as const;
  await store.publish(content({ articles: [article({ slug: 'story' })] }), { pushTo });
  const sender = fork('outbox/main.ts', {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      ...{ DATABASE_URL: store.url, SITE_URL: 'https://news.example', WEBSUB_HUBS: host.url },
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let printed = '';
  sender.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const ended = once(sender, 'exit');
  await expect.poll(() => printed, { timeout: 30_000 }).toContain('was told of 9 feeds.');
  sender.disconnect();
  expect(await ended).toEqual([0, null]);
  expect(host.told).toHaveLength(9);
  expect(await store.client.outbox.count({ where: { state: 'sent' } })).toBe(9);
  await host.close();
  await store.close();
});
