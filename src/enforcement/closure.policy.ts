import type { Policy } from '../platform/access/policy.ts';
import { type FileSubject, filePolicy } from './procedure.policy.ts';

/** Statuses in which a closure is its own agency's business: before the notice is served, and when it was discarded. */
const ownAlone: readonly string[] = ['prepared', 'consulted', 'void'];
export const isOwnAlone = (status: string): boolean => ownAlone.includes(status);

export const closurePolicy: Policy<FileSubject> = filePolicy('enforcement.closure', ownAlone);
