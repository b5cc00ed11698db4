import type { Route } from '../platform/http/declare.ts';
import { assuranceApi } from './assurance.api.ts';
import { markerRoutes } from './marker.routes.tsx';
import { screenRoutes } from './screen.routes.tsx';

/** Warning markers, and the screen before a visit. */
export const assuranceRoutes: readonly Route[] = [...markerRoutes, ...screenRoutes, ...assuranceApi];
export { screenVisits } from './assurance.permissions.ts';
export { markerJobs, markerSchedule } from './marker.jobs.ts';
export { markerDetailPolicy, markerPolicy, screeningPolicy } from './marker.policy.ts';
export {
  type CompanionIs,
  companions,
  companionWords,
  type PrecautionRule,
  precautionRule,
} from './marker.rules.ts';
export { isMarkedSince, type ShownMarker } from './marker.store.ts';
export { type MarkerLine, markersNeedMe } from './needs-me.queries.ts';
export { screenDays } from './number.store.ts';
export { type Asker, answerHit, askedOfRecord, askerOf, screen } from './screen.commands.ts';
export { addressKey } from './screen.keys.ts';
export type { Asked } from './screen.match.ts';
export { Hits, instructionsOf, LookedThrough, NothingMet } from './screen.pages.tsx';
export { findScreening } from './screen.store.ts';
export {
  type Answered,
  agenciesMetBy,
  type Cleared,
  clearedFor,
  type ScreenView,
  screenView,
} from './screen.view.ts';
export {
  againstVisit,
  type Company,
  effectOfMarkers,
  heldToday,
  refusedOnForm,
  screenForVisit,
  type VisitEffect,
} from './visit-screen.ts';
