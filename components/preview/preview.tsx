import { ArticleView } from '@/components/article/article';
import type { PreviewPage } from '@/lib/page-models/model';

/** A story as it will stand, below a line that says who can see it. */
export function PreviewView({ page: { story, status, ends } }: Readonly<{ page: PreviewPage }>) {
  return (
    <>
      <p className="preview">
        <strong>Preview.</strong> {status} Whoever has this link can read it until{' '}
        <time dateTime={ends.iso}>{ends.text}</time>.
      </p>
      <ArticleView page={story} />
    </>
  );
}
