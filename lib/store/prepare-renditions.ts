import { availableParallelism } from 'node:os';
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
 */
export async function prepareRenditions(
  client: PrismaClient,
  slugs: readonly string[],
  onProgress: (done: number, all: number) => void = () => {},
): Promise<number> {
  const pictures = await listUnmade(client, slugs);
  const all = pictures.reduce((sum, { renditions }) => sum + renditions.length, 0);
  let done = 0;
  for (const { renditions, hash, ...size } of pictures) {
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
        done += 1;
        onProgress(done, all);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  }
  return done;
}

/** Stories asked about in one statement. */
const STORIES_AT_ONCE = 1000;

async function listUnmade(
  client: PrismaClient,
  slugs: readonly string[],
): Promise<readonly Unmade[]> {
  const unmade = new Map<string, Unmade>();
  const add = async (where: Prisma.MediaWhereInput) => {
    for (const picture of await findUnmade(client, where)) unmade.set(picture.hash, picture);
  };
  await add({ renditions: { none: {} } });
  for (let start = 0; start < slugs.length; start += STORIES_AT_ONCE) {
    const some = slugs.slice(start, start + STORIES_AT_ONCE);
    await add({ inStories: { some: { article: { slug: { in: some } } } } });
  }
  return [...unmade.values()];
}

async function findUnmade(
  client: PrismaClient,
  where: Prisma.MediaWhereInput,
): Promise<readonly Unmade[]> {
  const shown = { OR: [{ standing: true }, { inStories: { some: {} } }] };
  const media = await client.media.findMany({
    where: { AND: [shown, where] },
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
