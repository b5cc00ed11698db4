/**
 * The shape of the made-up county: what the generator gives and the seed writes. Every id is a UUID made from a
 * stable name, so that two runs for the same day give the same bytes. Days are ISO `YYYY-MM-DD`, instants ISO with Z.
 */

/** Longitude, latitude in degrees (WGS84). The county lies in open sea, so that no real premises can coincide. */
export type Point = readonly [lon: number, lat: number];

export type AreaKind = 'county' | 'district' | 'ward' | 'smallArea' | 'policeArea';

export interface CountyArea {
  code: string; // made-up codes in the style of the national ones, prefix Q: Q10…, Q07…, Q05…
  kind: AreaKind;
  name: string;
  parentCode?: string;
  startsOn: string;
  endsOn?: string;
  successorCodes?: readonly string[];
  /** Closed rings, outer first. Neighbouring areas share their border exactly. */
  polygon: readonly (readonly Point[])[];
  population?: number;
}

export interface CountyPostcode {
  postcode: string; // 'QX1 2AB'; the area letters QX are not in use anywhere
  point: Point;
  districtCode: string;
  wardCode: string;
}

export interface CountyStreet {
  id: string;
  name: string;
  town: string;
  wardCode: string;
  points: readonly Point[];
  postcodes: readonly string[];
}

export type AgencyKind =
  | 'county-council'
  | 'district-council'
  | 'police'
  | 'fire'
  | 'health'
  | 'probation'
  | 'housing-association'
  | 'charity'
  | 'national';

export interface CountyAgency {
  id: string;
  code: string; // short, stable: 'MCC', 'WEND'
  name: string;
  kind: AgencyKind;
  areaCode: string; // where it has authority
}

export interface CountyService {
  id: string;
  agencyId: string;
  code: string; // 'WEND-ENV'
  name: string; // 'Environmental Services'
  team: string;
  email: string; // @*.example
  phone: string; // Ofcom drama numbers only
  areaCodes: readonly string[]; // where it works; empty = the agency's whole area
  hours: readonly { days: readonly number[]; from: string; to: string }[]; // ISO weekdays 1–7, local time
  outOfHours?: string; // words: what happens out of hours
  isFallback?: boolean; // the Community Safety inbox
  leadPersonId?: string;
}

export type LandOwner = 'any' | 'public' | 'private' | 'housing' | 'highway' | 'unknown';

export interface CountyIssueType {
  code: string; // 'fly-tipping'
  name: string;
  group: string;
  /** Words people use for it, for the "type a complaint in words" preview. */
  words: readonly string[];
  hint?: string;
  /** LGSL id where known. */
  lgsl?: number;
  /** Named category of a harmonised list where known. */
  harmonisedCategory?: string;
  isSensitive?: boolean; // the existence of a report of this kind is restricted (domestic abuse, exploitation…)
  asksLandOwner?: boolean;
  targetWorkingDays: number;
  /** Which agency kind and service key answers by default; the generator turns it into routing rules. */
  providedBy: 'county' | 'district' | 'police' | 'fire' | 'health' | 'housing';
  serviceKey: string; // 'ENV', 'EH', 'LIC', 'CS', 'HSG', 'TS', 'HWY', 'PARK', 'PLAN', 'GREEN', 'SNT'…
}

export interface CountyRoutingRule {
  id: string;
  issueType: string;
  /** Undefined = everywhere. */
  areaCode?: string;
  landOwner: LandOwner;
  serviceId: string;
  /** Only inside these hours: 'in-hours' | 'out-of-hours' | 'always'. */
  when: 'always' | 'in-hours' | 'out-of-hours';
  startsOn: string;
  endsOn?: string;
  note?: string;
}

export type Side = 'OPS' | 'INTEL' | 'SAFEGUARD' | 'GOV' | 'TECH';

export type RoleCode =
  | 'reception'
  | 'intelligence-officer'
  | 'intelligence-analyst'
  | 'intelligence-manager'
  | 'trading-standards-investigator'
  | 'environmental-health-officer'
  | 'jet-officer'
  | 'jet-supervisor'
  | 'community-safety-coordinator'
  | 'safeguarding-officer'
  | 'warden'
  | 'police-partner'
  | 'partner'
  | 'performance-analyst'
  | 'directory-administrator'
  | 'service-officer'
  | 'auditor'
  | 'board-member'
  | 'communications-officer'
  | 'scheme-administrator'
  | 'evidential-support';

export interface CountyPerson {
  id: string;
  name: string;
  username: string; // short, for sign-in: 'rowan.reception'
  agencyId: string;
  serviceIds: readonly string[];
  roles: readonly RoleCode[];
  side: Side;
  /** Shown on the persona page: one line of what they do. */
  blurb: string;
  /** One of the personas a newcomer signs in as. */
  isPersona: boolean;
}

