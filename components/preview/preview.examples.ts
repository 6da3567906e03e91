import { examples as articles } from '@/components/article/article.examples';
import { freshness, head, time } from '@/components/sample';
import type { PreviewPage } from '@/lib/page-models/model';

const page: PreviewPage = {
  kind: 'preview',
  ...freshness,
  head,
  story: articles['nothing but a sentence'].page,
  status: 'This is a draft.',
  ends: time('2025-12-29T09:00:00Z', '29 December 2025, 09:00 UTC'),
};

export const examples = {
  'a draft': { page },
  'a story under embargo': {
    page: {
      ...page,
      story: articles['a serious correction'].page,
      status: 'Readers will see this story from 24 December 2025, 06:00 UTC.',
    },
  },
} satisfies Record<string, { page: PreviewPage }>;
