import { Time } from '@/components/time';
import type { ComparisonPage } from '@/lib/page-models/model';
import { Changes } from './changes';
import { HistoryHead } from './history-head';

/** What changed between two versions of a story: the earlier one's words struck, the later one's underlined. */
export function ComparisonView({ page }: Readonly<{ page: ComparisonPage }>) {
  const { from, to, history, fields, others, language } = page;
  return (
    <div className="history">
      <HistoryHead page={page} kicker="What changed">
        <p className="meta">
          From {from.name} (<Time at={from.at} />) to {to.name} (<Time at={to.at} />
          ). <a href={history.href}>{history.text}</a>
        </p>
      </HistoryHead>
      {fields.length === 0 ? (
        <p>Readers could see no difference between these versions.</p>
      ) : (
        fields.map(({ title, lines }) => (
          <section className="changes" key={title}>
            <h2>{title}</h2>
            <Changes lines={lines} language={language} />
          </section>
        ))
      )}
      {others.length > 0 && (
        <nav className="comparisons" aria-label="Other comparisons">
          {others.map(({ title, links }) => (
            <section key={title}>
              <h2>{title}</h2>
              <ul className="links">
                {links.map(({ href, text }) => (
                  <li key={href}>
                    {/* Pairs grow with the square of versions: nothing for crawlers. */}
                    <a href={href} rel="nofollow">
                      <span className="hidden">Versions </span>
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
      )}
    </div>
  );
}
