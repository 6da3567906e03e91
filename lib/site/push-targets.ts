import type { Environment } from './environment';

/** Who is told of what was published: search engines of stories, hubs of feeds. */
export type PushTarget = Readonly<
  { protocol: 'indexnow'; url: string; key: string } | { protocol: 'websub'; url: string }
>;

/** Nobody, unless the operator says so. */
export function pushTargets({
  indexNow,
  hubs,
}: Pick<Environment, 'indexNow' | 'hubs'>): readonly PushTarget[] {
  return [
    ...(indexNow === null
      ? []
      : [{ protocol: 'indexnow', url: indexNow.endpoint, key: indexNow.key } as const]),
    ...hubs.map((url) => ({ protocol: 'websub', url }) as const),
  ];
}
