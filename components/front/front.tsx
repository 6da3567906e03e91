import { LinkList } from '@/components/link-list';
import { Feeds } from '@/components/list/feeds';
import { MostRead } from '@/components/most-read/most-read';
import { Trail } from '@/components/trail/trail';
import { TrailList } from '@/components/trail/trail-list';
import type { FrontPage } from '@/lib/page-models/model';
import { publication } from '@/lib/site/publication';
import { SectionBlock, type SectionShape } from './section-block';

const shapes: readonly SectionShape[] = ['list', 'row', 'banner'];

/** The front page: what matters most first, then every section. */
export function FrontView({ page }: Readonly<{ page: FrontPage }>) {
  const { lead, seconds, mostRead, briefs, sections, topics, feeds } = page;
  return (
    <div className="front">
      <h1 className="hidden">{publication.name}</h1>
      {lead && (
        <section className="top" aria-labelledby="top">
          <h2 id="top" className="hidden">
            Top stories
          </h2>
          <Trail trail={lead} variant="lead" level={3} />
          {seconds.length > 0 && <TrailList trails={seconds} variant="second" level={3} />}
        </section>
      )}
      <MostRead mostRead={mostRead} />
      {briefs.length > 0 && (
        <section className="briefs" aria-labelledby="briefs">
          <h2 id="briefs">In brief</h2>
          <TrailList trails={briefs} variant="brief" level={3} />
        </section>
      )}
      {sections.map((block, index) => (
        <SectionBlock
          key={block.section.href}
          block={block}
          shape={shapes[index % shapes.length] ?? 'list'}
        />
      ))}
      {topics.length > 0 && (
        <nav className="topics" aria-labelledby="topics">
          <h2 id="topics">Topics</h2>
          <LinkList links={topics} />
        </nav>
      )}
      <Feeds of={publication.name} links={feeds} />
    </div>
  );
}
