import { freshness, head, link, onePage, topics } from '@/components/sample';
import type { TagsPage } from '@/lib/page-models/model';

const tag = (slug: string, name: string, count: number) => ({
  ...link(`/tag/${slug}`, name),
  count,
});

const page: TagsPage = {
  kind: 'tags',
  ...freshness,
  head,
  title: 'Tags',
  breadcrumbs: [link('/', 'Front page')],
  countText: '9 tags',
  lately: topics,
  letters: [
    link('/tags#digits', '0–9'),
    link('/tags#a', 'A'),
    link('/tags#e', 'E'),
    link('/tags#u', 'U'),
    link('/tags#others', 'Other scripts'),
  ],
  groups: [
    { id: 'digits', title: '0–9', tags: [tag('9-11', '9/11', 12)] },
    {
      id: 'a',
      title: 'A',
      tags: [
        tag('a-very-long-name', 'Adaptation to a warmer climate in coastal cities', 3),
        tag('aland', 'Åland', 1),
        tag('arms-control', 'Arms control', 1204),
      ],
    },
    { id: 'e', title: 'E', tags: [tag('eu', 'Éire', 2), tag('elections', 'Elections', 311)] },
    { id: 'u', title: 'U', tags: [tag('ukraine', 'Ukraine', 96), tag('un', 'United Nations', 40)] },
    { id: 'others', title: 'Other scripts', tags: [tag('kyiv', 'Київ', 5)] },
  ],
  pagination: onePage,
};

export const examples = {
  'a few tags': { page },
  'one of many pages': {
    page: {
      ...page,
      countText: '1,204 tags',
      lately: [],
      groups: page.groups.map((group, index) => (index === 0 ? { ...group, id: null } : group)),
      pagination: {
        page: 2,
        pageCount: 3,
        newer: link('/tags', 'Previous tags'),
        older: link('/tags?page=3', 'Next tags'),
        pages: [
          { page: 1, href: '/tags', current: false },
          { page: 2, href: '/tags?page=2', current: true },
          { page: 3, href: '/tags?page=3', current: false },
        ],
      },
    },
  },
  'no tag yet': {
    page: { ...page, countText: '0 tags', lately: [], letters: [], groups: [] },
  },
} satisfies Record<string, { page: TagsPage }>;
