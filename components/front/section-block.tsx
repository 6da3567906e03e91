import { Trail } from '@/components/trail/trail';
import { TrailList } from '@/components/trail/trail-list';
import type { FrontPage } from '@/lib/page-models/model';

/** Three layouts that take turns: a list beside the first story, a row, a banner over a row. */
export type SectionShape = 'list' | 'row' | 'banner';

type Props = Readonly<{ block: FrontPage['sections'][number]; shape: SectionShape }>;

/** One section on the front page: its first story leads, the others follow. */
export function SectionBlock({ block: { section, description, trails }, shape }: Props) {
  const [first, ...others] = trails;
  if (first === undefined) return null;
  return (
    <section className={`section-block section-${shape}`}>
      <header>
        <h2>
          <a href={section.href}>{section.text}</a>
        </h2>
        <p>{description}</p>
      </header>
      <Trail trail={first} variant="second" level={3} showSection={false} />
      {others.length > 0 && (
        <TrailList
          trails={others}
          variant={shape === 'row' ? 'second' : 'brief'}
          level={3}
          showSection={false}
        />
      )}
    </section>
  );
}
