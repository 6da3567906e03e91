import { loadMarkdownStory } from '@/lib/page-models/markdown-story';
import { markdownDocument } from '@/lib/syndication/markdown';
import { answerDocument } from '../../../answer-document';
import type { RouteProps } from '../../../route-props';

export const dynamic = 'force-dynamic';

/** `/{section}/{slug}.md`: next.config.js leads here. */
export async function GET(
  _request: Request,
  { params }: Pick<RouteProps<{ section: string; slug: string }>, 'params'>,
): Promise<Response> {
  const { section, slug } = await params;
  return answerDocument(`/${section}/${slug}.md`, async (now) => {
    const story = await loadMarkdownStory(section, slug, now);
    return story === null || story.kind === 'moved' ? story : markdownDocument(story);
  });
}
