import type { Policy } from '../../platform/access/policy.ts';
import { awardPolicy } from '../inspection.policy.ts';

/** A review of a licence: those who inspect, in the agency that keeps the file. What others read of it is the public register. */
export const licensingPolicy: Policy<{ agencyId: string }> = { ...awardPolicy, name: 'inspection.licensing' };
