import { Fragment } from 'react';
import { Time } from '@/components/time';
import type { ArticlePage } from '@/lib/page-models/model';
import type { ownWordsWithin } from '@/lib/text/language';

type Props = Readonly<{ page: ArticlePage; own: ReturnType<typeof ownWordsWithin> }>;

/** Who wrote it and when, how long it takes to read and, on paper, where it stands. */
export function Byline({ page, own }: Props) {
  const { head, byline, published, updated, history, readingTime } = page;
  return (
    <div className="byline supplemental" {...own}>
      {byline.length > 0 && (
        <p className="authors">
          By{' '}
          {byline.map(({ href, text }, index) => (
            <Fragment key={href}>
              {separator(index, byline.length)}
              <a href={href} rel="author">
                {text}
              </a>
            </Fragment>
          ))}
        </p>
      )}
      <p>
        Published <Time at={published} />
      </p>
      {updated && (
        <p>
          Updated <Time at={updated} />
        </p>
      )}
      {history && (
        <p className="past">
          <a href={history.href}>{history.text}</a>
        </p>
      )}
      <p>{readingTime}</p>
      <p className="address">{head.canonicalUrl}</p>
    </div>
  );
}

function separator(index: number, count: number): string {
  if (index === 0) return '';
  return index === count - 1 ? ' and ' : ', ';
}
