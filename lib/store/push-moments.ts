import { NEVER } from './visibility';

/** Where a story can be seen, and when. */
export type PushStanding = Readonly<{
  /** Of its page. */
  path: string;
  /** Of the pages whose lists and feeds it is in. */
  lists: readonly string[];
  visibleFrom: Date;
  withdrawnAt: Date | null;
}>;

/** An instant at which what readers get at a story's address and in its feeds changes. */
export type PushMoment = Readonly<{ at: Date; standing: PushStanding }>;

/**
 * When others are to be told of a change that is published at `now`. Of what readers could see, at
 * once: an address that is left, or embargoed again, is told for the last time. Of what they will
 * see, when they will, and again when it is withdrawn; what nobody is ever to see is never told.
 * @param before null: the story is new
 */
export function momentsOf(
  before: PushStanding | null,
  after: PushStanding,
  now: Date,
): readonly PushMoment[] {
  const { visibleFrom, withdrawnAt } = after;
  const last = before !== null && before.visibleFrom <= now ? [{ at: now, standing: before }] : [];
  if (visibleFrom >= NEVER || (withdrawnAt !== null && withdrawnAt <= visibleFrom)) return last;
  return [
    ...last,
    { at: visibleFrom > now ? visibleFrom : now, standing: after },
    ...(withdrawnAt !== null && withdrawnAt > now ? [{ at: withdrawnAt, standing: after }] : []),
  ];
}
