import type { ReactNode } from 'react';
import type { ComparisonPage, HistoryPage } from '@/lib/page-models/model';
import { languageAttributes } from '@/lib/text/language';

type Props = Readonly<{
  page: Pick<HistoryPage | ComparisonPage, 'section' | 'story' | 'language'>;
  kicker: string;
  children: ReactNode;
}>;

/** Which story it is whose past is told, and the way to it. */
export function HistoryHead({ page: { section, story, language }, kicker, children }: Props) {
  return (
    <header className="page-head">
      <p className="label">
        <a href={section.href}>{section.text}</a>
      </p>
      <p className="kicker">{kicker}</p>
      <h1 {...languageAttributes(language)}>
        <a href={story.href}>{story.text}</a>
      </h1>
      {children}
    </header>
  );
}
