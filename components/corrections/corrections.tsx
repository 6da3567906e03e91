import { Pagination } from '@/components/list/pagination';
import { Time } from '@/components/time';
import type { CorrectionsPage } from '@/lib/page-models/model';

/** Every correction, newest first. */
export function CorrectionsView({
  page: { entries, pagination },
}: Readonly<{ page: CorrectionsPage }>) {
  return (
    <div className="corrections-page">
      <header className="page-head">
        <h1>Corrections</h1>
        <p className="standfirst">
          Every mistake we have put right, newest first. Each correction also stands on its story.
        </p>
      </header>
      {entries.length === 0 ? (
        <p>There are no corrections.</p>
      ) : (
        <ol className="entries">
          {entries.map(({ at, text, story }) => (
            <li key={at.iso + story.href + text}>
              <Time at={at} />
              <div>
                <p className="headline">
                  <a href={story.href}>{story.text}</a>
                </p>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ol>
      )}
      <Pagination pagination={pagination} />
    </div>
  );
}
