import type { Route } from '../platform/http/declare.ts';
import { noteRoutes } from './note.routes.tsx';
import { planRoutes } from './plan.routes.tsx';
import { powerApi } from './power.api.ts';
import { accreditationRoutes, powerRoutes } from './power.routes.tsx';
import { reviewRoutes } from './review.routes.tsx';
import { rosterRoutes } from './roster.routes.tsx';
import { teamRoutes } from './team.routes.tsx';
import { timeApi } from './time.api.ts';
import { timeRoutes } from './time.routes.tsx';
import { trainingRoutes } from './training.routes.tsx';

/** Joint enforcement teams. */
export const jetRoutes: readonly Route[] = [
  ...teamRoutes,
  ...timeRoutes,
  ...reviewRoutes,
  ...powerRoutes,
  ...accreditationRoutes,
  ...noteRoutes,
  ...trainingRoutes,
  ...rosterRoutes,
  ...planRoutes,
  ...timeApi,
  ...powerApi,
];
export { jetJobs, jetSchedule } from './jet.jobs.ts';
export { logPatrols, logTime as logOwnTime, readTeams, teamReaders } from './jet.permissions.ts';
export {
  findingPolicy,
  invitationPolicy,
  powerPolicy,
  reaccreditationPolicy,
  rosterPolicy,
  teamPolicy,
  timePolicy,
} from './jet.policy.ts';
export { logPatrol } from './plan.commands.ts';
export { patrolSchema } from './plan.forms.ts';
export { type Plan, plansOn } from './plan.store.ts';
export { listTeams, type Team } from './team.store.ts';
export { logTime } from './time.commands.ts';
export { timeSchema } from './time.forms.ts';
