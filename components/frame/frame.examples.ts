import { link, sections } from '@/components/sample';
import type { Frame } from '@/lib/page-models/model';

const frame: Frame = {
  sections,
  pages: [
    link('/about', 'About PRISM News'),
    link('/contact', 'Contact'),
    link('/corrections-policy', 'Corrections policy'),
    link('/privacy', 'Privacy'),
  ],
};

export const examples = {
  'six sections': { frame },
  'no section yet': { frame: { sections: [], pages: [] } },
} satisfies Record<string, { frame: Frame }>;
