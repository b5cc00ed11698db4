import { sql } from 'kysely';
import { markerKeepers, screeners } from '../directory/index.ts';
import { anyOf, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
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
}

/** A screening is read by the officer who made it, and by those who keep the markers of their agency. */
export const screeningPolicy: Policy<ScreeningSubject> = {
  name: 'assurance.screening',
  can(viewer, screening) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER';
    if (viewer.kind !== 'officer' || screening.agencyId !== viewer.agencyId) return false;
    if (hasRole(viewer, ...markerKeepers)) return true;
    return hasRole(viewer, ...screeners) && screening.officerId === viewer.officerId;
  },
  visible(viewer, alias) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER' ? sql`TRUE` : nobody;
    if (viewer.kind !== 'officer') return nobody;
    const own = isOneOf(`${alias}.agencyId`, [viewer.agencyId]);
    if (hasRole(viewer, ...markerKeepers)) return anyOf(own);
    if (!hasRole(viewer, ...screeners)) return nobody;
    return sql`coalesce(${own} and ${isOneOf(`${alias}.officerId`, [viewer.officerId])}, false)`;
  },
};
