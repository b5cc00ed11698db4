import type { RoleCode, Side } from '../county/county.types.ts';

/** The roles of the first release, with what each must not see in one sentence. */
export interface RoleRow {
  code: RoleCode;
  name: string;
  side: Side;
  mustNotSee: string;
}

const ROWS: readonly (readonly [RoleCode, string, Side, string])[] = [
  [
    'reception',
    'Reception and contact centre',
    'OPS',
    'Intelligence, the detail of markers, the victim register, and a case’s content once it is routed.',
  ],
  [
    'intelligence-officer',
    'Intelligence officer',
    'INTEL',
    'Enforcement case files except products and feedback, hidden addresses, and Channel or death-review papers.',
  ],
  [
    'intelligence-analyst',
    'Intelligence analyst',
    'INTEL',
    'Who a source is beyond a pseudonym, and another commissioner’s restricted records without an agreement.',
  ],
  [
    'intelligence-manager',
    'Intelligence manager',
    'INTEL',
    'The decision to prosecute; nor may they run the case on a matter they disseminated.',
  ],
  [
    'trading-standards-investigator',
    'Trading standards investigator',
    'OPS',
    'Unsanitised text, sources, grading notes, and victims outside their own case.',
  ],
  [
    'environmental-health-officer',
    'Environmental health, housing or licensing officer',
    'OPS',
    'Intelligence beyond the product, domestic abuse and Prevent records, and police markers beyond type and precaution.',
  ],
  [
    'jet-officer',
    'Joint enforcement officer',
    'OPS',
    'Others’ intelligence forms once submitted, a complainant’s identity unless the visit needs it, and anything under handling code C.',
  ],
  [
    'jet-supervisor',
    'Joint enforcement supervisor',
    'OPS',
    'Detail of intelligence products above their own tasking, and the reasons behind a vetting status.',
  ],
  [
    'community-safety-coordinator',
    'Community safety co-ordinator',
    'OPS',
    'Raw intelligence, and conference or panel papers unless a member of that panel.',
  ],
  [
    'safeguarding-officer',
    'Victim safeguarding officer',
    'SAFEGUARD',
    'Intelligence on suspects, and other agencies’ health notes without need.',
  ],
  [
    'warden',
    'Community warden',
    'SAFEGUARD',
    'The whole register, losses and bank details beyond the visit, suspects, and restricted scam-referral source records.',
  ],
  [
    'police-partner',
    'Police partner',
    'OPS',
    'Councils’ staffing and vetting reasons, tenancy and health files, and victims not in a shared case.',
  ],
  [
    'partner',
    'Housing, fire, health or probation partner',
    'OPS',
    'Other agencies’ confidential contributions, police intelligence, and hidden addresses.',
  ],
  [
    'performance-analyst',
    'Performance analyst',
    'OPS',
    'Names: they see records without identity, and outside figures with small cells suppressed.',
  ],
  [
    'service-officer',
    'Service officer (licensing, parking, planning, green spaces, street scene)',
    'OPS',
    'Personal details on items that their own service is not part of.',
  ],
  [
    'scheme-administrator',
    'Vetting and trader scheme administrator',
    'OPS',
    'Why intelligence answers as it does: the answer alone, and never whether anything is known.',
  ],
  [
    'evidential-support',
    'Evidential support analyst',
    'OPS',
    'Raw intelligence and its sources, and any prosecution file that does not name them.',
  ],
  [
    'directory-administrator',
    'Directory administrator',
    'TECH',
    'Any content of cases, intelligence or victims; nor may they give themselves a side.',
  ],
  [
    'auditor',
    'Auditor and data protection officer',
    'GOV',
    'Content that the audit does not need: the log comes first, and each opening is itself logged.',
  ],
  [
    'board-member',
    'Management board member',
    'GOV',
    'Any identifiable person, and exempt papers unless on that committee.',
  ],
  [
    'communications-officer',
    'Communications officer',
    'OPS',
    'Live operations before their release time, identities, and case studies not yet approved.',
  ],
];

export const roles: readonly RoleRow[] = ROWS.map(([code, name, side, mustNotSee]) => ({
  code,
  name,
  side,
  mustNotSee,
}));
