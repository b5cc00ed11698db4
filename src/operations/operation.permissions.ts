import { caseworkers } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';
import { operationPlanners } from './operation.transitions.ts';

export const readOperations = permission(
  'operations.read',
  'Read the days of action that your agency takes part in, log stops on them and report back',
  [...caseworkers, 'performance-analyst'],
);
export const takePart = permission(
  'operations.take-part',
  'Log stops of a day of action, and draft penalties from them',
  caseworkers,
);
export const planOperations = permission(
  'operations.plan',
  'Plan days of action, agree to them for your agency, and say who takes part with which power',
  operationPlanners,
);
