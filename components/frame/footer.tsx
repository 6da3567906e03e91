import { LinkList } from '@/components/link-list';
import type { Link } from '@/lib/page-models/model';
import { publication } from '@/lib/site/publication';

type Props = Readonly<{ sections: readonly Link[]; pages: readonly Link[] }>;

const service: readonly Link[] = [
  { href: '/archive', text: 'Archive' },
  { href: '/tags', text: 'Tags' },
  { href: '/corrections', text: 'Corrections' },
  { href: '/search', text: 'Search' },
];

/** The foot of every page: where else to go. */
export function Footer({ sections, pages }: Props) {
  const { name, description, publisher } = publication;
  return (
    <footer className="footer">
      <div className="imprint">
        <p className="brand">
          <a href="/">{name}</a>
        </p>
        <p>{description}</p>
        <p>
          <a href={publisher.url}>{publisher.home}</a>
        </p>
      </div>
      <Group title="Sections" links={sections} />
      <Group title="The paper" links={[...pages, ...service]} />
    </footer>
  );
}

function Group({ title, links }: Readonly<{ title: string; links: readonly Link[] }>) {
  return (
    <nav aria-label={title === 'Sections' ? 'All sections' : title}>
      <p className="label">{title}</p>
      <LinkList links={links} />
    </nav>
  );
}
