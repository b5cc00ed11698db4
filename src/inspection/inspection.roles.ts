import type { Role } from '../directory/index.ts';

/** Officers who inspect premises and test them: licensing, trading standards, environmental health, police, community safety. */
export const inspectors: readonly [Role, ...Role[]] = [
  'service-officer',
  'trading-standards-investigator',
  'environmental-health-officer',
  'community-safety-coordinator',
  'police-partner',
];
/** The same, and whoever makes the figures: of a test without which premises it was. */
export const tableReaders: readonly [Role, ...Role[]] = [...inspectors, 'performance-analyst'];
