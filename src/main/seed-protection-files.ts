import type { County } from '../../county/index.ts';
import { type PenaltyRow, penaltyRows } from '../../reference/penalties.ts';
import { countPeriod } from '../enforcement/period.ts';
import type { Protection } from '../enforcement/protection.store.ts';
import { lineOfAction } from '../enforcement/protection.transitions.ts';
import type { ConductKind, LetterKind, ProtectionStatus } from '../enforcement/protection.words.ts';
import type { Requirement, Subject } from '../enforcement/protection-parts.store.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';
import { lawId } from './seed-enforcement.ts';

/** A file as it stands on the day: what the conduct was, what is asked, and how many days ago each step was taken. */
interface Told {
  agency: string;
  kinds: readonly ConductKind[];
  conduct: string;
  asks: string;
  status: ProtectionStatus;
  drafted: number;
  warned?: number;
  noticed?: number;
  breached?: number;
  ended?: number;
}

const noise = {
  kinds: ['noise', 'visitors'],
  conduct: 'Loud music after midnight on four nights a week, and callers at all hours.',
  asks: 'playing music that can be heard outside after 11pm',
} as const;
const waste = {
  kinds: ['waste-burnt', 'waste-dumped'],
  conduct: 'Burning household waste in the garden, and leaving more of it by the fence.',
  asks: 'burning waste in the garden',
} as const;
const dogs = {
  kinds: ['animals'],
  conduct: 'Two dogs run loose in the cul-de-sac and have chased children.',
  asks: 'letting the dogs out without a lead',
} as const;

/** One of each stage in Wendmere, and a street in the next district where everybody put it right. */
const told: readonly Told[] = [
  { agency: 'WEND', ...dogs, status: 'drafted', drafted: 2 },
  { agency: 'WEND', ...noise, status: 'warned', drafted: 8, warned: 6 },
  { agency: 'WEND', ...waste, status: 'warned', drafted: 34, warned: 31 },
  { agency: 'WEND', ...noise, status: 'notice-served', drafted: 50, warned: 47, noticed: 9 },
  { agency: 'WEND', ...waste, status: 'breached', drafted: 120, warned: 117, noticed: 70, breached: 5 },
  { agency: 'WEND', ...dogs, status: 'complied', drafted: 160, warned: 157, ended: 130 },
  ...Array.from(
    { length: 6 },
    (_, n): Told => ({
      agency: 'ALDE',
      ...waste,
      status: 'complied',
      drafted: 210 - n,
      warned: 205 - n,
      ended: 170 - n,
    }),
  ),
];

/** Days that each warning gave. */
const complyDays = 14;

const power = 'cpn.serve';

/** The law on breach of a notice on a day. */
export const lawOn = (day: Day): PenaltyRow => {
  const row = penaltyRows.find(
    (one) =>
      one.offence === 'cpn-breach' &&
      one.status === 'active' &&
      one.validFrom !== null &&
      one.validFrom <= day &&
      day <= (one.validTo ?? day),
  );
  if (!row) throw new Error(`No law on breach of a notice on ${day}`);
  return row;
};

/** Everything of one file, from which its rows are made. */
export interface Built {
  told: Told;
  file: Protection;
  subject: Subject & { postcode: string };
  requirements: Requirement[];
  recordId: string;
  officer: County['people'][number];
  authority: string;
  days: Partial<Record<'drafted' | 'warned' | 'failed' | 'noticed' | 'breached' | 'ended', Day>>;
}

