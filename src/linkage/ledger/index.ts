export { addressHidden, hiddenAddresses, saysWhere, withoutPlace } from './address.store.ts';
export * from './identity.queries.ts';
export * from './identity.ts';
export * from './judgement.commands.ts';
export {
  bothSeen,
  findJudgement,
  findSubjects,
  historyOf,
  type Judgement,
  judgementsWhere,
  liveJudgementOf,
  type Subject,
  seenAmong,
  type Tie,
  type When,
} from './judgement.store.ts';
export * from './judgement.words.ts';
export * from './together.commands.ts';
