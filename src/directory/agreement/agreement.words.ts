import type { Role } from '../roles.ts';
import { caseworkers, reportReaders, screeners, victimReaders } from '../roles.ts';

/** A kind of record that one agency may open to another, and what that means. */
export interface SharedKind {
  code: string;
  name: string;
  /** What the other agency then sees, in a sentence. */
  opens: string;
  /** What stays closed all the same. */
  staysClosed: string;
  /** The roles at the other agency that see it; a test holds this against the policies. */
  readers: readonly Role[];
}

/** Every kind of record an agreement can be about. */
export const sharedKinds: readonly SharedKind[] = [
  {
    code: 'report',
    name: 'Reports',
    opens:
      'Reports that the sharing agency owns, with their words, place and history, and the telephone numbers, vehicles and names found in them. Its intelligence unit, where it has one, counts them by kind, day and place.',
    staysClosed: 'Sensitive reports, and who reported.',
    readers: [...reportReaders, 'performance-analyst'],
  },
  {
    code: 'case',
    name: 'Cases and penalties',
    opens: 'Cases that the sharing agency leads, and penalties that it has issued.',
    staysClosed: 'Cases about people, unless one of the other agency’s services is on them, and drafts.',
    readers: caseworkers,
  },
  {
    code: 'person',
    name: 'People and other received records',
    opens: 'Records of people, firms, vehicles, numbers and places that the sharing agency received.',
    staysClosed: 'Records that came from a sensitive report.',
    readers: [...caseworkers, 'safeguarding-officer'],
  },
  {
    code: 'victim',
    name: 'Victim lists',
    opens:
      'The rows of the lists of victims and of people at risk that the sharing agency keeps, for the register.',
    staysClosed:
      'National batches, which need an agreement of their own, and hidden addresses, which nobody sees without a reason.',
    readers: victimReaders,
  },
  {
    code: 'restricted-list',
    name: 'National batches',
    opens: 'The rows of restricted batches of scam victims, and which batch they came from.',
    staysClosed: 'Wardens and every other role see neither the batch nor that it exists.',
    readers: victimReaders,
  },
  {
    code: 'victim-contact',
    name: 'Whom to ask about a person',
    opens:
      'That the sharing agency holds something about a person who is on the register, and whom to ask. Nothing else.',
    staysClosed: 'The list, its rows and what they say.',
    readers: victimReaders,
  },
  {
    code: 'marker',
    name: 'Officer-safety markers',
    opens:
      'Type, precaution and expiry of the warning markers that the sharing agency has set, to whoever screens before a visit.',
    staysClosed: 'Why a marker was set, where its evidence is held, who set it, and any list of them.',
    readers: screeners,
  },
  {
    code: 'task',
    name: 'Tasks in figures',
    opens: 'Tasks and returns of the sharing agency are counted in the other agency’s figures.',
    staysClosed: 'A task’s own page: that is for the agencies on it and the members of its meeting.',
    readers: [...caseworkers, 'performance-analyst'],
  },
];

export const sharedKindCodes = sharedKinds.map((kind) => kind.code) as [string, ...string[]]; // the list above is not empty

export const recordKindWords = (code: string): string =>
  sharedKinds.find((kind) => kind.code === code)?.name ?? code;

/** Days before its end from which an agreement is warned about: time enough to have a new one signed. */
export const expiryWarningDays = 60;
