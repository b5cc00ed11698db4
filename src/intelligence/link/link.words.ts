export const linkKinds = [
  'person',
  'organisation',
  'vehicle',
  'phone',
  'email',
  'place',
  'account',
  'handle',
] as const;
export type LinkKind = (typeof linkKinds)[number];
export const linkKindWords: Record<LinkKind, string> = {
  person: 'Person',
  organisation: 'Firm or organisation',
  vehicle: 'Vehicle',
  phone: 'Telephone',
  email: 'E-mail address',
  place: 'Address',
  account: 'Bank account',
  handle: 'Name in a social network',
};

export const linkRoles = ['subject', 'associate', 'victim', 'mentioned'] as const;
export type LinkRole = (typeof linkRoles)[number];
export const linkRoleWords: Record<LinkRole, string> = {
  subject: 'Who or what it is about',
  associate: 'With them',
  victim: 'Victim',
  mentioned: 'Mentioned',
};

/** The kind of record that a kind of mention becomes. */
export const kindOfMention: Readonly<Record<string, LinkKind>> = {
  phone: 'phone',
  vehicle: 'vehicle',
  email: 'email',
  postcode: 'place',
  account: 'account',
  handle: 'handle',
};
