import { dayWords, moneyWords } from '../../platform/ui/index.ts';
import { agencyKindWords } from '../agency/agency.words.ts';
import { recordKindWords } from '../agreement/agreement.words.ts';
import { hoursWords } from '../contact.store.ts';
import { appliesWords, landWords } from '../issue-type.words.ts';
import { roleName, sideWords } from '../person/role.rules.ts';
import { changedFields, type Fields } from './change.store.ts';

/** Kinds of record in the directory, as its history names them. */
export const changeKindWords: Record<string, string> = {
  agency: 'Agency',
  service: 'Service',
  officer: 'Person',
  'role-grant': 'Role',
  'role-request': 'Role asked for',
  area: 'Area',
  agreement: 'Agreement',
  'issue-type': 'Issue type',
  'routing-rule': 'Routing rule',
  'adopted-amount': 'Adopted amount',
  'penalty-law': 'Row of the law',
  'vehicle-charge': 'Charge for a vehicle',
};

/** Where a record of a kind has its page. */
export const changeHref: Record<string, (id: string) => string> = {
  agency: (id) => `/directory/agencies/${id}`,
  service: (id) => `/directory/services/${id}`,
  officer: (id) => `/directory/people/${id}`,
  area: (id) => `/directory/areas/${id}`,
  agreement: (id) => `/directory/agreements/${id}`,
  'issue-type': (id) => `/directory/issues/${id}`,
  'adopted-amount': () => '/law/penalties',
  'penalty-law': () => '/law/penalties',
  'vehicle-charge': () => '/law/penalties',
};

const fieldWords: Record<string, string> = {
  code: 'Code',
  name: 'Name',
  kind: 'Kind',
  areaCode: 'Area',
  spokespersonId: 'Speaks for the agency',
  startsOn: 'Starts',
  endsOn: 'Ends',
  agencyId: 'Agency',
  team: 'Team',
  email: 'E-mail',
  phone: 'Telephone',
  hours: 'Hours',
  outOfHours: 'Outside hours',
  isFallback: 'Fallback inbox',
  leadOfficerId: 'Lead',
  areaCodes: 'Where it works',
  serviceIds: 'Teams',
  officerId: 'Person',
  role: 'Role',
  side: 'Side',
  status: 'State',
  username: 'Username',
  isActive: 'Active',
  mustChange: 'New password asked for',
  passwordLink: 'Link to set a password',
  unlocked: 'Unlocked',
  fromAgencyId: 'Shares',
  toAgencyId: 'With',
  recordKind: 'Kind of record',
  gateway: 'Legal gateway',
  document: 'Signed document',
  successorCodes: 'Successor',
  groupName: 'Group',
  words: 'Words people use for it',
  hint: 'Hint for the reporter',
  targetWorkingDays: 'Working days to answer',
  asksLandOwner: 'Asks whose land it is',
  isSensitive: 'Sensitive',
  issueType: 'Issue type',
  landOwner: 'Land',
  applies: 'When',
  serviceId: 'Service',
  offence: 'Offence',
  amountPence: 'Amount',
  earlyPence: 'If paid early',
  earlyDays: 'Days for that',
  windowDays: 'Days to pay',
  validFrom: 'For offences from',
  validTo: 'Until and with',
  minute: 'Minute',
  confirmedWords: 'Confirmed by',
  note: 'Note',
};

const stateWords: Record<string, string> = {
  asked: 'Waits for the agency',
  active: 'In force',
  'awaiting-confirmation': 'Awaiting confirmation',
  off: 'Off',
  withdrawn: 'Taken back',
};

/** One thing that is different, in words. */
export interface Difference {
  label: string;
  before: string;
  after: string;
}

type Names = ReadonlyMap<string, string>;

function valueWords(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return 'Nothing';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (field === 'hours') return hoursWords(value) || 'Not known';
  if (Array.isArray(value))
    return value.map((each) => valueWords(field, each, names)).join(', ') || 'Nothing';
  const text = String(value);
  if (/Pence$/.test(field)) return moneyWords(Number(text));
  if (/(On|From|To)$/.test(field) && /^\d{4}-\d{2}-\d{2}$/.test(text)) return dayWords(text);
  if (field === 'role') return roleName(text);
  if (field === 'side') return sideWords[text as keyof typeof sideWords] ?? text; // the column holds these
  if (field === 'status') return stateWords[text] ?? text;
  if (field === 'recordKind') return recordKindWords(text);
  if (field === 'landOwner') return landWords[text] ?? text;
  if (field === 'applies') return appliesWords[text] ?? text;
  if (field === 'kind') return agencyKindWords[text] ?? text;
  return names.get(text) ?? text;
}

/** What is different between two states of a record, in the order of the table above. */
export function differencesOf(before: Fields | null, after: Fields, names: Names): Difference[] {
  const order = Object.keys(fieldWords);
  return changedFields(before, after)
    .filter((field) => fieldWords[field] !== undefined)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((field) => ({
      label: fieldWords[field] ?? field,
      before: before === null ? '' : valueWords(field, before[field], names),
      after: valueWords(field, after[field], names),
    }))
    .filter(({ before: was, after: is }) => was !== is);
}
