/** Under which part of the law a request is answered. */
export const accessRegimeWords = {
  PART3: 'Law enforcement (Data Protection Act 2018 Part 3)',
  UKGDPR: 'Everything else (UK GDPR)',
} as const;
export type AccessRegime = keyof typeof accessRegimeWords;
export const accessRegimes = Object.keys(accessRegimeWords) as [AccessRegime, ...AccessRegime[]]; // the keys of the table above

export const accessStatusWords = {
  received: 'Identity to be confirmed',
  open: 'Open',
  waiting: 'Waits for the person to say what they want',
  gathered: 'Each thing to be decided',
  answered: 'Answered',
  refused: 'Refused',
} as const;
export type AccessStatus = keyof typeof accessStatusWords;

/** The modules that things about a person come from. */
export const accessModuleWords: Readonly<Record<string, string>> = {
  records: 'Records',
  intake: 'Reports',
  enforcement: 'Enforcement',
  safeguarding: 'Victim register',
  assurance: 'Officer safety',
  traders: 'Checked traders',
  inspection: 'Premises',
  commissions: 'Commissions to the intelligence unit',
};
/** What a thing is called in the bundle: what it is, and not who keeps it. */
export const accessKindWords: Readonly<Record<string, string>> = {
  record: 'Record',
  report: 'Report',
  reported: 'Report that you made',
  closure: 'Closure of premises',
  abandoned: 'Abandoned vehicle',
  penalty: 'Fixed penalty',
  protection: 'Community protection file',
  'victim-file': 'Support after fraud',
  visit: 'Visit',
  loss: 'Money lost or saved',
  marker: 'Warning marker',
  'trader-person': 'Application of a firm',
  premises: 'Premises',
  commission: 'Checks that were asked for about you',
};
