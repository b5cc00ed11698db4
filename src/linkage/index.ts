export * from './core/index.ts';
export { forenameGroups, forenameInitials, isForename } from './core/lexicon/forename.words.ts';
export { type MatchingLine, matchingNeedsMe } from './desk/needs-me.queries.ts';
export { questionJobs } from './desk/question.jobs.ts';
export { LinkedLines, type RowNames } from './files/linked-lines.ts';
export { UnreadableFile } from './files/read-csv.ts';
export { readLabels } from './files/read-labels.ts';
export { type Lists, readApart, readLists } from './files/read-lists.ts';
export { readListParts } from './files/read-parts.ts';
export { linkReport } from './files/report.ts';
export {
  type Ask,
  askOf,
  askOfIdentities,
  type Conflict,
  conflictsOf,
  type Decision,
  type DecisionInput,
  findSubjects,
  type Identity,
  identityOf,
  type Judgement,
  judgePair,
  type SeenIdentity,
  type Subject,
  undoJudgement,
} from './ledger/index.ts';
export { linkageRoutes } from './linkage.routes.ts';
export * from './lists/index.ts';
export { matchJobs } from './match/match.jobs.ts';
export { adoptedModel } from './match/model.store.ts';
export { ageFrom } from './match/worth.ts';
export { readScored } from './spark/read-scored.ts';
export { type WrittenForSpark, writeForSpark } from './spark/write-for-spark.ts';
export { threadHelpers } from './threads/thread-crew.ts';
