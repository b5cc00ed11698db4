import { type Content, type LookedUp, type LookUpAsk, LookUps, renderFragment } from '../ui/index.ts';
import type { PageReply } from './reply.ts';
import type { Work } from './work.ts';

/** Finds the record of an id, or those that are like some words, among what the viewer may see. */
export type LookUp = (work: Work, ask: LookUpAsk) => Promise<LookedUp>;

const keyOf = ({ kinds, value }: LookUpAsk): string => JSON.stringify([kinds, value]);

/**
 * Answers the boxes of a page that name other records, in the act's own transaction: the page is made once to learn what
 * they ask, and they find the answers when it is sent.
 */
export async function withLookUps(work: Work, reply: unknown, lookUp: LookUp): Promise<unknown> {
  if (!isAsking(reply)) return reply;
  const asked = new Map<string, LookUpAsk>();
  const body = reply.body as Content;
  const collect = (ask: LookUpAsk): undefined => {
    asked.set(keyOf(ask), ask);
  };
  renderFragment(<LookUps.Provider value={collect}>{body}</LookUps.Provider>);
  const answers = new Map<string, LookedUp>();
  for (const [key, ask] of asked) answers.set(key, await lookUp(work, ask));
  return {
    ...reply,
    body: <LookUps.Provider value={(ask: LookUpAsk) => answers.get(keyOf(ask))}>{body}</LookUps.Provider>,
  };
}

const isAsking = (reply: unknown): reply is PageReply =>
  typeof reply === 'object' && reply !== null && 'looksUp' in reply && reply.looksUp === true;