function required<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The county has no ${what}`);
  return found;
}

/** Whoever serves for an agency, and the authority they hold. */
function serverOf(county: County, agencyId: string) {
  const held = county.authorisations.filter((row) => row.power === power);
  const officer = required(
    county.people.find(
      (person) =>
        person.agencyId === agencyId &&
        person.roles.includes('community-safety-coordinator') &&
        held.some((row) => row.personId === person.id),
    ),
    'co-ordinator who may serve',
  );
  return { officer, authority: held.find((row) => row.personId === officer.id)?.reference ?? '' };
}

function daysOf(one: Told, today: Day): Built['days'] {
  const ago = (days: number | undefined) => (days === undefined ? undefined : addDays(today, -days));
  const days: [string, Day | undefined][] = [
    ['drafted', ago(one.drafted)],
    ['warned', ago(one.warned)],
    ['failed', one.noticed === undefined ? undefined : ago(one.noticed + 1)],
    ['noticed', ago(one.noticed)],
    ['breached', ago(one.breached)],
    ['ended', ago(one.ended)],
  ];
  return Object.fromEntries(days.filter(([, day]) => day !== undefined));
}

/** The files of the county, as they stand on its day. */
export const buildProtection = (county: County): Built[] => told.map((one, n) => buildOne(county, one, n));

function buildOne(county: County, one: Told, n: number): Built {
  const agency = required(
    county.agencies.find((row) => row.code === one.agency),
    one.agency,
  );
  const wards = new Set(county.areas.filter((a) => a.parentCode === agency.areaCode).map((a) => a.code));
  const streets = county.streets.filter((street) => wards.has(street.wardCode));
  // The files of one street stand in one line of the table.
  const street = required(streets[one.agency === 'WEND' ? n * 3 : 0], 'street');
  const people = county.subjects.filter((row) => row.kind === 'person' && row.agencyId === agency.id);
  const { fields } = required(people[n], 'person');
  const days = daysOf(one, county.today);
  const warning = days.warned
    ? countPeriod(
        { count: complyDays, unit: 'days', begins: 'after' },
        days.warned,
        lineOfAction('serve-warning').clock?.from ?? '',
      )
    : undefined;
  const notice = days.noticed
    ? countPeriod(
        { count: 21, unit: 'days', begins: 'with' },
        days.noticed,
        lineOfAction('serve-notice').clock?.from ?? '',
      )
    : undefined;
  const law = days.breached ? lawOn(days.breached) : undefined;
  const id = idFromName(`protection ${n}`);
  const file: Protection = {
    ...{ id, reference: repeatableIds(`protection ${n}`).reference('CP'), status: one.status },
    ...{ agencyId: agency.id, agencyName: agency.name, conductKinds: [...one.kinds] },
    ...{ lon: street.points[0]?.[0] ?? null, lat: street.points[0]?.[1] ?? null },
    ...{ streetWords: `${street.name}, ${street.town}`, wardCode: street.wardCode },
    ...{ districtCode: agency.areaCode ?? null, districtName: null, caseId: null, reportId: null },
    ...{ isDetrimental: true, isPersistent: true, isUnreasonable: true, complyDays },
    ...{ warnedOn: days.warned ?? null, complyBy: warning?.last ?? null, complyWhy: warning?.why ?? null },
    ...{ noticeOn: days.noticed ?? null, appealUntil: notice?.last ?? null, appealWhy: notice?.why ?? null },
    ...{ appealedOn: null, appealDecidedOn: null, penaltyId: null },
    ...{ prosecutedOn: null, triedOn: null, verdict: null, remedyBy: null, forfeitedOn: null },
    ...{ seizedOn: null, heldUntil: null, heldWhy: null, costAppealUntil: null, costAppealWhy: null },
    breachedOn: days.breached ?? null,
    breachMaxPence: law?.maxAmount ?? null,
    breachLawId: law ? lawId(law) : null,
    ...{ endedOn: days.ended ?? null, ending: null, version: 1 },
    madeAt: new Date(`${days.drafted}T09:00:00Z`),
  };
  const address = `${7 + n * 4} ${street.name}, ${street.town}`;
  const asked = (stage: LetterKind): Requirement => ({
    ...{ id: idFromName(`protection requirement ${stage} ${n}`), stage, kind: 'stop', words: one.asks },
    ...{ byDay: null, since: null, until: null },
  });
  return {
    ...{ told: one, file, days, ...serverOf(county, agency.id) },
    recordId: idFromName(`protection record ${n}`),
    requirements: [asked('warning'), ...(days.noticed ? [asked('notice')] : [])],
    subject: {
      ...{ kind: 'person', recordId: null, isAddressHidden: false, isSixteen: false, worksPence: null },
      name: [fields.forename, fields.surname].filter(Boolean).join(' '),
      ...{ address, postcode: street.postcodes[0] ?? '', placeWords: address, conduct: one.conduct },
      bornOn: `${1961 + n * 3}-05-${String(10 + n)}`,
      othersTold: days.noticed ? 'The landlord, by telephone: they had warned the tenant themselves' : null,
    },
  };
}
