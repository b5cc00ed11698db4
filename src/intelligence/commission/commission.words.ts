/** What may be commissioned of the unit (S1-25 to S1-28), and what each asks besides. */
export const commissionKinds = ['person', 'debtor', 'grant', 'loan'] as const;
export type CommissionKind = (typeof commissionKinds)[number];
export const commissionKindWords: Readonly<Record<CommissionKind, string>> = {
  person: 'Trace a person of interest',
  debtor: 'Trace a debtor',
  grant: 'Due diligence before a grant',
  loan: 'Due diligence before a loan',
};
/** What is answered to each kind, and which of the two further facts it is commissioned with. */
export const kindRules: Readonly<
  Record<CommissionKind, { answers: readonly CommissionOutcome[]; needs: 'owed' | 'decidesOn' | undefined }>
> = {
  person: { answers: ['traced', 'not-traced'], needs: undefined },
  debtor: { answers: ['traced', 'not-traced'], needs: 'owed' },
  grant: { answers: ['proceed', 'conditions', 'decline'], needs: 'decidesOn' },
  loan: { answers: ['proceed', 'conditions', 'decline'], needs: 'decidesOn' },
};

export const commissionOutcomes = ['traced', 'not-traced', 'proceed', 'conditions', 'decline'] as const;
export type CommissionOutcome = (typeof commissionOutcomes)[number];
/** «Not traced» says no more than that: nothing was found, or nothing that may be given. */
export const commissionOutcomeWords: Readonly<Record<CommissionOutcome, string>> = {
  traced: 'Traced',
  'not-traced': 'Not traced: there is nothing that can be given',
  proceed: 'Proceed',
  conditions: 'Proceed with conditions',
  decline: 'Decline',
};

export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const assetKinds = ['vehicle', 'company', 'property', 'account', 'employer', 'other'] as const;
export type AssetKind = (typeof assetKinds)[number];
export const assetKindWords: Readonly<Record<AssetKind, string>> = {
  vehicle: 'Vehicle',
  company: 'Share in a company',
  property: 'House or land',
  account: 'Account',
  employer: 'Wages',
  other: 'Something else',
};

/** Checks of due diligence in the open; restricted ones stay with the unit. */
export const diligenceChecks = [
  'companies-house',
  'insolvency',
  'accounts',
  'address',
  'open-source',
] as const;
export const diligenceCheckWords: Readonly<Record<(typeof diligenceChecks)[number], string>> = {
  'companies-house': 'Companies House: it exists, and who runs it',
  insolvency: 'Insolvency and court judgments',
  accounts: 'Accounts are filed, and show that it trades',
  address: 'The address is its own',
  'open-source': 'What is published about it',
};
export const checkResults = ['clear', 'found'] as const;
export const checkResultWords = { clear: 'Nothing against it', found: 'Something to ask about' } as const;

/** Conditions of an award: a closed list, so that no words cross. */
export const awardConditions = ['stages', 'receipts', 'security', 'guarantor', 'visit'] as const;
export const awardConditionWords: Readonly<Record<(typeof awardConditions)[number], string>> = {
  stages: 'Pay in stages',
  receipts: 'Pay against receipts',
  security: 'Take security',
  guarantor: 'Take a guarantor',
  visit: 'Visit before the award',
};

/** Why the unit does not take a commission: a closed list. */
export const refusals = ['basis', 'proportion', 'purpose'] as const;
export const refusalWords: Readonly<Record<(typeof refusals)[number], string>> = {
  basis: 'The power named does not allow it',
  proportion: 'It is more than the purpose needs: try what is open to you first',
  purpose: 'The purpose is not clear: commission it anew with more about it',
};
