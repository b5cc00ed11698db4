export const recordKinds = ['person', 'organisation', 'vehicle', 'phone', 'email', 'place'] as const;
export type RecordKind = (typeof recordKinds)[number];
export const recordKindWords: Record<RecordKind, string> = {
  person: 'Person',
  organisation: 'Firm or organisation',
  vehicle: 'Vehicle',
  phone: 'Telephone number',
  email: 'E-mail address',
  place: 'Place',
};

/** How a record stands to a report: one role each; two roles are two links. */
export const linkRoles = [
  'mentions',
  'suspect',
  'victim',
  'witness',
  'reported-by',
  'seen-at',
  'owner',
  'other',
] as const;
export type LinkRole = (typeof linkRoles)[number];
export const linkRoleWords: Record<LinkRole, string> = {
  mentions: 'Named in the report',
  suspect: 'Suspected',
  victim: 'Victim',
  witness: 'Witness',
  'reported-by': 'Reported by',
  'seen-at': 'Seen at the place',
  owner: 'Owner or keeper',
  other: 'Other',
};

/** Fields of each kind that are asked for, in the order they are shown. */
export const recordFields: Record<RecordKind, readonly { name: string; label: string; hint?: string }[]> = {
  person: [
    { name: 'name', label: 'Full name' },
    { name: 'dateOfBirth', label: 'Date of birth', hint: 'Like 27/5/1961, if it is known' },
    { name: 'address', label: 'Address' },
    { name: 'postcode', label: 'Postcode' },
    { name: 'phone', label: 'Telephone' },
    { name: 'email', label: 'E-mail' },
  ],
  organisation: [
    { name: 'name', label: 'Name' },
    { name: 'companyNumber', label: 'Company number' },
    { name: 'address', label: 'Address' },
    { name: 'postcode', label: 'Postcode' },
    { name: 'phone', label: 'Telephone' },
  ],
  vehicle: [
    { name: 'vehicle', label: 'Registration mark' },
    { name: 'make', label: 'Make and colour' },
  ],
  phone: [{ name: 'phone', label: 'Telephone number' }],
  email: [{ name: 'email', label: 'E-mail address' }],
  place: [
    { name: 'address', label: 'Address' },
    { name: 'postcode', label: 'Postcode' },
  ],
};
