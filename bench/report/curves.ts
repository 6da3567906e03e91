import { show } from '../figure';

type Measured = Readonly<{
  size: number;
  costs: readonly Readonly<{ name: string; median: number }>[];
}>;

const [LEFT, RIGHT, TOP, BOTTOM, WIDTH] = [64, 560, 24, 424, 860];
/** Between the names of two lines. */
const LEADING = 16;
const COLOURS = ['#2f6f4f', '#b3261e', '#2f5fa8', '#8a5a00', '#6d48bf', '#00707a', '#9a3b7b'];

/** Cost against size on logarithmic scales, a line for each page, as an SVG for light and dark. */
export function drawCurves(measured: readonly Measured[]): string {
  const sizes = measured.map(({ size }) => Math.log10(size));
  const names = (measured[0]?.costs ?? []).map(({ name }) => name);
  const all = measured.flatMap(({ costs }) => costs.map(({ median }) => Math.log10(median)));
  const [low, high] = [Math.floor(Math.min(...all)), Math.ceil(Math.max(...all))];
  const [few, many] = [Math.min(...sizes), Math.max(...sizes)];
  const x = (size: number) => LEFT + ((size - few) / Math.max(many - few, 1e-9)) * (RIGHT - LEFT);
  const y = (cost: number) => BOTTOM - ((cost - low) / Math.max(high - low, 1)) * (BOTTOM - TOP);
  const lines = names.map((name, index) => {
    const points = measured.map(({ size, costs }): [number, number] => {
      const cost = costs.find((other) => other.name === name)?.median ?? 10 ** low;
      return [x(Math.log10(size)), y(Math.log10(cost))];
    });
    return { name, points, colour: COLOURS[index % COLOURS.length] ?? '#000' };
  });
  const ends = lines
    .map(({ name, points, colour }) => ({ name, colour, at: points.at(-1)?.[1] ?? 0 }))
    .sort((one, other) => one.at - other.at);
  const places = apart(ends.map(({ at }) => at));
  const labels = ends.map(
    ({ name, colour }, index) =>
      `<text x="${RIGHT + 12}" y="${(places[index] ?? 0) + 4}" style="fill:${colour}">${name}</text>`,
  );
  const decades = Array.from({ length: high - low + 1 }, (_, step) => low + step);
  const grid = decades.map(
    (decade) =>
      `<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y(decade)}" y2="${y(decade)}"/>` +
      `<text class="faint" x="${LEFT - 8}" y="${y(decade) + 4}" text-anchor="end">${show(10 ** decade)}</text>`,
  );
  const ticks = measured.map(
    ({ size }) =>
      `<text class="faint" x="${x(Math.log10(size))}" y="${BOTTOM + 32}" text-anchor="middle">${show(size)}</text>`,
  );
  const paths = lines.map(
    ({ points, colour }) =>
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map((point) => point.join(',')).join(' ')}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} 464" width="${WIDTH}" height="464" role="img" aria-labelledby="title">
<title id="title">Milliseconds that a page takes of the database against the stories of the archive, both logarithmic</title>
<style>
  text { font: 13px system-ui, sans-serif }
  .faint { fill: #5c5c5c }
  .grid { stroke: #d0d0d0 }
  .paper { fill: #ffffff }
</style>
<rect class="paper" width="${WIDTH}" height="464"/>
${[...grid, ...ticks, ...paths, ...labels].join('\n')}
</svg>
`;
}

/** Heights of names beside the ends of their lines, from the top: none on another, and none below the picture. */
function apart(wanted: readonly number[]): readonly number[] {
  const places: number[] = [];
  for (const place of wanted) places.push(Math.max(place, (places.at(-1) ?? -LEADING) + LEADING));
  let lowest = BOTTOM;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const place = Math.min(places[index] ?? 0, lowest);
    places[index] = place;
    lowest = place - LEADING;
  }
  return places;
}
