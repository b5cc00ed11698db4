import { sql } from 'kysely';
import type { PenaltyOffence } from '../../reference/penalties.ts';
import { caseworkers, type Role } from '../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { agenciesSeen, hasRole, type Viewer } from '../platform/access/viewer.ts';
import { refusedByRule } from '../platform/failures/failures.ts';
import { mayTouchOffence } from './penalty.transitions.ts';
import type { FileSubject } from './procedure.policy.ts';

const readers: readonly Role[] = [...caseworkers, 'performance-analyst'];

/**
 * A penalty is seen by the agency that issued it and by those with whom it shares its cases. A draft is its own
 * agency's business: nobody has been told of it yet.
 */
export const penaltyPolicy: Policy<FileSubject> = {
  name: 'enforcement.penalty',
  can(viewer, penalty) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER' || viewer.side === 'OPS';
    if (viewer.kind !== 'officer' || viewer.side !== 'OPS' || !hasRole(viewer, ...readers)) return false;
    if (penalty.status === 'draft')
      return viewer.agencyId === penalty.agencyId && hasRole(viewer, ...caseworkers);
    return agenciesSeen(viewer, 'case').includes(penalty.agencyId);
  },
  visible(viewer, alias) {
    if (viewer.kind === 'system')
      return viewer.side === 'WORKER' || viewer.side === 'OPS' ? sql`TRUE` : nobody;
    if (viewer.kind !== 'officer' || viewer.side !== 'OPS' || !hasRole(viewer, ...readers)) return nobody;
    const given = allOf(
      sql`${sql.ref(`${alias}.status`)} <> 'draft'`,
      isOneOf(`${alias}.agencyId`, agenciesSeen(viewer, 'case')),
    );
    return hasRole(viewer, ...caseworkers)
      ? anyOf(given, isOneOf(`${alias}.agencyId`, [viewer.agencyId]))
      : given;
  },
};

/** Acts are for the issuing agency. */
export const mayActOnPenalty = (viewer: Viewer, penalty: FileSubject): boolean =>
  viewer.kind === 'officer' && viewer.agencyId === penalty.agencyId;

/** Why the viewer may not act on a penalty of their own agency or another, if they may not. */
export function actAgainst(
  viewer: Viewer,
  penalty: FileSubject & { agencyName: string; offence: PenaltyOffence },
  askThem = 'Only the issuing agency acts on it: ask them.',
) {
  if (!mayActOnPenalty(viewer, penalty))
    return refusedByRule('penalty.other-agency', `This penalty is ${penalty.agencyName}’s.`, askThem);
  return offenceAgainst(viewer, penalty.offence);
}
/** Why the viewer may not write a penalty for an offence, if their role does not. */
export const offenceAgainst = (viewer: Viewer, offence: PenaltyOffence) =>
  viewer.kind === 'officer' && !mayTouchOffence(viewer.roles, offence)
    ? refusedByRule(
        'penalty.disorder-only',
        'Your role writes penalty notices for disorder, and no other penalty.',
        'Ask an officer of the council who gives penalties for this offence.',
      )
    : undefined;
