import { Body } from '@/components/body/body';
import { Time } from '@/components/time';
import type { ArticlePage } from '@/lib/page-models/model';
import { languageAttributes, ownWordsWithin } from '@/lib/text/language';
import { ArticleFoot } from './article-foot';
import { Byline } from './byline';
import { LeadImage } from './lead-image';
import { ReadOn } from './read-on';

/**
 * A story, whole: from its section's name to where to read on. What is `supplemental` reader modes
 * leave out, as they do by this word (Mozilla Readability); they show byline and date by themselves.
 */
export function ArticleView({ page }: Readonly<{ page: ArticlePage }>) {
  const own = ownWordsWithin(page.language);
  return (
    <>
      <article className="story" {...languageAttributes(page.language)}>
        <header className="page-head">
          <p className="label supplemental" {...own}>
            <a href={page.section.href}>{page.section.text}</a>
          </p>
          {page.kicker && <p className="kicker supplemental">{page.kicker}</p>}
          <h1>{page.headline}</h1>
          {page.standfirst && <p className="standfirst">{page.standfirst}</p>}
          <Byline page={page} own={own} />
        </header>
        {page.image && <LeadImage image={page.image} />}
        {page.notices.length > 0 && (
          <section className="notices" {...own}>
            <h2>Correction</h2>
            {page.notices.map(({ at, text }) => (
              <p key={at.iso + text}>
                <Time at={at} /> {text}
              </p>
            ))}
          </section>
        )}
        <Body blocks={page.body} />
        <ArticleFoot page={page} own={own} />
      </article>
      <ReadOn page={page} />
    </>
  );
}
