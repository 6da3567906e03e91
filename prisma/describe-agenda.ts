import type { Plan } from '@/lib/store/agenda-queries';

/** A line for each story that time will show or take back, and for each draft. */
export function describeAgenda(plans: readonly Plan[]): string[] {
  if (plans.length === 0) return ['Nothing is coming: no embargo, no withdrawal, no draft.'];
  return plans.map(({ what, at, section, slug, headline }) => {
    const when = at === null ? 'when an editor says' : at.toISOString().replace(/\.\d{3}Z$/, 'Z');
    return `${when.padEnd(20)}  ${what.padEnd(12)}  /${section}/${slug}  ${headline}`;
  });
}
