import { freshness, head, link } from '@/components/sample';
import type { ProblemPage } from '@/lib/page-models/model';

export const examples = {
  'not found': {
    page: {
      kind: 'problem',
      ...freshness,
      head,
      status: 404,
      title: 'There is no page at this address',
      explanation:
        'It may have been moved or mistyped. Nothing of ours is deleted without a word in its place.',
      ways: {
        title: 'You may have been looking for',
        links: [link('/world/story-1', 'What the Budapest Memorandum promised Ukraine')],
      },
      query: 'what the budapest memorandum promised',
    },
  },
  'not found, and nothing like it': {
    page: {
      kind: 'problem',
      ...freshness,
      head,
      status: 404,
      title: 'There is no page at this address',
      explanation: 'The address may be mistyped, or the page may have moved.',
      ways: {
        title: 'Go on from here',
        links: [link('/', 'Front page'), link('/archive', 'Archive')],
      },
      query: 'nothing like it',
    },
  },
  'a bug': {
    page: {
      kind: 'problem',
      ...freshness,
      head,
      status: 500,
      title: 'Something broke on our side',
      explanation: 'The fault is ours and has been noted. Please try again.',
      ways: { title: 'Go on from here', links: [link('/', 'Front page')] },
      query: null,
    },
  },
  'out of service': {
    page: {
      kind: 'problem',
      ...freshness,
      head,
      status: 503,
      title: 'Back in a moment',
      explanation: 'The newsroom’s archive cannot be reached. Try again in a few seconds.',
      ways: {
        title: 'Go on from here',
        links: [link('/world', 'Try again'), link('/', 'Front page')],
      },
      query: null,
    },
  },
} satisfies Record<string, { page: ProblemPage }>;
