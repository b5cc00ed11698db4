import type { LinkKind, LinkRole } from '../link/link.words.ts';

/** One node of a given graph: its label, its own number there, and its cells. */
export interface GraphNode {
  label: string;
  id: string;
  cells: Readonly<Record<string, string>>;
}
type Cells = GraphNode['cells'];

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');
const inWords = (cells: Cells, columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .flatMap(([column, words]) => (cells[column] ? [`${words} ${cells[column]}`] : []))
    .join('; ');

/** Somebody or something that items name. */
interface SubjectLabel {
  becomes: 'subject';
  kind: LinkKind;
  /** What it is called; empty where the row names nobody. */
  name(cells: Cells): string;
  more(cells: Cells): string;
  /** What else the row says, for the words of an item. */
  said(cells: Cells): string;
  /** The row makes an item of its own: what is held about them. */
  hasItem?: true;
}
/** Something that happened: an item. */
interface EventLabel {
  becomes: 'event';
  title(cells: Cells): string;
  knownWhen(cells: Cells): string;
  said(cells: Cells): string;
}
/** Stands in the words of an item, since an item is linked to none of its kind. */
interface WordsLabel {
  becomes: 'words';
  said(cells: Cells): string;
}
/** Says nothing that the address of a place does not say. */
interface SaidLabel {
  becomes: 'said';
}
export type NodeLabel = SubjectLabel | EventLabel | WordsLabel | SaidLabel;

const nothing = (): string => '';

/** What becomes of a node, by its label. An insurance or health number is not taken: no item needs it. */
export const nodeLabels: Readonly<Record<string, NodeLabel>> = {
  Person: {
    ...{ becomes: 'subject', kind: 'person', hasItem: true, more: nothing },
    name: (c) => joined(c.name, c.surname),
    said: (c) => inWords(c, { age: 'aged' }),
  },
  Organisation: {
    ...{ becomes: 'subject', kind: 'organisation', more: nothing, said: nothing },
    name: (c) => c.name ?? '',
  },
  Vehicle: {
    ...{ becomes: 'subject', kind: 'vehicle', more: nothing },
    name: (c) => c.reg ?? '',
    said: (c) => joined(c.make, c.model, c.year),
  },
  Phone: {
    ...{ becomes: 'subject', kind: 'phone', more: nothing, said: nothing },
    name: (c) => c.phoneNo ?? '',
  },
  Email: {
    ...{ becomes: 'subject', kind: 'email', more: nothing, said: nothing },
    name: (c) => c.email_address ?? '',
  },
  Location: {
    ...{ becomes: 'subject', kind: 'place', said: nothing },
    name: (c) => c.address ?? '',
    more: (c) => c.postcode ?? '',
  },
  Crime: {
    becomes: 'event',
    title: (c) => `Crime: ${c.type || 'kind not given'}`,
    knownWhen: (c) => c.date ?? '',
    said: (c) => inWords(c, { id: 'Number', last_outcome: 'Outcome:', charge: 'Charge:', note: 'Note:' }),
  },
  PhoneCall: {
    becomes: 'event',
    title: () => 'Telephone call',
    knownWhen: (c) => joined(c.call_date, c.call_time),
    said: (c) => inWords(c, { call_duration: 'Length', call_type: 'Kind' }),
  },
  Object: { becomes: 'words', said: (c) => joined(c.type && `${c.type}:`, c.description, c.id) },
  Officer: { becomes: 'words', said: (c) => joined(c.rank, c.name, c.surname, c.badge_no) },
  PostCode: { becomes: 'said' },
  Area: { becomes: 'said' },
};

interface TieEnds {
  /** Labels that it goes from and to. */
  from: readonly string[];
  to: readonly string[];
}
/** Which end is the event that the tie belongs to; the other end is named by it. */
interface EventTie extends TieEnds {
  belongs: 'from' | 'to';
  role: LinkRole;
  words: string;
  /** How the event is known, which never crosses the wall, and not what it says. */
  isHow?: true;
}
/** A tie between two, which is an item of its own. */
interface PairTie extends TieEnds {
  belongs: 'item';
  words: string;
}
interface SaidTie extends TieEnds {
  belongs: 'said';
}
export type TieType = EventTie | PairTie | SaidTie;

const people = { from: ['Person'], to: ['Person'] };

/** What becomes of a tie, by its type. */
export const tieTypes: Readonly<Record<string, TieType>> = {
  KNOWS: { ...people, belongs: 'item', words: 'knows' },
  KNOWS_LW: { ...people, belongs: 'item', words: 'lives with' },
  KNOWS_SN: { ...people, belongs: 'item', words: 'knows by a social network' },
  KNOWS_PHONE: { ...people, belongs: 'item', words: 'knows by telephone' },
  FAMILY_REL: { ...people, belongs: 'item', words: 'is family of' },
  TIE: {
    from: ['Person', 'Organisation'],
    to: ['Person', 'Organisation'],
    belongs: 'item',
    words: 'is tied to',
  },
  HAS_PHONE: { from: ['Person'], to: ['Phone'], belongs: 'from', role: 'mentioned', words: 'Telephone' },
  HAS_EMAIL: { from: ['Person'], to: ['Email'], belongs: 'from', role: 'mentioned', words: 'E-mail' },
  CURRENT_ADDRESS: {
    from: ['Person'],
    to: ['Location'],
    belongs: 'from',
    role: 'mentioned',
    words: 'Lives at',
  },
  PARTY_TO: { from: ['Person'], to: ['Crime'], belongs: 'to', role: 'subject', words: 'Party to it' },
  INVOLVED_IN: {
    ...{ from: ['Person', 'Vehicle', 'Object'], to: ['Crime'] },
    ...{ belongs: 'to', role: 'mentioned', words: 'Involved' },
  },
  VICTIM_OF: { from: ['Person'], to: ['Crime'], belongs: 'to', role: 'victim', words: 'Victim' },
  WITNESS_TO: { from: ['Person'], to: ['Crime'], belongs: 'to', role: 'mentioned', words: 'Witness' },
  OCCURRED_AT: { from: ['Crime'], to: ['Location'], belongs: 'from', role: 'mentioned', words: 'At' },
  CALLER: { from: ['PhoneCall'], to: ['Phone'], belongs: 'from', role: 'subject', words: 'From' },
  CALLED: { from: ['PhoneCall'], to: ['Phone'], belongs: 'from', role: 'mentioned', words: 'To' },
  INVESTIGATED_BY: {
    ...{ from: ['Crime'], to: ['Officer'], belongs: 'from', role: 'mentioned' },
    ...{ words: 'Investigated by', isHow: true },
  },
  HAS_POSTCODE: { from: ['Location'], to: ['PostCode'], belongs: 'said' },
  LOCATION_IN_AREA: { from: ['Location'], to: ['Area'], belongs: 'said' },
  POSTCODE_IN_AREA: { from: ['PostCode'], to: ['Area'], belongs: 'said' },
};
