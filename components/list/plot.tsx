import type { Plot as PlotModel } from '@/lib/page-models/model';

/** In the units of the drawing. */
const [BAR, STEP, HEIGHT] = [8, 10, 40];

/** A bar for each month, on a line; as dark as the text around it. */
export function Plot({ plot: { counts, caption, gist } }: Readonly<{ plot: PlotModel }>) {
  const width = counts.length * STEP;
  return (
    <figure className="plot">
      <svg
        role="img"
        aria-label={gist}
        viewBox={`0 0 ${width} ${HEIGHT + 1}`}
        width={width}
        height={HEIGHT + 1}
        fill="currentColor"
      >
        <path d={`M0 ${HEIGHT}h${width}v1H0z${bars(counts)}`} />
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** The month with most fills the height; one with few is seen still, one with none is not. */
function bars(counts: readonly number[]): string {
  const most = Math.max(...counts);
  return counts
    .map((count, index) => {
      if (count === 0) return '';
      const height = Math.max(1, Math.round((count / most) * HEIGHT));
      return `M${index * STEP + 1} ${HEIGHT}v-${height}h${BAR}v${height}z`;
    })
    .join('');
}
