import { sql } from 'kysely';
import { caseworkers, type Role } from '../directory/index.ts';
import { allOf, anyOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole, type OfficerViewer, type Viewer } from '../platform/access/viewer.ts';
import { teamLeads, teamOfficers } from './jet.permissions.ts';

const officerIn = (viewer: Viewer, roles: readonly Role[]): OfficerViewer | undefined =>
  viewer.kind === 'officer' && viewer.side === 'OPS' && hasRole(viewer, ...roles) ? viewer : undefined;

/** What decides who sees something of an agency's team. */
export interface AgencySubject {
  agencyId: string;
}
/** What decides who sees something that one officer of an agency did. */
export interface OfficerSubject extends AgencySubject {
  officerId: string;
}

const ofAgency = (name: string, roles: readonly Role[]): Policy<AgencySubject> => ({
  name,
  can: (viewer, given) => officerIn(viewer, roles)?.agencyId === given.agencyId,
  visible(viewer, alias) {
    const officer = officerIn(viewer, roles);
    return officer ? sql<boolean>`${sql.ref(`${alias}.agencyId`)} = ${officer.agencyId}::uuid` : nobody;
  },
});
/** Whoever leads the team, or counts for the agency, reads all of it; an officer what is their own. */
const ownOrLed = (name: string, leads: readonly Role[], own: readonly Role[]): Policy<OfficerSubject> => ({
  name,
  can(viewer, given) {
    if (officerIn(viewer, leads)) return officerIn(viewer, leads)?.agencyId === given.agencyId;
    const officer = officerIn(viewer, own);
    return (
      officer !== undefined && officer.agencyId === given.agencyId && officer.officerId === given.officerId
    );
  },
  visible(viewer, alias) {
    const [lead, officer] = [officerIn(viewer, leads), officerIn(viewer, own)];
    if (lead) return sql<boolean>`${sql.ref(`${alias}.agencyId`)} = ${lead.agencyId}::uuid`;
    return officer
      ? allOf(
          sql<boolean>`${sql.ref(`${alias}.agencyId`)} = ${officer.agencyId}::uuid`,
          sql<boolean>`${sql.ref(`${alias}.officerId`)} = ${officer.officerId}::uuid`,
        )
      : nobody;
  },
});

/** An entry of the time log: whoever logged it, who leads the team, and the agency's analyst. */
export const timePolicy = ownOrLed('jet.time', [...teamLeads, 'performance-analyst'], teamOfficers);
/** A power, clearance or use of a power: the officer themselves, who leads the team, and the agency's analyst, who counts. */
export const powerPolicy = ownOrLed('jet.power', [...teamLeads, 'performance-analyst'], caseworkers);
/** Closed months without their reasons, and patrol plans with what came of them: the agency's team and who leads it. */
export const teamPolicy = ofAgency('jet.team', [
  ...teamOfficers,
  'community-safety-coordinator',
  'performance-analyst',
]);
/** Why a month is red and what a review found: who leads the team alone. */
export const findingPolicy = ofAgency('jet.finding', teamLeads);
/** Rosters: each agency its own, the neighbourhood police's among them. */
export const rosterPolicy = ofAgency('jet.roster', [
  ...teamOfficers,
  'community-safety-coordinator',
  'police-partner',
]);
/** Who was invited to training and came: the agency's own; its analyst counts them. */
export const invitationPolicy = ofAgency('jet.invitation', [...caseworkers, 'performance-analyst']);

/** What decides who sees an accreditation anew. */
export interface ReaccreditationSubject extends OfficerSubject {
  forceAgencyId: string;
  /** The three ticks are there, so that the force may look. */
  isReady: boolean;
}
/** The agency's lead, the officer it is about, and, once it is ready, the force that issues it. The alias has `is_ready`. */
export const reaccreditationPolicy: Policy<ReaccreditationSubject> = {
  name: 'jet.reaccreditation',
  can(viewer, given) {
    const force = officerIn(viewer, ['police-partner']);
    return (
      ownOrLed('', teamLeads, teamOfficers).can(viewer, given) ||
      (force !== undefined && given.isReady && force.agencyId === given.forceAgencyId)
    );
  },
  visible(viewer, alias) {
    const force = officerIn(viewer, ['police-partner']);
    return anyOf(
      ownOrLed('', teamLeads, teamOfficers).visible(viewer, alias),
      force
        ? allOf(
            sql`${sql.ref(`${alias}.isReady`)}`,
            sql`${sql.ref(`${alias}.forceAgencyId`)} = ${force.agencyId}::uuid`,
          )
        : nobody,
    );
  },
};
