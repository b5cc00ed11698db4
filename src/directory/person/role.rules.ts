import { roles as roleRows } from '../../../reference/roles.ts';
import type { Side } from '../../platform/access/viewer.ts';
import type { Role } from '../roles.ts';

/** Who may be given a role, and on whose word. */
export interface RoleRule {
  /** Whether the officer's own agency must agree first, by whoever speaks for it. */
  needsConsent: boolean;
  /** Why, as the page says it. */
  why: string;
}

const plain: RoleRule = { needsConsent: false, why: 'Everyday work of the agency’s own services.' };
const consent = (why: string): RoleRule => ({ needsConsent: true, why });

/**
 * Roles that open what an agency answers for beyond its own reports need that agency's word, not an administrator's
 * alone: no side of the wall is entered, and nobody is made an administrator or auditor, by one person (roles R4-R6,
 * R12-R14, R20, R23 and R24).
 */
export const roleRules: Readonly<Record<Role, RoleRule>> = {
  reception: plain,
  'service-officer': plain,
  'environmental-health-officer': plain,
  'jet-officer': plain,
  'jet-supervisor': plain,
  'community-safety-coordinator': plain,
  partner: plain,
  'performance-analyst': plain,
  'communications-officer': plain,
  'scheme-administrator': consent('Asks the intelligence side about traders, and holds their papers.'),
  'trading-standards-investigator': consent('Opens investigations up to the court file.'),
  'evidential-support': consent('Leaves the intelligence side to support a case at court.'),
  'police-partner': consent('The force vets its own people.'),
  'intelligence-officer': consent('Enters the intelligence side.'),
  'intelligence-analyst': consent('Enters the intelligence side.'),
  'intelligence-manager': consent('Enters the intelligence side and releases from it.'),
  'safeguarding-officer': consent('Enters the safeguarding side: victims and people at risk.'),
  warden: consent('Enters the safeguarding side: people at home.'),
  'directory-administrator': consent('Decides what others may do.'),
  auditor: consent('Reads who did what, across all agencies.'),
  'board-member': consent('Sits for the agency on the Management Board.'),
};

const rows: ReadonlyMap<string, (typeof roleRows)[number]> = new Map(roleRows.map((row) => [row.code, row]));

export const roleName = (role: string): string => rows.get(role)?.name ?? role;
export const roleMustNotSee = (role: string): string => rows.get(role)?.mustNotSee ?? '';

/** The side of the wall that a role is on. */
export function roleSide(role: Role): Exclude<Side, 'PUBLIC'> {
  const side = rows.get(role)?.side;
  // Every role has its row; a test holds the two lists together. PUBLIC has no role.
  if (!side || side === ('PUBLIC' as Side)) throw new Error(`The role ${role} has no side.`);
  return side as Exclude<Side, 'PUBLIC'>;
}

/** Sides as pages name them. */
export const sideWords: Readonly<Record<Exclude<Side, 'PUBLIC'>, string>> = {
  OPS: 'Operations',
  INTEL: 'Intelligence',
  SAFEGUARD: 'Safeguarding',
  GOV: 'Oversight',
  TECH: 'Administration',
};

/** A role that its rule lets an administrator give still needs consent when it moves somebody to another side. */
export function needsConsent(role: Role, lastSide: string | undefined): boolean {
  return roleRules[role].needsConsent || (lastSide !== undefined && lastSide !== roleSide(role));
}
