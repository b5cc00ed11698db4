import { agencyId } from './agencies.ts';
import type { CountyAgency, CountyStreet, CountySubject } from './county.types.ts';
import { FORENAMES, SHORT_FORMS, SURNAMES, subjectPhone } from './names.ts';
import { at, type Random, randomFor, uuidOf } from './random.ts';

/**
 * People, businesses, vehicles and telephones that reports mention. Some are held by two or three agencies, each with its
 * own spelling but one exact key in common (a telephone, a plate, a company number), as linkage will find them.
 */

const PEOPLE = 640;
const BUSINESSES = 200;
const VEHICLES = 230;
const TELEPHONES = 70;

const TRADES = [
  'roofing',
  'driveways',
  'house clearance',
  'waste removal',
  'car sales',
  'takeaway',
  'convenience store',
  'vape shop',
  'car wash',
  'nail bar',
  'scaffolding',
  'tree work',
  'letting agent',
  'dog breeding',
  'bar',
] as const;
const MAKES = [
  'Ford',
  'Vauxhall',
  'Volkswagen',
  'Mercedes',
  'Peugeot',
  'Nissan',
  'Renault',
  'Toyota',
] as const;
const BODIES = ['tipper', 'panel van', 'hatchback', 'pick-up', 'estate', 'saloon', 'flatbed'] as const;
const COLOURS = ['white', 'silver', 'blue', 'black', 'red', 'grey', 'green'] as const;

const PLATE_LETTERS = 'ABCDEFGHJKLMNOPRSTUVWXYZ';
const YEARS = [
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '21',
  '22',
  '23',
  '24',
  '65',
  '66',
  '67',
  '68',
  '69',
  '70',
  '71',
  '72',
] as const;

/**
 * Plates have today's shape but cannot be on a car: the letters I and Q are never part of a present-day local memory tag,
 * and every plate here begins with Q.
 */
function plate(random: Random): string {
  const letter = (): string => PLATE_LETTERS.charAt(random.between(0, PLATE_LETTERS.length - 1));
  return `Q${letter()}${random.pick(YEARS)} ${letter()}${letter()}${letter()}`;
}

/** No register of companies has numbers that begin with QX. */
const companyNumber = (n: number): string => `QX${String(410_200 + n * 37).padStart(6, '0')}`;

const HOLDERS = ['MPOL', 'MCC', 'WEND', 'ALDE', 'SALT', 'BRAC', 'PELL', 'FENN', 'HARB', 'TIDE'] as const;

const two = (n: number): string => String(n).padStart(2, '0');