export interface CountyAuthorisation {
  id: string;
  personId: string;
  /** 'council-officer' = authorised by the council; 'csas' = accredited by the chief officer; 'constable' = by office. */
  basis: 'council-officer' | 'csas' | 'constable';
  power: string; // 'fpn.fly-tipping'
  areaCode: string;
  grantedOn: string;
  expiresOn?: string;
  requiresUniform: boolean;
  reference: string;
}

export interface CountyClearance {
  personId: string;
  kind: 'vetting' | 'training';
  name: string; // 'NPPV 1', 'FPN issuing'
  status: 'granted' | 'lapsed' | 'unknown';
  grantedOn?: string;
  expiresOn?: string;
}

export interface CountyAgreement {
  id: string;
  fromAgencyId: string;
  toAgencyId: string;
  /** Kinds of record: 'report', 'case', 'person', 'task'. */
  recordKind: string;
  gateway: string; // 'Crime and Disorder Act 1998 s.115'
  startsOn: string;
  endsOn?: string;
}

export type Channel = 'web' | 'phone' | 'email' | 'partner' | 'in-person' | 'app' | 'import';
export type ReporterType =
  | 'legitimate-trader'
  | 'consumer'
  | 'victim'
  | 'concerned-citizen'
  | 'resident'
  | 'affected-neighbour'
  | 'tenant'
  | 'legitimate-landlord'
  | 'employee'
  | 'health-professional'
  | 'elected-member';

export interface CountyReport {
  id: string;
  reference: string; // random-looking, never sequential: 'R-7K3M-2XQ'
  issueType: string;
  description: string;
  channel: Channel;
  reporterType?: ReporterType;
  isAnonymous: boolean;
  reporter?: { name: string; phone?: string; email?: string; address?: string };
  receivedByAgencyId: string;
  receivedAt: string;
  point?: Point;
  placeWords?: string;
  postcode?: string;
  wardCode?: string;
  districtCode?: string;
  landOwner: LandOwner;
  serviceId: string;
  routedBy: 'rule' | 'fallback' | 'person';
  rerouted: boolean;
  status: 'new' | 'in-progress' | 'closed' | 'duplicate';
  closedAt?: string;
  outcome?: string;
  /** Mentioned subjects, by the ids below. */
  subjects: readonly { subjectId: string; role: string }[];
}

export interface CountySubject {
  id: string;
  kind: 'person' | 'organisation' | 'vehicle' | 'phone';
  agencyId: string; // whose record it is
  label: string;
  fields: Readonly<Record<string, string>>;
}

export interface CountyPenalty {
  id: string;
  reference: string;
  offence: string; // 'fly-tipping'
  offenceOn: string;
  issuedOn: string;
  issuedById: string;
  agencyId: string;
  reportId?: string;
  recipientSubjectId: string;
  place: string;
  point: Point;
  amountPence: number;
  status: 'issued' | 'paid-early' | 'paid-full' | 'overdue' | 'referred' | 'cancelled';
  paidOn?: string;
  paidPence?: number;
}

/** One of the more than ten overlapping lists for the "One list" work: raw rows as an agency would hold them. */
export interface CountyList {
  id: string;
  agencyId: string;
  name: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** Truth for tests only, never loaded: the entity of each row. */
  truth: readonly string[];
}

export interface CountyMeetingSeries {
  id: string;
  kind: 'JAG' | 'JET_TCG' | 'CIAG' | 'BOARD' | 'JATAC';
  name: string;
  areaCode: string;
  chairAgencyId: string;
  chairPersonId: string;
  everyWeeks: number;
  firstOn: string; // the first meeting's day
  at: string; // local time
  place: string;
  memberServiceIds: readonly string[];
  standingItems: readonly string[];
  returnTemplate: readonly string[]; // data-return measure codes
}

export interface County {
  name: string;
  today: string;
  areas: readonly CountyArea[];
  postcodes: readonly CountyPostcode[];
  streets: readonly CountyStreet[];
  agencies: readonly CountyAgency[];
  services: readonly CountyService[];
  issueTypes: readonly CountyIssueType[];
  routingRules: readonly CountyRoutingRule[];
  people: readonly CountyPerson[];
  authorisations: readonly CountyAuthorisation[];
  clearances: readonly CountyClearance[];
  agreements: readonly CountyAgreement[];
  subjects: readonly CountySubject[];
  meetingSeries: readonly CountyMeetingSeries[];
  penalties: readonly CountyPenalty[];
  lists: readonly CountyList[];
}

/** Reports come as a stream, because a ten-year load is 270,000 of them. */
export type ReportStream = (options: { from: string; to: string; perYear: number }) => Iterable<CountyReport>;
