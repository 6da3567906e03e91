import type { TimeText } from '@/lib/page-models/model';

/** An instant, worded for people and exact for machines. */
export function Time({ at }: Readonly<{ at: TimeText }>) {
  return <time dateTime={at.iso}>{at.text}</time>;
}
