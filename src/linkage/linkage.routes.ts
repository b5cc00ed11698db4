import type { Route } from '../platform/http/declare.ts';
import { peopleApi } from './api/people.api.ts';
import { reviewApi } from './api/review.api.ts';
import { cardRoutes } from './card/card.routes.tsx';
import { deskRoutes } from './desk/desk.routes.tsx';
import { deskOtherRoutes } from './desk/other.routes.tsx';
import { modelRoutes } from './match/model.routes.tsx';
import { qualityRoutes } from './quality/quality.routes.tsx';

/** The review desk, cards of people, models and quality. */
export const linkageRoutes: readonly Route[] = [
  ...deskRoutes,
  ...deskOtherRoutes,
  ...modelRoutes,
  ...qualityRoutes,
  ...cardRoutes,
  ...reviewApi,
  ...peopleApi,
];
