import type { ReactNode } from 'react';

type Props = Readonly<{ title: string; children: ReactNode }>;

/** A part of a page by itself, where it would stand in a story and under no more than its name. */
export function Alone({ title, children }: Props) {
  return (
    <main>
      <article className="story">
        <header className="page-head">
          <p className="label">
            <a href="/styleguide">Style guide</a>
          </p>
          <h1>{title}</h1>
        </header>
        {children}
      </article>
    </main>
  );
}
