import type { Route } from '../platform/http/declare.ts';
import { chartRoutes } from './chart/chart.routes.tsx';
import { keptRoutes } from './chart/kept.routes.tsx';
import { checkApi } from './check/check.api.ts';
import { checkRoutes } from './check/check.routes.tsx';
import { commissionRoutes } from './commission/commission.routes.tsx';
import { conflictRoutes } from './conflict/conflict.routes.tsx';
import { enquiryApi } from './enquiry/enquiry.api.ts';
import { enquiryRoutes } from './enquiry/enquiry.routes.tsx';
import { feedApi } from './feed/feed.api.ts';
import { feedRoutes } from './feed/feed.routes.tsx';
import { formRoutes } from './form/form.routes.tsx';
import { passOnRoutes } from './form/pass-on.routes.ts';
import { harmApi } from './harm/harm.api.ts';
import { harmRoutes } from './harm/harm.routes.tsx';
import { itemApi } from './item/item.api.ts';
import { itemRoutes } from './item/item.routes.tsx';
import { itemStepRoutes } from './item/steps.routes.tsx';
import { conversionRoutes } from './legacy/conversion.routes.tsx';
import { linkApi } from './link/link.api.ts';
import { linkRoutes } from './link/link.routes.tsx';
import { ocgApi } from './ocg/ocg.api.ts';
import { ocgRoutes } from './ocg/ocg.routes.tsx';
import { ocgPaperRoutes } from './ocg/ocg-paper.routes.ts';
import { draftRoutes } from './package/draft.routes.tsx';
import { packageApi } from './package/package.api.ts';
import { packageRoutes } from './package/package.routes.tsx';
import { problemRoutes } from './problem/problem.routes.tsx';
import { profileRoutes } from './profile/profile.routes.tsx';
import { requirementApi } from './requirement/requirement.api.ts';
import { requirementRoutes } from './requirement/requirement.routes.tsx';
import { reviewRoutes } from './review/review.routes.tsx';
import { sourceApi } from './source/source.api.ts';
import { sourceRoutes } from './source/source.routes.tsx';
import { spotsRoutes } from './spots/spots.routes.tsx';
import { strategyRoutes } from './strategy/strategy.routes.tsx';
import { vettingRoutes } from './vetting/vetting.routes.tsx';
import { watchRoutes } from './watch/watch.routes.tsx';

/** Intelligence: the form, the queue, grades, and what leaves the unit. */
export const intelligenceRoutes: readonly Route[] = [
  ...formRoutes,
  ...passOnRoutes,
  ...itemRoutes,
  ...itemStepRoutes,
  ...conversionRoutes,
  ...feedRoutes,
  ...watchRoutes,
  ...linkRoutes,
  ...sourceRoutes,
  ...itemApi,
  ...feedApi,
  ...linkApi,
  ...profileRoutes,
  ...reviewRoutes,
  ...conflictRoutes,
  ...harmRoutes,
  ...harmApi,
  ...chartRoutes,
  ...keptRoutes,
  ...spotsRoutes,
  ...problemRoutes,
  ...strategyRoutes,
  ...ocgRoutes,
  ...ocgPaperRoutes,
  ...ocgApi,
  ...checkRoutes,
  ...requirementRoutes,
  ...requirementApi,
  ...checkApi,
  ...sourceApi,
  ...draftRoutes,
  ...packageRoutes,
  ...packageApi,
  ...vettingRoutes,
  ...commissionRoutes,
  ...enquiryRoutes,
  ...enquiryApi,
];
export { keptPolicy } from './chart/kept.policy.ts';
export { checkJobs } from './check/check.jobs.ts';
export { companiesHouseRegister } from './check/companies-house.ts';
export { commissionPolicy } from './commission/commission.policy.ts';
export { drawnCommission } from './commission/commission.transitions.ts';
export { hadHandIn } from './conflict/conflict.store.ts';
export { askUnit } from './enquiry/enquiry.commands.ts';
export { enquirySubjects } from './enquiry/enquiry.forms.ts';
export { enquiryJobs, enquirySchedule } from './enquiry/enquiry.jobs.ts';
export { enquiryPolicy } from './enquiry/enquiry.policy.ts';
export { type EnquiryShown, enquiriesAbout, wordsGiven } from './enquiry/enquiry.store.ts';
export { consideredWords } from './enquiry/enquiry.words.ts';
export { type GraphLoad, type GraphLoaded, loadGraph } from './graph/graph.commands.ts';
export type { FileAccount, RowProblem } from './graph/graph.drafts.ts';
export { readPlain, readPole } from './graph/read-graph.ts';
export { gradeIntelligence } from './intelligence.permissions.ts';
export {
  groupByReference,
  itemByReference,
  productByReference,
  requirementByReference,
  searchGroups,
  searchItems,
  searchNamed,
  searchProducts,
  searchRequirements,
} from './intelligence.search.ts';
export { itemPolicy, wholeItemPolicy } from './item/item.policy.ts';
export { mentionsIn, paragraphsIn } from './item/mentions.ts';
export { nominalPolicy, writtenAs } from './link/link.store.ts';
export { type IntelligenceLine, intelligenceNeedsMe } from './needs-me.queries.ts';
export { drawnOcg } from './ocg/ocg.transitions.ts';
export { ownWork, packageToUse, tellOutcome } from './package/package.commands.ts';
export { packagePolicy } from './package/package.policy.ts';
export { countedPolicy } from './spots/spots.policy.ts';
export { askVetting } from './vetting/vetting.commands.ts';
export { vettingJobs, vettingSchedule } from './vetting/vetting.jobs.ts';
export { vettingPolicy } from './vetting/vetting.policy.ts';
export { type VettingShown, vettingShown } from './vetting/vetting.store.ts';
export {
  answersOn,
  type VettingAnswer,
  vettingAnswerWords,
  vettingConditionName,
} from './vetting/vetting.words.ts';
export { watchJobs, watchSchedule } from './watch/watch.jobs.ts';
export { watchPolicy } from './watch/watch.policy.ts';
