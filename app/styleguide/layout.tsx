import type { ReactNode } from 'react';
import './styleguide.css';

/** The style guide's own styles stand in its own pages: readers' pages never carry them. */
export default function StyleGuideLayout({ children }: Readonly<{ children: ReactNode }>) {
  return children;
}
