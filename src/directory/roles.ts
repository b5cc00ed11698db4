/** Every role an officer can hold, with its side of the wall. Words and limits are in `reference/roles.ts`. */
export const roles = [
  'reception',
  'service-officer',
  'intelligence-officer',
  'intelligence-analyst',
  'intelligence-manager',
  'trading-standards-investigator',
  'environmental-health-officer',
  'jet-officer',
  'jet-supervisor',
  'community-safety-coordinator',
  'safeguarding-officer',
  'warden',
  'police-partner',
  'partner',
  'performance-analyst',
  'communications-officer',
  'directory-administrator',
  'auditor',
  'board-member',
  'scheme-administrator',
  'evidential-support',
] as const;
export type Role = (typeof roles)[number];

type Roles = readonly [Role, ...Role[]];

/** Officers of services that answer reports and carry out tasks. */
export const caseworkers: Roles = [
  'service-officer',
  'trading-standards-investigator',
  'environmental-health-officer',
  'jet-officer',
  'jet-supervisor',
  'community-safety-coordinator',
  'police-partner',
  'partner',
];
/** Caseworkers, the front desk, and those who look after people at risk: who may open reports at all. */
export const reportReaders: Roles = ['reception', 'safeguarding-officer', ...caseworkers];
/** Those who keep the victim register and see the lists it is made from. */
export const victimReaders: Roles = ['safeguarding-officer'];
/** Those who give an agency's own list, and see its rows: an agency sees what it gave. */
export const listKeepers: Roles = [
  'safeguarding-officer',
  'community-safety-coordinator',
  'trading-standards-investigator',
  'police-partner',
  'partner',
];
/** Those who see a national batch at the agency that gave it: its own contact, and whoever keeps a register there. */
export const batchKeepers: Roles = ['safeguarding-officer', 'partner'];
/** Those who set an agency's own warning markers, review them and end them. */
export const markerKeepers: Roles = [
  'safeguarding-officer',
  'community-safety-coordinator',
  'police-partner',
  'partner',
];
/** Those who go to people's homes and premises: they screen for warning markers first. */
export const screeners: Roles = ['warden', 'safeguarding-officer', ...caseworkers];
/** Those who run a scheme of checked traders: whoever takes applications, and trading standards. */
export const schemeKeepers: Roles = ['scheme-administrator', 'trading-standards-investigator'];
/** Those who help prosecution files with evidence, and see those files alone that name them. */
export const evidenceSupporters: Roles = ['evidential-support'];
/** Those who run meetings. */
export const meetingRunners: Roles = ['community-safety-coordinator', 'jet-supervisor'];
/** Those who may look at figures. */
export const figureReaders: Roles = [
  'performance-analyst',
  'board-member',
  'communications-officer',
  'reception',
  'scheme-administrator',
  ...caseworkers,
];
/** Those who read intelligence: the unit alone, on its own side of the wall. */
export const intelligenceReaders: Roles = [
  'intelligence-officer',
  'intelligence-analyst',
  'intelligence-manager',
];
/** Those of the unit who grade, and say when an item is finished. */
export const intelligenceGraders: Roles = ['intelligence-officer', 'intelligence-manager'];
export const anyRole: Roles = roles;
