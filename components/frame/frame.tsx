import type { ReactNode } from 'react';
import type { Frame as FrameModel } from '@/lib/page-models/model';
import { Footer } from './footer';
import { Masthead } from './masthead';

type Props = Readonly<{ frame: FrameModel; children: ReactNode }>;

/** What surrounds every page. The page inside brings the one `h1`. */
export function Frame({ frame, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the main text
      </a>
      <Masthead sections={frame.sections} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer sections={frame.sections} pages={frame.pages} />
    </>
  );
}
