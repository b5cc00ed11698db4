import { type RawBuilder, sql } from 'kysely';
import { markerKeepers, screeners, victimReaders } from '../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { agenciesSeen, hasRole, type Viewer } from '../platform/access/viewer.ts';

/** What decides who meets a marker, and who sees why it was set. */
export interface MarkerSubject {
  agencyId: string;
}

const agenciesMet = (viewer: Viewer): readonly string[] =>
  hasRole(viewer, ...screeners) ? agenciesSeen(viewer, 'marker') : [];

/**
 * Type, precaution and expiry of a marker: whoever screens, of their own agency's markers and of those of agencies with an
 * agreement about markers. They meet one only by screening for a person or place; there is no list for them.
 */
export const markerPolicy: Policy<MarkerSubject> = {
  name: 'assurance.marker',
  can(viewer, marker) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER';
    return agenciesMet(viewer).includes(marker.agencyId);
  },
  visible(viewer, alias) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER' ? sql`TRUE` : nobody;
    const agencies = agenciesMet(viewer);
    return agencies.length === 0 ? nobody : isOneOf(`${alias}.agencyId`, agencies);
  },
};

/** Why a marker was set, where its evidence is and its history: those who keep the markers of the agency that set it. */
export const markerDetailPolicy: Policy<MarkerSubject> = {
  name: 'assurance.marker-detail',
  can: (viewer, marker) =>
    viewer.kind === 'officer' && hasRole(viewer, ...markerKeepers) && marker.agencyId === viewer.agencyId,
  visible: (viewer, alias) =>
    viewer.kind === 'officer' && hasRole(viewer, ...markerKeepers)
      ? isOneOf(`${alias}.agencyId`, [viewer.agencyId])
      : nobody,
};

/** What decides who reads a screening. */
export interface ScreeningSubject {
  agencyId: string;
  /** Nobody, where the system screened by itself. */
  officerId: string | null;
  /** The file of the victim register that it was made for, if any. */
  subjectId: string | null;
}

/**
 * A screening is read by the officer who made it, and by those who keep the markers of their agency; one that was made for
 * somebody on the victim register by those who keep the register alone: whoever else keeps markers may not learn of it.
 */
export const screeningPolicy: Policy<ScreeningSubject> = {
  name: 'assurance.screening',
  can(viewer, screening) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER';
    if (viewer.kind !== 'officer' || screening.agencyId !== viewer.agencyId) return false;
    if (hasRole(viewer, ...victimReaders)) return true;
    if (screening.subjectId === null && hasRole(viewer, ...markerKeepers)) return true;
    return hasRole(viewer, ...screeners) && screening.officerId === viewer.officerId;
  },
  visible(viewer, alias) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER' ? sql`TRUE` : nobody;
    if (viewer.kind !== 'officer') return nobody;
    const own = isOneOf(`${alias}.agencyId`, [viewer.agencyId]);
    if (hasRole(viewer, ...victimReaders)) return anyOf(own);
    const clauses: RawBuilder<boolean>[] = [];
    if (hasRole(viewer, ...markerKeepers)) clauses.push(sql`${sql.ref(`${alias}.subjectId`)} is null`);
    if (hasRole(viewer, ...screeners))
      clauses.push(sql`coalesce(${isOneOf(`${alias}.officerId`, [viewer.officerId])}, false)`);
    return allOf(own, anyOf(...clauses));
  },
};
