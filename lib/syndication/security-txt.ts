import { publication } from '@/lib/site/publication';

/**
 * security.txt (RFC 9116). Null once the date is past up to which its contact was said to hold:
 * nothing is better than an address that perhaps nobody reads, and a date that moves by itself would
 * say that somebody looked when nobody did.
 */
export function renderSecurityTxt(siteUrl: string, now: Date): string | null {
  const { contact, expires } = publication.security;
  if (now >= new Date(expires)) return null;
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${publication.language}`,
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
