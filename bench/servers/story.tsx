import { HeadTags } from '@/app/head-tags';
import { PageView } from '@/app/page-view';
import { Frame } from '@/components/frame/frame';
import type { ArticlePage, Frame as FrameModel } from '@/lib/page-models/model';

/** The tree that app/answer-page.tsx renders for a story whose model is at hand. */
export function Story({ frame, page }: Readonly<{ frame: FrameModel; page: ArticlePage }>) {
  return (
    <Frame frame={frame}>
      <HeadTags head={page.head} />
      <PageView page={page} />
    </Frame>
  );
}
