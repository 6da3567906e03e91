import { Time } from '@/components/time';
import type { WithdrawnPage } from '@/lib/page-models/model';

/** Stands where a story stood that the newsroom took back, and says why. */
export function WithdrawnView({ page }: Readonly<{ page: WithdrawnPage }>) {
  const { section, headline, withdrawn, reason } = page;
  return (
    <article className="notice">
      <header className="page-head">
        <p className="label">
          <a href={section.href}>{section.text}</a>
        </p>
        <p className="kicker">Withdrawn story</p>
        <h1>{headline}</h1>
      </header>
      <div className="body">
        <p>
          PRISM News withdrew this story on <Time at={withdrawn} />. Its text is no longer
          published.
        </p>
        <h2>Why it was withdrawn</h2>
        <p>{reason}</p>
        <p>
          <a href={section.href}>More from {section.text}</a>
        </p>
      </div>
    </article>
  );
}
