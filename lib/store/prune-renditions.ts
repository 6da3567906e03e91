import { renditionName, renditionsOf } from '@/lib/text/renditions';
import type { PrismaClient } from './generated/client';

const PICTURES_AT_ONCE = 100;

export type Pruned = Readonly<{ files: number; bytes: number }>;

/**
 * Removes what was made of pictures and nobody can ask for any more: of pictures that no story and
 * no page shows, and crops around focal points that no story has. Originals stay: versions of stories
 * name them. Whatever is missed is made again when it is asked for.
 */
export async function pruneRenditions(client: PrismaClient, dryRun: boolean): Promise<Pruned> {
  let [files, bytes] = [0, 0];
  for (let after = ''; ; ) {
    const pictures = await client.media.findMany({
      where: { hash: { gt: after }, renditions: { some: {} } },
      select: {
        ...{ hash: true, width: true, height: true, standing: true },
        leadOf: { select: { imageFocalX: true, imageFocalY: true } },
        _count: { select: { inStories: true } },
      },
      orderBy: { hash: 'asc' },
      take: PICTURES_AT_ONCE,
    });
    for (const { hash, standing, leadOf, _count, ...size } of pictures) {
      const focalPoints = leadOf.flatMap(({ imageFocalX: x, imageFocalY: y }) =>
        x === null || y === null ? [] : [{ x, y }],
      );
      const isShown = standing || _count.inStories > 0;
      const wanted = isShown ? renditionsOf(size, focalPoints).map(renditionName) : [];
      const [sum] = await client.$queryRaw<{ files: bigint; bytes: bigint }[]>`
        SELECT count(*) AS files, coalesce(sum(length(bytes)), 0) AS bytes FROM rendition
        WHERE media_hash = ${hash} AND NOT name = ANY(${wanted})`;
      files += Number(sum?.files);
      bytes += Number(sum?.bytes);
      if (dryRun) continue;
      await client.rendition.deleteMany({ where: { mediaHash: hash, name: { notIn: wanted } } });
    }
    const last = pictures.at(-1);
    if (last === undefined) return { files, bytes };
    after = last.hash;
  }
}
