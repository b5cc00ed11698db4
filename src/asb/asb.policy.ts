import { sql } from 'kysely';
import type { Role } from '../directory/index.ts';
import { allOf, anyOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole, type Viewer } from '../platform/access/viewer.ts';
import { asbChairs, asbOfficers } from './asb.roles.ts';

type Officer = Extract<Viewer, { kind: 'officer' }>;
const officerWith = (viewer: Viewer, roles: readonly Role[]): Officer | undefined =>
  viewer.kind === 'officer' && viewer.side === 'OPS' && hasRole(viewer, ...roles) ? viewer : undefined;
/** Somebody who keeps cases, on the side of operations: on the other sides the tables are not even there to be asked. */
export const isAsbOfficer = (viewer: Viewer): boolean => officerWith(viewer, asbOfficers) !== undefined;
export const isAsbChair = (viewer: Viewer): boolean => officerWith(viewer, asbChairs) !== undefined;
const is = (column: string, id: string) => sql<boolean>`${sql.ref(column)} = ${id}::uuid`;
const has = (column: string, id: string) => sql<boolean>`${sql.ref(column)} @> array[${id}::uuid]`;

const own = (name: string, roles: readonly Role[]): Policy<{ agencyId: string }> => ({
  name,
  can: (viewer, subject) => officerWith(viewer, roles)?.agencyId === subject.agencyId,
  visible(viewer, alias) {
    const officer = officerWith(viewer, roles);
    return officer ? is(`${alias}.agencyId`, officer.agencyId) : nobody;
  },
});
/** A case with its complainants, risk and orders: the agency that keeps it. */
export const asbCasePolicy = own('asb.case', asbOfficers);
/** A case review: those who run them, in the agency that got the application. */
export const caseReviewPolicy = own('asb.review', asbChairs);

/** A nomination: the agencies that are told of it. */
export const nominationPolicy: Policy<{ agencyIds: readonly string[] }> = {
  name: 'asb.nomination',
  can(viewer, subject) {
    const officer = officerWith(viewer, asbOfficers);
    return officer !== undefined && subject.agencyIds.includes(officer.agencyId);
  },
  visible(viewer, alias) {
    const officer = officerWith(viewer, asbOfficers);
    return officer ? has(`${alias}.agencyIds`, officer.agencyId) : nobody;
  },
};

export interface ContributionSubject {
  /** The agencies that are told of the nomination. */
  agencyIds: readonly string[];
  officerId: string;
  audience: string;
  audienceIds: readonly string[];
}
/** What an agency brought: whoever brought it, and its audience. To everybody else, colleagues too, there is none. */
export const contributionPolicy: Policy<ContributionSubject> = {
  name: 'asb.contribution',
  can(viewer, given) {
    const officer = officerWith(viewer, asbOfficers);
    if (!officer || !given.agencyIds.includes(officer.agencyId)) return false;
    return (
      given.officerId === officer.officerId ||
      given.audience === 'group' ||
      given.audienceIds.includes(officer.officerId)
    );
  },
  visible(viewer, alias) {
    const officer = officerWith(viewer, asbOfficers);
    if (!officer) return nobody;
    return allOf(
      has(`${alias}.agencyIds`, officer.agencyId),
      anyOf(
        is(`${alias}.officerId`, officer.officerId),
        sql<boolean>`${sql.ref(`${alias}.audience`)} = 'group'`,
        has(`${alias}.audienceIds`, officer.officerId),
      ),
    );
  },
};

const twoSided = <Field extends 'leadAgencyId' | 'bodyAgencyId'>(
  name: string,
  field: Field,
): Policy<{ agencyId: string } & Record<Field, string>> => ({
  name,
  can(viewer, subject) {
    const officer = officerWith(viewer, asbOfficers);
    return officer !== undefined && [subject.agencyId, subject[field]].includes(officer.agencyId);
  },
  visible(viewer, alias) {
    const officer = officerWith(viewer, asbOfficers);
    return officer
      ? anyOf(is(`${alias}.agencyId`, officer.agencyId), is(`${alias}.${field}`, officer.agencyId))
      : nobody;
  },
});
/** An action, or a plan before a release: the agency whose it is, and the one that chairs. */
export const asbActionPolicy = twoSided('asb.action', 'leadAgencyId');
/** A recommendation: the agency that runs the review, and the body that it is to, once it is sent. */
export const recommendationPolicy = twoSided('asb.recommendation', 'bodyAgencyId');
