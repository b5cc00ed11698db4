import type { Route } from '../platform/http/declare.ts';
import { fieldApi } from './field.api.ts';
import { fieldPages } from './field.routes.tsx';

/** The field: today's work on a telephone. */
export const fieldRoutes: readonly Route[] = [...fieldPages, ...fieldApi];
export { fieldJobs, fieldSchedule } from './field.jobs.ts';
export { useField } from './field.permissions.ts';
export { capturePolicy } from './field.policy.ts';
