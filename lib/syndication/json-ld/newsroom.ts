import type { NewsMediaOrganization } from 'schema-dts';
import type { Frame, Head } from '@/lib/page-models/model';
import { publication } from '@/lib/site/publication';
import { absolute, newsroomId } from './identity';

type Newsroom = Exclude<NewsMediaOrganization, string>;

/** The newsroom as every page but the front page names it. */
export function newsroomReference(head: Head): Newsroom {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': newsroomId(head),
    name: publication.name,
    url: absolute('/', head),
  };
}

/** The newsroom in full: who publishes, by what rules, where to write. For the front page. */
export function buildNewsroom(head: Head, frame: Frame): Newsroom {
  const { publisher, description } = publication;
  const contact = standingPage('contact', head, frame);
  return {
    ...newsroomReference(head),
    description,
    logo: absolute('/icon-512.png', head),
    parentOrganization: { '@type': 'Organization', name: publisher.name, url: publisher.url },
    ...policies(head, frame),
    ...(contact !== null && {
      contactPoint: { '@type': 'ContactPoint', contactType: 'newsroom', url: contact },
    }),
  };
}

/** Which standing page tells of which policy, where the paper has that page. */
const policyPages = {
  publishingPrinciples: 'about',
  correctionsPolicy: 'corrections-policy',
  ethicsPolicy: 'ethics',
  verificationFactCheckingPolicy: 'fact-checking',
  diversityPolicy: 'diversity',
  unnamedSourcesPolicy: 'unnamed-sources',
  ownershipFundingInfo: 'ownership',
} as const;

function policies(head: Head, frame: Frame): Partial<Record<keyof typeof policyPages, string>> {
  return Object.fromEntries(
    Object.entries(policyPages).flatMap(([property, slug]) => {
      const url = standingPage(slug, head, frame);
      return url === null ? [] : [[property, url]];
    }),
  );
}

function standingPage(slug: string, head: Head, { pages }: Frame): string | null {
  return pages.some(({ href }) => href === `/${slug}`) ? absolute(`/${slug}`, head) : null;
}
