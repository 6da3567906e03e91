import { TrailList } from '@/components/trail/trail-list';
import type { MostRead as MostReadModel, Trail } from '@/lib/page-models/model';

type Props = Readonly<{
  mostRead: MostReadModel;
  /** False where all are of the page's own section. */
  showSection?: boolean;
}>;

/** What readers read most, of the day and of the week; nothing where too little was read. */
export function MostRead({ mostRead: { today, week }, showSection = true }: Props) {
  if (today.length === 0 && week.length === 0) return null;
  return (
    <div className="most-read">
      {ranking('most-read-today', 'Most read today', today, showSection)}
      {ranking('most-read-week', 'Most read this week', week, showSection)}
    </div>
  );
}

function ranking(id: string, title: string, stories: readonly Trail[], showSection: boolean) {
  if (stories.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <TrailList trails={stories} variant="brief" level={3} showSection={showSection} ranked />
    </section>
  );
}
