import { LinkList } from '@/components/link-list';
import { Time } from '@/components/time';
import type { ArticlePage } from '@/lib/page-models/model';
import type { ownWordsWithin } from '@/lib/text/language';

type Props = Readonly<{ page: ArticlePage; own: ReturnType<typeof ownWordsWithin> }>;

/** What stands under the text: corrections, sources, tags, ways to pass it on. */
export function ArticleFoot({ page: { corrections, sources, tags, share }, own }: Props) {
  return (
    <footer className="story-foot" {...own}>
      {corrections.length > 0 && (
        <section className="corrections" id="corrections">
          <h2>{corrections.length === 1 ? 'Correction' : 'Corrections'}</h2>
          <ul>
            {corrections.map(({ at, text }) => (
              <li key={at.iso + text}>
                <Time at={at} /> <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sources.length > 0 && (
        <section className="sources" id="sources">
          <h2>Sources</h2>
          <ul>
            {sources.map(({ name, url, note }) => (
              <li key={name + url}>
                {url === null ? (
                  <cite>{name}</cite>
                ) : (
                  <cite>
                    <a href={url}>{name}</a>
                  </cite>
                )}
                {note && <p>{note}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {tags.length > 0 && (
        <section className="tags supplemental">
          <h2>Tags</h2>
          <LinkList links={tags} shown={12} />
        </section>
      )}
      {share.length > 0 && (
        <section className="share">
          <h2>Share</h2>
          <LinkList links={share} />
        </section>
      )}
    </footer>
  );
}
