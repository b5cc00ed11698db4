/**
 * How an organised crime group is described and tested. The five characteristics and the two tests are those of Waverley's scrutiny
 * of serious and organised crime (domain S3-01, S3-02); the four strands are the College of Policing's 4P approach. Roles, grades of
 * disruption, the score and the days of a review are **proposals of this product**: the national scales are restricted.
 */

/** What serious crime does at least one of (S3-01). */
export const harmCharacteristics = [
  { code: 'profit', words: 'Significant profit or loss' },
  { code: 'community', words: 'Significant effect on community safety' },
  { code: 'violence', words: 'Serious violence' },
  { code: 'corruption', words: 'Corruption' },
  { code: 'control', words: 'Exercise of control' },
] as const;

/** The strands of a 4P plan, with the question that each asks (S3-28). */
export const strands = [
  { code: 'pursue', words: 'Pursue', hint: 'Whom: prosecute or disrupt' },
  { code: 'prevent', words: 'Prevent', hint: 'Where: stop people from joining in' },
  { code: 'protect', words: 'Protect', hint: 'Whom: make it harder to harm them' },
  { code: 'prepare', words: 'Prepare', hint: 'For what: reduce the effect' },
] as const;

/** What somebody or something is to a group. Who may be exploited by it is no member, and is not counted as one. */
export const groupRoles = [
  { code: 'leads', words: 'Leads it', isMember: true },
  { code: 'organises', words: 'Organises for it', isMember: true },
  { code: 'enables', words: 'Enables it by trade or office', isMember: true },
  { code: 'works', words: 'Works for it', isMember: true },
  { code: 'unknown', words: 'Part of it, as what is not known', isMember: true },
  { code: 'used', words: 'Used by it: a firm, vehicle, number or place', isMember: false },
  { code: 'exploited', words: 'May be exploited by it', isMember: false },
] as const;

/** What a disruption came to, in the usual working order (unverified). */
export const disruptionGrades = [
  { code: 'major', words: 'Major: it cannot go on as it did' },
  { code: 'moderate', words: 'Moderate: it goes on with difficulty' },
  { code: 'minor', words: 'Minor: a nuisance to it' },
  { code: 'none', words: 'None' },
  { code: 'negative', words: 'Negative: it was helped, or moved elsewhere' },
] as const;

/** Intent and capability, each from 1 to 5. */
export const leastStep = 1;
export const mostStep = 5;
/** A card is looked at again after this many days at the most: six weeks. */
export const mostReviewDays = 42;
/** People that either test asks for at the least. */
export const leastPeople = 2;
