import type { Policy } from '../platform/access/policy.ts';
import { type FileSubject, filePolicy } from './procedure.policy.ts';

/** What was opened by mistake is its own agency's business; everything else is told to those who share cases. */
export const abandonedPolicy: Policy<FileSubject> = filePolicy('enforcement.abandoned', ['void']);
