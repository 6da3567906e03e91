import type { BlockOf } from '@/lib/page-models/model';

/** A document or recording elsewhere, as a link: nothing foreign is loaded. */
export function Embed({ block: { href, title, provider } }: Readonly<{ block: BlockOf<'embed'> }>) {
  return (
    <p className="embed">
      <a href={href}>
        <cite>{title}</cite>
        <span className="provider">{provider ?? new URL(href).hostname}</span>
      </a>
    </p>
  );
}
