import { availableParallelism } from 'node:os';
import { inParts } from '@/lib/text/in-parts';
import { type Rendition, renditionName, renditionsOf } from '@/lib/text/renditions';
import type { Prisma, PrismaClient } from './generated/client';
import { makeRendition } from './make-rendition';

/** A picture and what readers may be offered of it that is not made yet. */
type Unmade = Readonly<{
  hash: string;
  width: number;
  height: number;
  renditions: readonly Rendition[];
}>;

/**
 * Makes what readers will be offered of pictures that nothing was made of yet, and of those that these stories
 * show: nobody waits for it, then. Whoever asks in the meantime gets it made for him. Answers how many were made.
 * @param slugs of stories that were written just now, whose focal points may be others than before
 * @param onProgress told of pictures
 */
export async function prepareRenditions(
  client: PrismaClient,
  slugs: Iterable<string>,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<number> {
  let [made, done] = [0, 0];
  let all = await client.media.count({ where: { AND: [SHOWN, BARE] } });
  for await (const { hash, renditions, ...size } of listUnmade(client, slugs)) {
    const { bytes: original } = await client.media.findUniqueOrThrow({
      where: { hash },
      select: { bytes: true },
    });
    const queue = renditions.values();
    const work = async () => {
      for (const rendition of queue) {
        const bytes = await makeRendition(original, size, rendition);
        await client.rendition.createMany({
          data: [{ mediaHash: hash, name: renditionName(rendition), bytes }],
          skipDuplicates: true,
        });
        made += 1;
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    done += 1;
    all = Math.max(all, done);
    onProgress(done, all);
  }
  return made;
}

const SHOWN: Prisma.MediaWhereInput = { OR: [{ standing: true }, { inStories: { some: {} } }] };
/** Nothing was made of them. */
const BARE: Prisma.MediaWhereInput = { renditions: { none: {} } };

/** Stories asked about in one statement, and pictures. */
const AT_ONCE = 100;

async function* listUnmade(client: PrismaClient, slugs: Iterable<string>): AsyncGenerator<Unmade> {
  for (let last = ''; ; ) {
    const bare = await findPictures(client, { AND: [BARE, { hash: { gt: last } }] });
    const end = bare.at(-1);
    if (end === undefined) break;
    yield* bare;
    last = end.hash;
  }
  for (const some of inParts(slugs, AT_ONCE)) {
    const shown = { inStories: { some: { article: { slug: { in: some } } } } };
    const pictures = await findPictures(client, shown, undefined);
    yield* pictures.filter(({ renditions }) => renditions.length > 0);
  }
}

/** In the order of their hashes, whether or not anything is unmade of them. @param take undefined: all */
async function findPictures(
  client: PrismaClient,
  where: Prisma.MediaWhereInput,
  take: number | undefined = AT_ONCE,
): Promise<readonly Unmade[]> {
  const media = await client.media.findMany({
    where: { AND: [SHOWN, where] },
    take,
    select: {
      ...{ hash: true, width: true, height: true },
      renditions: { select: { name: true } },
      leadOf: { select: { imageFocalX: true, imageFocalY: true } },
    },
    orderBy: { hash: 'asc' },
  });
  return media.map(({ renditions, leadOf, ...picture }) => {
    const points = leadOf.flatMap(({ imageFocalX: x, imageFocalY: y }) =>
      x === null || y === null ? [] : [{ x, y }],
    );
    const wanted = new Map(
      renditionsOf(picture, points).map((rendition) => [renditionName(rendition), rendition]),
    );
    for (const { name } of renditions) wanted.delete(name);
    return { ...picture, renditions: [...wanted.values()] };
  });
}
