import { Trail } from '@/components/trail/trail';
import type { ArticlePage } from '@/lib/page-models/model';

/** Where to read on: related stories, each with its reason, and the section's neighbours in time. */
export function ReadOn({
  page: { related, previous, next, section },
}: Readonly<{ page: ArticlePage }>) {
  return (
    <>
      {related.length > 0 && (
        <section className="related" aria-labelledby="related">
          <h2 id="related">Related stories</h2>
          <ul className="trails">
            {related.map(({ trail, reason }) => (
              <li key={trail.href}>
                <Trail trail={trail} variant="brief" level={3}>
                  <p className="reason">{reason}</p>
                </Trail>
              </li>
            ))}
          </ul>
        </section>
      )}
      {(previous || next) && (
        <nav className="neighbour-stories" aria-label={`More in ${section.text}`}>
          {previous && (
            <p>
              <a href={previous.href} rel="prev">
                <span className="label">Earlier in {section.text}:</span> {previous.text}
              </a>
            </p>
          )}
          {next && (
            <p>
              <a href={next.href} rel="next">
                <span className="label">Later in {section.text}:</span> {next.text}
              </a>
            </p>
          )}
        </nav>
      )}
    </>
  );
}
