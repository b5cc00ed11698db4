import { agencyId } from './agencies.ts';
import type { CountyAuthorisation, CountyClearance, CountyPerson } from './county.types.ts';
import { addDays } from './days.ts';
import { COUNTY_CODE, DISTRICTS } from './districts.ts';
import { randomFor, uuidOf } from './random.ts';

/**
 * Who may use which power, and until when. Council authorisation and the chief officer's accreditation (Police Reform
 * Act 2002 s.40) are two lists, because a person may hold one and not the other, and only the second needs a uniform.
 */

const COUNCIL_POWERS = [
  'fpn.fly-tipping',
  'fpn.litter',
  'fpn.abandoned-vehicle',
  'fpn.household-waste-duty',
  'fpn.pspo-breach',
  'fpn.cpn-breach',
  'fpn.waste-carrier-registration',
];
/** Serving community protection warnings and notices: Anti-social Behaviour, Crime and Policing Act 2014 s.53. */
const PROTECTION_POWER = 'cpn.serve';
/** Closure of premises: ss.76(1) and 77(2). In the county an inspector, and whom the chief executive designated, may do so. */
const CLOSURE_POWER = 'closure.issue';
const LONG_CLOSURE_POWER = 'closure.long';
const ACCREDITED_POWERS = [
  'csas.require-name',
  'csas.confiscate-alcohol',
  'csas.fpn-litter',
  'csas.remove-vehicle',
  'csas.stop-vehicle',
];
/** A constable in uniform may stop a vehicle: Road Traffic Act 1988 s.163. */
const STOP_POWER = 'vehicle.stop';

/**
 * Test purchases: a constable or an inspector of weights and measures asks the volunteer (Licensing Act 2003 s.149), and either may give
 * the seller a penalty notice for disorder. The closure notice of s.169A is for the inspector, and for a superintendent or above.
 */
const TEST_POWERS = ['test-purchase.request', 'fpn.pnd-upper-tier'];
const PERSISTENT_CLOSURE_POWER = 'closure.persistent-selling';

const isEnforcer = (person: CountyPerson): boolean =>
  person.roles.some((role) => role === 'jet-officer' || role === 'jet-supervisor');

/** Whom a council authorises to serve warnings and notices, besides its enforcers. */
const isServer = (person: CountyPerson): boolean =>
  person.roles.some(
    (role) => role === 'community-safety-coordinator' || role === 'environmental-health-officer',
  );
const isConstable = (person: CountyPerson): boolean => person.roles.includes('police-partner');

const districtOf = (person: CountyPerson): string =>
  DISTRICTS.find((d) => agencyId(d.agencyCode) === person.agencyId)?.code ?? COUNTY_CODE;

/** Days from today to the end of an accreditation: the first officer's is close, the second's is past. */
function daysLeft(index: number): number {
  if (index === 0) return 61;
  if (index === 1) return -24;
  return 150 + index * 71;
}

export function buildAuthorisations(people: readonly CountyPerson[], today: string): CountyAuthorisation[] {
  const enforcers = people.filter(isEnforcer);
  const servers = people
    .filter((person) => isEnforcer(person) || isServer(person) || isConstable(person))
    .map((person, index) =>
      authorisation(
        person,
        isConstable(person) ? 'constable' : 'council-officer',
        PROTECTION_POWER,
        addDays(today, -800 - index * 5),
      ),
    );
  const penalties = enforcers.flatMap((person, index) => {
    const council = COUNCIL_POWERS.map(
      (power): CountyAuthorisation =>
        authorisation(person, 'council-officer', power, addDays(today, -700 - index * 9)),
    );
    const expiresOn = addDays(today, daysLeft(index));
    const accredited = ACCREDITED_POWERS.map(
      (power): CountyAuthorisation => ({
        ...authorisation(person, 'csas', power, addDays(expiresOn, -1096)),
        areaCode: COUNTY_CODE,
        expiresOn,
        requiresUniform: true,
      }),
    );
    return [...council, ...accredited];
  });
  const stoppers = people
    .filter(isConstable)
    .map((person) => authorisation(person, 'constable', STOP_POWER, addDays(today, -900)));
  return [...penalties, ...servers, ...closers(people, today), ...stoppers, ...testers(people, today)];
}

/** Whoever may ask a volunteer to buy, and what follows of a sale. */
const testers = (people: readonly CountyPerson[], today: string): CountyAuthorisation[] =>
  people.flatMap((person, index) => {
    const isInspector = person.roles.includes('trading-standards-investigator');
    if (!isInspector && !isConstable(person)) return [];
    const isSenior = isInspector || /\bsuperintendent\b/i.test(person.blurb);
    return [...TEST_POWERS, ...(isSenior ? [PERSISTENT_CLOSURE_POWER] : [])].map((power) =>
      authorisation(
        person,
        isInspector ? 'council-officer' : 'constable',
        power,
        addDays(today, -500 - (index % 60)),
      ),
    );
  });

/** A council's co-ordinators are designated for the longer notice; of the police the inspector may give the shorter one. */
const closers = (people: readonly CountyPerson[], today: string): CountyAuthorisation[] =>
  people.flatMap((person, index) => {
    const powers = person.roles.includes('community-safety-coordinator')
      ? [CLOSURE_POWER, LONG_CLOSURE_POWER]
      : person.roles.includes('environmental-health-officer') || /\binspector\b/i.test(person.blurb)
        ? [CLOSURE_POWER]
        : [];
    const basis = isConstable(person) ? 'constable' : 'council-officer';
    return powers.map((power) => authorisation(person, basis, power, addDays(today, -600 - (index % 90))));
  });

function authorisation(
  person: CountyPerson,
  basis: CountyAuthorisation['basis'],
  power: string,
  grantedOn: string,
): CountyAuthorisation {
  const id = uuidOf(`authorisation ${person.id} ${basis} ${power}`);
  const register = { 'council-officer': 'AUTH', csas: 'CSAS', constable: 'WARRANT' }[basis];
  const reference = `${register}/${id.slice(0, 4).toUpperCase()}`;
  return {
    id,
    personId: person.id,
    basis,
    power,
    areaCode: districtOf(person),
    grantedOn,
    requiresUniform: false,
    reference,
  };
}

/** Vetting and training; what nobody has recorded is `unknown`, and must be shown as such and never as granted. */
export function buildClearances(people: readonly CountyPerson[], today: string): CountyClearance[] {
  const random = randomFor('clearances');
  return people.flatMap((person): CountyClearance[] => {
    const needs = isEnforcer(person) || person.side === 'INTEL' || person.side === 'SAFEGUARD';
    if (!needs) return [];
    const name = person.side === 'INTEL' ? 'NPPV 3' : 'NPPV 2';
    const expiresOn = addDays(today, random.between(40, 900));
    const granted = { status: 'granted' as const, grantedOn: addDays(expiresOn, -1096), expiresOn };
    const luck = person.isPersona ? 1 : random.next();
    const vetting =
      luck < 0.25
        ? { status: 'unknown' as const }
        : luck < 0.35
          ? { status: 'lapsed' as const, grantedOn: addDays(today, -1200), expiresOn: addDays(today, -104) }
          : granted;
    const trained = addDays(today, -random.between(100, 900));
    const course = isEnforcer(person) ? 'FPN issuing' : 'Information handling';
    return [
      { personId: person.id, kind: 'vetting', name, ...vetting },
      {
        personId: person.id,
        kind: 'training',
        name: course,
        status: 'granted',
        grantedOn: trained,
        expiresOn: addDays(trained, 1096),
      },
    ];
  });
}
