import { type Judged, show } from '../figure';

const ROW = 34;
const TOP = 58;
/** Where bars begin, and where the budget's line stands: a bar that crosses it breaks the budget. */
const [LEFT, LIMIT, RIGHT] = [24, 524, 620];

/** How much of its budget each figure uses, as an SVG that follows the reader's light or dark. */
export function drawPicture(figures: readonly Judged[]): string {
  const judged = figures.filter(({ kept }) => kept !== null);
  const height = TOP + judged.length * ROW + 16;
  const rows = judged.map((figure, index) => drawRow(figure, TOP + index * ROW)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 ${height}" width="860" height="${height}" role="img" aria-labelledby="title">
<title id="title">How much of its budget each figure uses</title>
<style>
  text { font: 14px system-ui, sans-serif; fill: #1b1b1b }
  .faint { fill: #5c5c5c }
  .paper { fill: #ffffff }
  .kept { fill: #2f6f4f }
  .broken { fill: #b3261e }
  .limit { stroke: #1b1b1b; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ececec }
    .faint { fill: #a8a8a8 }
    .paper { fill: #16181a }
    .kept { fill: #6fbf95 }
    .broken { fill: #ff8a80 }
    .limit { stroke: #ececec }
  }
</style>
<rect class="paper" width="860" height="${height}"/>
<text x="${LEFT}" y="28" style="font-weight: 600">How much of its budget each figure uses</text>
<text x="${LIMIT}" y="46" text-anchor="middle" class="faint">budget</text>
<line class="limit" x1="${LIMIT}" x2="${LIMIT}" y1="52" y2="${height - 10}"/>
${rows}
</svg>
`;
}

function drawRow({ title, value, unit, budget, kept }: Judged, y: number): string {
  const width = Math.min(RIGHT - LEFT, Math.max(1, share(value, budget) * (LIMIT - LEFT)));
  const values = `${show(value)}${unit && ` ${unit}`} (${budget})`;
  return `<text x="${LEFT}" y="${y + 13}">${toXml(title)}</text>
<rect class="${kept ? 'kept' : 'broken'}" x="${LEFT}" y="${y + 18}" width="${width.toFixed(1)}" height="7" rx="2"/>
<text x="${RIGHT + 20}" y="${y + 24}" class="faint">${toXml(values)}</text>`;
}

/** 1 where the budget is just kept; less is better, whichever way the budget points. */
function share(value: number, budget: string): number {
  const limit = Number(budget.slice(2));
  if (budget.startsWith('≥')) return value === 0 ? Number.POSITIVE_INFINITY : limit / value;
  if (limit === 0) return value === 0 ? 0 : Number.POSITIVE_INFINITY;
  return value / limit;
}

function toXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
