import type { ReactNode } from 'react';
import '@/components/styles/index.css';
import { publication } from '@/lib/site/publication';

/** Every page is rendered when it is asked for: what is published is what is shown. */
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <html lang={publication.language}>
      <body>{children}</body>
    </html>
  );
}
