export { penaltyApi } from './penalty.api.ts';
export { penaltyJobs, penaltySchedule } from './penalty.jobs.ts';
export { penaltyPolicy } from './penalty.policy.ts';
export { type PenaltyNeedingMe, penaltiesNeedingMe } from './penalty.queries.ts';
export { penaltyRoutes } from './penalty.routes.tsx';
export { type Adopted, deadlinesFor, offenceName } from './penalty.ts';
export { offences, offenceWords } from './penalty.words.ts';
export { officerFacts, powersLapsing } from './power.store.ts';
export { canUsePower, type Lapsing, type OfficerFacts, type PowerAnswer } from './power.ts';
