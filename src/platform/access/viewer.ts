/** Sides of the wall, each a database login of its own. PUBLIC has no account. */
export type Side = 'PUBLIC' | 'OPS' | 'INTEL' | 'SAFEGUARD' | 'GOV' | 'TECH';

/** Another agency that lets this viewer's agency see a kind of its records today. */
export interface AgreedSight {
  recordKind: string;
  fromAgencyId: string;
}

/** A signed-in officer, made once a request. */
export interface OfficerViewer {
  kind: 'officer';
  accountId: string;
  sessionId: string;
  officerId: string;
  name: string;
  agencyId: string;
  agencyName: string;
  side: Exclude<Side, 'PUBLIC'>;
  roles: readonly string[];
  serviceIds: readonly string[];
  agreements: readonly AgreedSight[];
}

/** Anybody without an account: sees only what is public and what they themselves reported. */
export interface PublicViewer {
  kind: 'public';
  side: 'PUBLIC';
}

/** The system at work by itself; made only in `main/` and jobs, with a reason, and audited like anyone. */
export interface SystemViewer {
  kind: 'system';
  side: Exclude<Side, 'PUBLIC'> | 'WORKER';
  reason: string;
}

export type Viewer = OfficerViewer | PublicViewer | SystemViewer;

export const publicViewer: PublicViewer = { kind: 'public', side: 'PUBLIC' };

/** Made where no person asks: a job, the seed, a command-line import. */
export const systemViewer = (side: SystemViewer['side'], reason: string): SystemViewer => ({
  kind: 'system',
  side,
  reason,
});

export const hasRole = (viewer: Viewer, ...roles: readonly string[]): boolean =>
  viewer.kind === 'officer' && viewer.roles.some((role) => roles.includes(role));

/** The agencies whose records of a kind the viewer may see today: their own and those with an agreement. */
export function agenciesSeen(viewer: Viewer, recordKind: string): readonly string[] {
  if (viewer.kind !== 'officer') return [];
  const agreed = viewer.agreements.filter((a) => a.recordKind === recordKind).map((a) => a.fromAgencyId);
  return [viewer.agencyId, ...agreed];
}
