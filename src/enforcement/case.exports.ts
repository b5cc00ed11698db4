export { caseApi } from './case.api.ts';
export * from './case.commands.ts';
export { caseCloseSchema, caseNoteSchema, caseParams, caseServiceSchema } from './case.forms.ts';
export { AddServiceForm, CaseStatusTag, CloseCaseForm } from './case.pages.tsx';
export { readCases, workCases } from './case.permissions.ts';
export { casePolicy, mayWorkCase } from './case.policy.ts';
export { caseView, readCase } from './case.queries.ts';
export { caseRoutes } from './case.routes.tsx';
export { caseByReference, searchCases } from './case.search.ts';
export {
  addCaseEvent,
  type CaseFile,
  type CaseService,
  caseHidesPlace,
  findCase,
  listCases,
} from './case.store.ts';
export {
  type CaseTransition,
  caseActionsFrom,
  caseTransitionFor,
  caseTransitions,
} from './case.transitions.ts';
export { caseOutcomeWords, caseStatusWords } from './case.words.ts';
