import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { hashFiles } from '../hash-files';

/** The pictures that browser tests compare with: see e2e/pictures. */
export const PICTURES = 'e2e/pictures/references';

const FOLDER = 'docs/screenshots';

/** What the overviews were made of. */
const STAMP = path.join(FOLDER, 'overview.sha256');

/** Pixels. */
const GAP = 16;
/** Of a page, its beginning. */
const HEIGHT = 320;

const SCHEMES = { light: '#e4e0d8', dark: '#000' } as const;

/** Makes one sheet for each colour scheme: a row for each page, a column for each width. */
export async function makeOverviews(): Promise<string> {
  for (const scheme of ['light', 'dark'] as const) await makeOverview(scheme);
  await writeFile(STAMP, `${await hashFiles([PICTURES])}\n`);
  return `${FOLDER}/overview-light.webp, overview-dark.webp`;
}

/** Whether the overviews show the pictures as they are now. */
export async function areOverviewsCurrent(): Promise<boolean> {
  return (await readFile(STAMP, 'utf8')).trim() === (await hashFiles([PICTURES]));
}

type Tile = Readonly<{ row: string; column: number; input: Buffer; width: number; height: number }>;

async function makeOverview(scheme: keyof typeof SCHEMES): Promise<void> {
  const tiles = await Promise.all(
    (await readdir(PICTURES)).flatMap((file) => {
      const [, row, column] = new RegExp(`^(.*)-(\\d+)-${scheme}\\.png$`).exec(file) ?? [];
      return row === undefined ? [] : [tile(file, row, Number(column))];
    }),
  );
  const columns = [...new Set(tiles.map(({ column }) => column))].sort((a, b) => a - b);
  // A page that was looked at in two widths only is a special case of another.
  const rows = [...new Set(tiles.map(({ row }) => row))].filter(
    (row) => tiles.filter((tile) => tile.row === row).length === columns.length,
  );
  const lefts = starts(columns.map((column) => largest(tiles, 'width', { column })));
  const tops = starts(rows.map((row) => largest(tiles, 'height', { row })));
  const placed = tiles
    .filter(({ row }) => rows.includes(row))
    .map(({ input, row, column }) => ({
      input,
      left: lefts.at(columns.indexOf(column)) ?? 0,
      top: tops.at(rows.indexOf(row)) ?? 0,
    }));
  await sharp({
    create: {
      width: lefts.at(-1) ?? GAP,
      height: tops.at(-1) ?? GAP,
      channels: 3,
      background: SCHEMES[scheme],
    },
  })
    .composite(placed)
    .webp({ quality: 50, effort: 6 })
    .toFile(path.join(FOLDER, `overview-${scheme}.webp`));
}

async function tile(file: string, row: string, column: number): Promise<Tile> {
  const picture = sharp(path.join(PICTURES, file));
  const { width, height: whole } = await picture.metadata();
  const height = Math.min(whole, HEIGHT);
  const input = await picture.extract({ left: 0, top: 0, width, height }).toBuffer();
  return { row, column, input, width, height };
}

function largest(
  tiles: readonly Tile[],
  side: 'width' | 'height',
  line: Readonly<{ row?: string; column?: number }>,
): number {
  const inLine = tiles.filter(({ row, column }) => row === line.row || column === line.column);
  return Math.max(...inLine.map((tile) => tile[side]));
}

/** Where each begins when they stand one after another, and where a next one would. */
function starts(sizes: readonly number[]): readonly number[] {
  const all = [GAP];
  for (const size of sizes) all.push((all.at(-1) ?? 0) + size + GAP);
  return all;
}
