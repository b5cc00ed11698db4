import type { Policy } from '../platform/access/policy.ts';
import { type FileSubject, filePolicy } from './procedure.policy.ts';

/** Before anybody was consulted, and when it was given up, a proposal is its own council's business. */
export const pspoPolicy: Policy<FileSubject> = filePolicy('enforcement.pspo', [
  'proposed',
  'evidenced',
  'withdrawn',
]);
