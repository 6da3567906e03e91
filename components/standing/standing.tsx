import { Body } from '@/components/body/body';
import { Time } from '@/components/time';
import type { StandingPageModel } from '@/lib/page-models/model';

/** A page that stands: about, contact, privacy, policies. */
export function StandingView({ page }: Readonly<{ page: StandingPageModel }>) {
  return (
    <article className="standing">
      <header className="page-head">
        <h1>{page.title}</h1>
        <p className="standfirst">{page.description}</p>
      </header>
      <Body blocks={page.body} />
      <p className="meta">
        Last changed <Time at={page.updated} />
      </p>
    </article>
  );
}
