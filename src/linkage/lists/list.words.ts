import type { FieldKind } from '../core/index.ts';

/** How a list is handled, and what that means for who sees it. */
export const handlingWords = {
  victim: 'Victims and people at risk',
  restricted: 'National batch (restricted)',
} as const;
export type ListHandling = keyof typeof handlingWords;
export const listHandlings = Object.keys(handlingWords) as [ListHandling, ...ListHandling[]]; // the keys of the table above

/** The kind of agreement that opens rows of a handling to another agency. */
export const agreementOf: Record<ListHandling, string> = {
  victim: 'victim',
  restricted: 'restricted-list',
};

/** What an owner does for the people on its list, as the audit of lists compares it (domain §2.20). */
export const interventions = [
  'Visit',
  'Letter or telephone questionnaire',
  'Returned money',
  'Call blocker',
  'Mail preference',
  'Help with bank or power of attorney',
  'Referral',
  'None yet',
] as const;

/**
 * What a column of a list may hold. All but the list's own reference, the firm and the mark of a hidden address are fields of
 * the record under these names; a firm's name becomes the record's `name`.
 */
export type ListField =
  | 'reference'
  | 'name'
  | 'forename'
  | 'surname'
  | 'dateOfBirth'
  | 'address'
  | 'postcode'
  | 'phone'
  | 'email'
  | 'company'
  | 'addressHidden';

interface FieldWords {
  field: ListField;
  label: string;
  hint: string;
  /** Names that keepers of lists give such a column: small letters without spaces or marks. */
  names: RegExp;
  /** What the engine calls such a column when it recognises it. */
  kinds: readonly FieldKind[];
}

/** The columns that can be chosen, in the order in which they are guessed: the plainest first. */
export const listFields: readonly FieldWords[] = [
  {
    field: 'reference',
    label: 'The list’s own reference',
    hint: 'By this a row is known again the next time. Without it a row that changes counts as one gone and one new.',
    names:
      /^(ref|reference|refno|urn|id|clientid|case|caseid|caseref|caseno|tenancyno|tenancyref|nsuref|personid|uniqueid|number|no)$/,
    kinds: [],
  },
  {
    field: 'forename',
    label: 'Forename',
    hint: 'First names or an initial.',
    names: /^(forename\d?|forenames|firstname|givenname|christianname|first)$/,
    kinds: ['forename'],
  },
  {
    field: 'surname',
    label: 'Surname',
    hint: '',
    names: /^(surname|lastname|familyname|last)$/,
    kinds: ['surname'],
  },
  {
    field: 'name',
    label: 'Full name',
    hint: '“Ann Smith” or “Smith, Ann”. Not needed where forename and surname are chosen.',
    names:
      /^(name|fullname|client|clientname|tenant|tenantname|occupier|resident|customer|victim|victimname|patient|serviceuser|person)$/,
    kinds: ['full-name'],
  },
  {
    field: 'dateOfBirth',
    label: 'Date of birth',
    hint: 'A day, or only a year.',
    names: /^(dob|dateofbirth|born|birthdate|birthday|yearofbirth|yob)$/,
    kinds: ['birth-date'],
  },
  {
    field: 'address',
    label: 'Address',
    hint: 'House and street; a postcode at its end is found.',
    names: /^(address|addr|addr1|address1|addressline1|homeaddress|fulladdress|street)$/,
    kinds: ['address'],
  },
  { field: 'postcode', label: 'Postcode', hint: '', names: /^(postcode|pcode|pc)$/, kinds: ['postcode'] },
  {
    field: 'phone',
    label: 'Telephone',
    hint: '',
    names: /^(phone|tel|telephone|mobile|contactno|contactnumber|phoneno|landline)$/,
    kinds: ['phone'],
  },
  { field: 'email', label: 'E-mail', hint: '', names: /^(email|emailaddress|mail)$/, kinds: ['email'] },
  {
    field: 'company',
    label: 'Firm or organisation',
    hint: 'For rows that are about a firm and not a person.',
    names: /^(company|firm|organisation|business)$/,
    kinds: ['company'],
  },
  {
    field: 'addressHidden',
    label: 'Address must stay hidden',
    hint: 'Rows with yes, y, true or 1 here are loaded with their address sealed: it is on no page, in no search and no file.',
    names: /^(addresshidden|hiddenaddress|hideaddress|confidentialaddress|addressconfidential)$/,
    kinds: [],
  },
];

/** Days for which the file of a finished load is kept, so that rejected rows can be looked at again. */
export const fileKeptDays = 30;
/** Most rows of each kind of difference that are shown before a load; every one is counted. */
export const shownRows = 200;
