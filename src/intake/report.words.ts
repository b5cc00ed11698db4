/** How a report came in. */
export const channels = ['web', 'phone', 'email', 'in-person', 'partner', 'app', 'import'] as const;
export type Channel = (typeof channels)[number];
export const channelWords: Record<Channel, string> = {
  web: 'Public web page',
  phone: 'Telephone',
  email: 'E-mail',
  'in-person': 'In person',
  partner: 'Partner agency',
  app: 'Mobile app',
  import: 'Imported list',
};

/** Kinds of people who report (S0-11). */
export const reporterTypes = [
  'resident',
  'affected-neighbour',
  'concerned-citizen',
  'victim',
  'consumer',
  'tenant',
  'employee',
  'legitimate-trader',
  'legitimate-landlord',
  'health-professional',
  'elected-member',
] as const;
export type ReporterType = (typeof reporterTypes)[number];
export const reporterTypeWords: Record<ReporterType, string> = {
  resident: 'A resident',
  'affected-neighbour': 'A neighbour affected by it',
  'concerned-citizen': 'A concerned citizen',
  victim: 'The victim',
  consumer: 'A customer',
  tenant: 'A tenant',
  employee: 'An employee',
  'legitimate-trader': 'A trader',
  'legitimate-landlord': 'A landlord',
  'health-professional': 'A health professional',
  'elected-member': 'A councillor',
};

export const landOwnerWords = {
  public: 'Public land such as a street, park or car park',
  highway: 'A road or pavement',
  housing: 'Housing association or council housing land',
  private: 'Private land',
  unknown: 'Not known',
} as const;
export type LandOwnerAnswer = keyof typeof landOwnerWords;
export const landOwnerAnswers = Object.keys(landOwnerWords) as [LandOwnerAnswer, ...LandOwnerAnswer[]];

/** How a report ended. */
export const outcomes = [
  'solved',
  'no-evidence',
  'advice-given',
  'passed-on',
  'not-ours',
  'not-solved',
] as const;
export type ReportOutcome = (typeof outcomes)[number];
export const outcomeWords: Record<ReportOutcome, string> = {
  solved: 'Solved',
  'no-evidence': 'Nothing found at the place',
  'advice-given': 'Advice given',
  'passed-on': 'Passed to somebody outside the partnership',
  'not-ours': 'Not something the partners can act on',
  'not-solved': 'Not solved',
};

export const statusWords = {
  new: 'New',
  'in-progress': 'In progress',
  closed: 'Closed',
  duplicate: 'Duplicate',
  escalated: 'Escalated to a meeting',
} as const;
export type ReportStatus = keyof typeof statusWords;
/** What the reporter reads on the status page. */
export const publicStatusWords: Record<ReportStatus, string> = {
  new: 'With the team that deals with it',
  'in-progress': 'Being dealt with',
  closed: 'Finished',
  duplicate: 'Joined to an earlier report of the same thing',
  escalated: 'Being looked at by several services together',
};

/** Waverley's three reasons for taking a problem to the next meeting (S2-28). */
export const escalationRules = ['not-solved', 'more-than-one-service', 'failed-before'] as const;
export type EscalationRule = (typeof escalationRules)[number];
export const escalationWords: Record<EscalationRule, string> = {
  'not-solved': 'It was not solved by day-to-day work',
  'more-than-one-service': 'It needs more than one service',
  'failed-before': 'It was dealt with before and came back',
};
