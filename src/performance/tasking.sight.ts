import type { Policy } from '../platform/access/policy.ts';

/** The half of a policy that a figure is counted with. */
type Sight = Policy<never>['visible'];

/**
 * Who sees tasks and data returns, by their own module's policies. Undefined where the module is not installed: the
 * figures over its records then say that they are not measured.
 */
export const taskSight: Sight | undefined = undefined;
export const meetingSight: Sight | undefined = undefined;
