import type { Policy } from '../platform/access/policy.ts';
import { type FileSubject, filePolicy } from './procedure.policy.ts';

/** Statuses in which a file is its own agency's business: a draft, served on nobody yet or never. */
const ownAlone: readonly string[] = ['drafted', 'void'];
export const isOwnAlone = (status: string): boolean => ownAlone.includes(status);

export const protectionPolicy: Policy<FileSubject> = filePolicy('enforcement.protection', ownAlone);
