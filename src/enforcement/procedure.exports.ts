export { addresseeAllowed } from './addressee.ts';
export { addMonths } from './closure.time.ts';
export { codes, optional, recordField, text, tick, withDays } from './fields.ts';
export { type Counted, countPeriod } from './period.ts';
export { areasOf, whoCouldUse } from './power.store.ts';
export { type Authorisation, powerWords } from './power.ts';
export { editionsView, procedureViews, stepsShown } from './procedure.api.ts';
export { lineToTake, missing, movedOn, stepAllowed } from './procedure.commands.ts';
export {
  addEvent,
  type EditionRow,
  findEdition,
  keepEdition,
  listEditions,
  listEvents,
} from './procedure.store.ts';
export {
  type Condition,
  type DrawnProcedure,
  endsOf,
  lineFor,
  linesFrom,
  type ProcedureLine,
} from './procedure.ts';
export { EditionList, History } from './procedure-history.pages.tsx';
export { NextSteps, type OfferedStep, StepLinks } from './procedure-next.pages.tsx';
export { PaperView } from './procedure-paper.pages.tsx';
export { StepCheck, StepForm } from './procedure-step.pages.tsx';
export { stepRoutes } from './procedure-step.routes.tsx';