export function birthDay(random: Random, from = 1938, to = 2006): string {
  return `${random.between(from, to)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

export function addressOn(street: CountyStreet, random: Random): { address: string; postcode: string } {
  return {
    address: `${random.between(1, 140)} ${street.name}, ${street.town}`,
    postcode: random.pick(street.postcodes),
  };
}

type Fields = Record<string, string>;
type Spelling = (fields: Fields, random: Random) => Fields;

/** How the second agency spells what the first one holds: short forms, initials, swapped dates. The key stays. */
const respellPerson: Spelling = (fields, random) => {
  const { forename = '', surname = '', dateOfBirth = '' } = fields;
  const [year, month, day] = dateOfBirth.split('-');
  const style = random.between(0, 3);
  if (style === 0) return { ...fields, forename: SHORT_FORMS.get(forename) ?? forename.charAt(0) };
  if (style === 1 && Number(day) <= 12) return { ...fields, dateOfBirth: `${year}-${day}-${month}` };
  if (style === 2)
    return { ...fields, surname: surname.slice(0, -2) + surname.slice(-1) + surname.slice(-2, -1) };
  return { ...fields, address: '' };
};

const respellBusiness: Spelling = (fields) => {
  const name = fields.name ?? '';
  return { ...fields, name: name.endsWith(' Ltd') ? name.replace(' Ltd', ' Limited') : `${name} Ltd` };
};

const asItIs: Spelling = (fields) => fields;

interface Made {
  kind: CountySubject['kind'];
  fields: Fields;
  label: (fields: Fields) => string;
  respell: Spelling;
  sharedShare: number;
}

function person(n: number, streets: readonly CountyStreet[], random: Random): Made {
  const home = addressOn(random.pick(streets), random);
  const phone = n % 5 < 3 ? subjectPhone(Math.floor(n / 5) * 3 + (n % 5)) : undefined;
  const fields: Fields = {
    forename: random.pick(FORENAMES),
    surname: random.pick(SURNAMES),
    dateOfBirth: birthDay(random),
    ...home,
    ...(phone === undefined ? {} : { phone }),
  };
  const label = (f: Fields): string => `${f.forename} ${f.surname}`;
  return {
    kind: 'person',
    fields,
    label,
    respell: respellPerson,
    sharedShare: phone === undefined ? 0 : 0.45,
  };
}

function business(n: number, streets: readonly CountyStreet[], random: Random): Made {
  const trade = random.pick(TRADES);
  const phone = subjectPhone(384 + n);
  const fields: Fields = {
    name: `${random.pick(SURNAMES)} ${trade.charAt(0).toUpperCase()}${trade.slice(1)}${random.chance(0.6) ? ' Ltd' : ''}`,
    trade,
    companyNumber: companyNumber(n),
    ...addressOn(random.pick(streets), random),
    ...(phone === undefined || n % 3 === 0 ? {} : { phone }),
  };
  return {
    kind: 'organisation',
    fields,
    label: (f) => f.name ?? '',
    respell: respellBusiness,
    sharedShare: 0.3,
  };
}

function vehicle(random: Random, used: Set<string>): Made {
  let registration = '';
  do registration = plate(random);
  while (used.has(registration));
  used.add(registration);
  const fields = {
    registration,
    make: random.pick(MAKES),
    body: random.pick(BODIES),
    colour: random.pick(COLOURS),
  };
  const label = (f: Fields): string => `${f.registration} (${f.colour} ${f.make} ${f.body})`;
  return { kind: 'vehicle', fields, label, respell: asItIs, sharedShare: 0.3 };
}

/** Telephones known by themselves: half are also a named person's or a business's number, the exact key. */
function telephone(n: number): Made {
  const phone = subjectPhone(n * 8) ?? '';
  return { kind: 'phone', fields: { phone }, label: () => phone, respell: asItIs, sharedShare: 0.3 };
}

export function buildSubjects(
  agencies: readonly CountyAgency[],
  streets: readonly CountyStreet[],
): CountySubject[] {
  const random = randomFor('county subjects');
  const plates = new Set<string>();
  const made: Made[] = [
    ...Array.from({ length: PEOPLE }, (_, n) => person(n, streets, random)),
    ...Array.from({ length: BUSINESSES }, (_, n) => business(n, streets, random)),
    ...Array.from({ length: VEHICLES }, () => vehicle(random, plates)),
    ...Array.from({ length: TELEPHONES }, (_, n) => telephone(n)),
  ];
  const known = new Set(agencies.map((agency) => agency.code));
  const holders = HOLDERS.filter((code) => known.has(code));
  return made.flatMap((one, n) => recordsOf(one, n, holders, random));
}

function recordsOf(one: Made, n: number, holders: readonly string[], random: Random): CountySubject[] {
  const copies = random.chance(one.sharedShare) ? random.between(2, 3) : 1;
  const first = random.between(0, holders.length - 1);
  return Array.from({ length: copies }, (_, copy): CountySubject => {
    const spelt = copy === 0 ? one.fields : one.respell(one.fields, random);
    const fields = Object.fromEntries(Object.entries(spelt).filter(([, value]) => value !== ''));
    return {
      id: uuidOf(`subject ${one.kind} ${n} ${copy}`),
      kind: one.kind,
      agencyId: agencyId(at(holders, (first + copy * 3) % holders.length)),
      label: one.label(fields),
      fields,
    };
  });
}
