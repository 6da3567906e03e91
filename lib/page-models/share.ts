import type { Link } from './model';

/** Plain links that hand a story on; nothing is loaded from those places. */
export function buildShareLinks(url: string, headline: string): readonly Link[] {
  const [address, title] = [encodeURIComponent(url), encodeURIComponent(headline)];
  const text = encodeURIComponent(`${headline} ${url}`);
  return [
    { text: 'E-mail', href: `mailto:?subject=${title}&body=${address}` },
    { text: 'WhatsApp', href: `https://wa.me/?text=${text}` },
    { text: 'Bluesky', href: `https://bsky.app/intent/compose?text=${text}` },
    { text: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${address}` },
    { text: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?url=${address}` },
    { text: 'X', href: `https://x.com/intent/post?url=${address}&text=${title}` },
  ];
}
