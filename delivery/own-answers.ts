import type { KeptAnswer, RenderedAnswer } from './answer';
import { failurePage } from './failure-page';
import { plainAnswer, redirectAnswer, refusalAnswer } from './plain';
import type { Refusal, Target } from './target';

/** Seconds after which a reader who found us busy may ask again. */
const RETRY_AFTER = '5';

/** Answers that delivery gives by itself, without the renderer. */
export type OwnAnswers = Readonly<{
  failure: (status: 500 | 503) => Promise<KeptAnswer>;
  refusal: (target: Extract<Target, { kind: 'refuse' }>) => Promise<KeptAnswer>;
  redirect: (location: string) => Promise<KeptAnswer>;
  /** To who searches too much. @param wait whole seconds until there will be an answer */
  tooMany: (wait: number) => Promise<KeptAnswer>;
  /** To who sends a body. */
  noBody: () => Promise<KeptAnswer>;
}>;

/** @param prepare makes them ready to be sent, as it does with the renderer's */
export function openOwnAnswers(
  prepare: (rendered: RenderedAnswer, key: string) => Promise<KeptAnswer>,
): OwnAnswers {
  const made = new Map<number | Refusal, Promise<KeptAnswer>>();
  const once = (rendered: RenderedAnswer) => {
    const kept = made.get(rendered.status) ?? prepare(rendered, '/');
    made.set(rendered.status, kept);
    return kept;
  };
  return {
    failure: (status) => once(failureAnswer(status)),
    refusal: ({ status, headers }) => once(refusalAnswer(status, headers)),
    redirect: (location) => prepare(redirectAnswer(location), location),
    tooMany: async (wait) => {
      const kept = await once(failureAnswer(429));
      return { ...kept, headers: { ...kept.headers, 'retry-after': `${wait}` } };
    },
    noBody: () => once(plainAnswer(413, 'Nothing can be sent here.')),
  };
}

function failureAnswer(status: 429 | 500 | 503): RenderedAnswer {
  const type = { 'content-type': 'text/html; charset=utf-8' };
  const headers = status === 503 ? { ...type, 'retry-after': RETRY_AFTER } : type;
  return { status, headers, body: Buffer.from(failurePage(status)) };
}
