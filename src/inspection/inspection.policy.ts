import { sql } from 'kysely';
import type { Role } from '../directory/index.ts';
import { allOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole, type Viewer } from '../platform/access/viewer.ts';
import { inspectors, tableReaders } from './inspection.roles.ts';

/** What decides who sees premises, a visit or a scheme: the agencies that are named on it, the one that keeps it among them. */
export interface SharedSubject {
  agencyIds: readonly string[];
}
const agencyOf = (viewer: Viewer, roles: readonly Role[]): string | undefined =>
  viewer.kind === 'officer' && viewer.side === 'OPS' && hasRole(viewer, ...roles)
    ? viewer.agencyId
    : undefined;
/** Somebody who inspects, on the side of operations: on the other sides the tables are not even there to be asked. */
export const isInspector = (viewer: Viewer): boolean => agencyOf(viewer, inspectors) !== undefined;
const named = (alias: string, agencyId: string) =>
  sql<boolean>`${sql.ref(`${alias}.agencyIds`)} @> array[${agencyId}::uuid]`;

const shared = (name: string): Policy<SharedSubject> => ({
  name,
  can(viewer, subject) {
    const agencyId = agencyOf(viewer, inspectors);
    return agencyId !== undefined && subject.agencyIds.includes(agencyId);
  },
  visible(viewer, alias) {
    const agencyId = agencyOf(viewer, inspectors);
    return agencyId ? named(alias, agencyId) : nobody;
  },
});
/** The card of premises: those who inspect, in the agency that keeps it and those it shares a concern with. */
export const premisesPolicy = shared('inspection.premises');
/** A visit: the agency whose it is, and those that come with it. */
export const visitPolicy = shared('inspection.visit');
/** A scheme: the agency that runs it, and those of its group. */
export const schemePolicy = shared('inspection.scheme');

export interface PurchaseSubject extends SharedSubject {
  status: string;
}
const told = ['under-way', 'completed'];
/**
 * A test-purchase operation: those who inspect, in the agencies that take part; whoever makes the figures once the day has come.
 * To everybody else there is none.
 */
export const purchasePolicy: Policy<PurchaseSubject> = {
  name: 'inspection.purchase',
  can(viewer, given) {
    const agencyId = agencyOf(viewer, tableReaders);
    if (agencyId === undefined || !given.agencyIds.includes(agencyId)) return false;
    return hasRole(viewer, ...inspectors) || told.includes(given.status);
  },
  visible(viewer, alias) {
    const agencyId = agencyOf(viewer, tableReaders);
    if (!agencyId) return nobody;
    if (hasRole(viewer, ...inspectors)) return named(alias, agencyId);
    return allOf(named(alias, agencyId), sql<boolean>`${sql.ref(`${alias}.status`)} = any(${told}::text[])`);
  },
};

/** An application for an award: those who inspect, in the agency that runs the scheme. */
export const awardPolicy: Policy<{ agencyId: string }> = {
  name: 'inspection.award',
  can: (viewer, award) => agencyOf(viewer, inspectors) === award.agencyId,
  visible(viewer, alias) {
    const agencyId = agencyOf(viewer, inspectors);
    return agencyId ? sql<boolean>`${sql.ref(`${alias}.agencyId`)} = ${agencyId}::uuid` : nobody;
  },
};
