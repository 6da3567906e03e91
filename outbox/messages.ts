import type { PushTarget } from '@/lib/site/push-targets';
import { keyFilePath } from '@/lib/text/key-file';

/** What one request says. */
export type Message = Readonly<{ contentType: string; body: string }>;

/**
 * Subjects in one request. IndexNow takes 10,000 addresses (its documentation, "Submitting set of
 * URLs"); that a hub takes several topics at once is written nowhere.
 */
export const MOST_SUBJECTS: Readonly<Record<PushTarget['protocol'], number>> = {
  indexnow: 10_000,
  websub: 1,
};

/** @param subjects site paths, no more than MOST_SUBJECTS */
export function composeMessage(
  target: PushTarget,
  siteUrl: string,
  subjects: readonly string[],
): Message {
  const urls = [...new Set(subjects)].map((path) => siteUrl + path);
  return target.protocol === 'indexnow'
    ? indexNowMessage(target.key, siteUrl, urls)
    : webSubMessage(urls);
}

function indexNowMessage(key: string, siteUrl: string, urlList: readonly string[]): Message {
  const { host } = new URL(siteUrl);
  const keyLocation = siteUrl + keyFilePath(key);
  return {
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ host, key, keyLocation, urlList }),
  };
}

/** How a publisher tells a hub is left open by WebSub; this is PubSubHubbub 0.3, 7.1, which all know. */
function webSubMessage(topics: readonly string[]): Message {
  const form = new URLSearchParams({ 'hub.mode': 'publish' });
  for (const topic of topics) form.append('hub.url', topic);
  return { contentType: 'application/x-www-form-urlencoded', body: form.toString() };
}
