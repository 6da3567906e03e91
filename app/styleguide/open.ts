import { environment } from '@/lib/site/environment';

/** Whether this site shows its style guide: to those who work on it, and where the operator says so. */
export function isStyleGuideOpen(): boolean {
  return process.env.NODE_ENV === 'development' || environment().styleGuide;
}
