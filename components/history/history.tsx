import { inOrder } from '@/components/in-order';
import { Time } from '@/components/time';
import type { HistoryPage } from '@/lib/page-models/model';
import { HistoryHead } from './history-head';

/** Every version of a story that readers could see, newest first. */
export function HistoryView({ page }: Readonly<{ page: HistoryPage }>) {
  const { summary, whole, entries } = page;
  return (
    <div className="history">
      <HistoryHead page={page} kicker="History of this story">
        <p className="meta">
          {summary} {whole && <a href={whole.href}>{whole.text}</a>}
        </p>
      </HistoryHead>
      <ol className="entries">
        {inOrder(entries, ({ at, title, text, changes }) => (
          <li>
            <Time at={at} />
            <div>
              <p className="headline">{title}</p>
              <p>{text}</p>
              {changes && (
                <p>
                  <a href={changes.href}>{changes.text}</a>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
