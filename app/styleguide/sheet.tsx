import type { ReactNode } from 'react';
import { Frame } from '@/components/frame/frame';
import { examples } from '@/components/frame/frame.examples';
import { buildHead } from '@/lib/page-models/head';
import { HeadTags } from '../head-tags';

type Props = Readonly<{
  title: string;
  path: string;
  /** True where what surrounds every page belongs around this one. */
  framed: boolean;
  children: ReactNode;
}>;

/** One page of the style guide: in the head what readers' pages have, and no search engine's business. */
export function Sheet({ title, path, framed, children }: Props) {
  const description = 'Part of the style guide: made-up matter, no news.';
  return (
    <>
      <HeadTags
        head={buildHead({ title: `${title} – Style guide`, description, path, indexed: false })}
      />
      {framed ? <Frame {...examples['six sections']}>{children}</Frame> : children}
    </>
  );
}
