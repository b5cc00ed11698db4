/** Kinds of partner, as the directory names them. */
export const agencyKindWords: Record<string, string> = {
  'county-council': 'County council',
  'district-council': 'District council',
  'unitary-council': 'Unitary council',
  police: 'Police force',
  fire: 'Fire and rescue service',
  health: 'Health body',
  probation: 'Probation service',
  'housing-association': 'Housing association',
  charity: 'Charity',
  national: 'National body',
  imported: 'Brought in with a file',
};
export const agencyKinds = Object.keys(agencyKindWords) as [string, ...string[]]; // the table above is not empty
