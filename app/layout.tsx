import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import '@/components/styles/index.css';
import { publication } from '@/lib/site/publication';

/** Every page is rendered when it is asked for: what is published is what is shown. */
export const dynamic = 'force-dynamic';

/** What browsers paint around the page. */
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: publication.colour.light },
    { media: '(prefers-color-scheme: dark)', color: publication.colour.dark },
  ],
};

export default function RootLayout({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <html lang={publication.language}>
      <body>{children}</body>
    </html>
  );
}
