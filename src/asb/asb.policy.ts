import { sql } from 'kysely';
import type { Role } from '../directory/index.ts';
import { allOf, anyOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole, type Viewer } from '../platform/access/viewer.ts';
import { asbCaseKeepers, asbChairs, asbOfficers } from './asb.roles.ts';

type Officer = Extract<Viewer, { kind: 'officer' }>;
const officerWith = (viewer: Viewer, roles: readonly Role[]): Officer | undefined =>
  viewer.kind === 'officer' && viewer.side === 'OPS' && hasRole(viewer, ...roles) ? viewer : undefined;
/** Somebody who keeps cases, on the side of operations: on the other sides the tables are not even there to be asked. */
export const isAsbOfficer = (viewer: Viewer): boolean => officerWith(viewer, asbOfficers) !== undefined;
export const isAsbChair = (viewer: Viewer): boolean => officerWith(viewer, asbChairs) !== undefined;
const is = (column: string, id: string) => sql<boolean>`${sql.ref(column)} = ${id}::uuid`;
const has = (column: string, id: string) => sql<boolean>`${sql.ref(column)} @> array[${id}::uuid]`;

/** Keeps every case of the agency; a service officer without such a role has those that name them. */
const worksOn = (officer: Officer, officerIds: readonly string[]): boolean =>
  hasRole(officer, ...asbCaseKeepers) || officerIds.includes(officer.officerId);
const worksOnRow = (officer: Officer, alias: string) =>
  hasRole(officer, ...asbCaseKeepers) ? sql<boolean>`true` : has(`${alias}.officerIds`, officer.officerId);

/** A case with its complainants, risk and orders: those of its agency who keep cases, and the service officers who work on it. */
export const asbCasePolicy: Policy<{ agencyId: string; officerIds: readonly string[] }> = {
  name: 'asb.case',
  can(viewer, subject) {
    const officer = officerWith(viewer, asbOfficers);
    return officer?.agencyId === subject.agencyId && worksOn(officer, subject.officerIds);
  },
  visible(viewer, alias) {
    const officer = officerWith(viewer, asbOfficers);
    return officer ? allOf(is(`${alias}.agencyId`, officer.agencyId), worksOnRow(officer, alias)) : nobody;
  },
};
/** A case review: those who run them, in the agency that got the application. */
export const caseReviewPolicy: Policy<{ agencyId: string }> = {
  name: 'asb.review',
  can: (viewer, subject) => officerWith(viewer, asbChairs)?.agencyId === subject.agencyId,
  visible(viewer, alias) {
    const officer = officerWith(viewer, asbChairs);
    return officer ? is(`${alias}.agencyId`, officer.agencyId) : nobody;
  },
};

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
const eitherAgency = twoSided('asb.action', 'leadAgencyId');
/**
 * An action: in the agency that does it and the one that chairs those who keep cases, the service that was given it, and whoever works on
 * the case of its plan.
 */
export const asbActionPolicy: Policy<{
  agencyId: string;
  leadAgencyId: string;
  serviceId: string;
  officerIds: readonly string[];
}> = {
  name: 'asb.action',
  can(viewer, subject) {
    const officer = officerWith(viewer, asbOfficers);
    return (
      officer !== undefined &&
      eitherAgency.can(viewer, subject) &&
      (officer.serviceIds.includes(subject.serviceId) || worksOn(officer, subject.officerIds))
    );
  },
  visible(viewer, alias) {
    const officer = officerWith(viewer, asbOfficers);
    if (!officer) return nobody;
    const isOurs = sql<boolean>`${sql.ref(`${alias}.serviceId`)} = any (${[...officer.serviceIds]}::uuid[])`;
    return allOf(eitherAgency.visible(viewer, alias), anyOf(isOurs, worksOnRow(officer, alias)));
  },
};
/** Actions with the officers of their case, as the policy asks for them: those of another agency's case are not there to be named. */
export const asbActionRows = sql`(select x.*, coalesce(c.officer_ids, '{}') as officer_ids from asb.action x
  left join asb.release_plan p on p.id = x.plan_id left join asb.asb_case c on c.id = p.asb_id)`;
/** A plan before a release, which tells of custody: whoever works on the case, and those who keep cases where it is chaired. */
export const releasePlanPolicy: Policy<{
  agencyId: string;
  leadAgencyId: string;
  officerIds: readonly string[];
}> = {
  name: 'asb.release-plan',
  can(viewer, subject) {
    const officer = officerWith(viewer, asbOfficers);
    return officer !== undefined && eitherAgency.can(viewer, subject) && worksOn(officer, subject.officerIds);
  },
  visible(viewer, alias) {
    const officer = officerWith(viewer, asbOfficers);
    return officer ? allOf(eitherAgency.visible(viewer, alias), worksOnRow(officer, alias)) : nobody;
  },
};
/** A recommendation: the agency that runs the review, and the body that it is to, once it is sent. */
export const recommendationPolicy = twoSided('asb.recommendation', 'bodyAgencyId');
