import type { PenaltyOffence } from '../reference/penalties.ts';
import { type AdoptedAmount, adoptedAmount } from './adopted-amounts.ts';
import { agencyId } from './agencies.ts';
import type {
  CountyAgency,
  CountyAuthorisation,
  CountyPenalty,
  CountyPerson,
  CountyStreet,
  CountySubject,
} from './county.types.ts';
import { addDays, dayNumber } from './days.ts';
import type { WardPlan } from './map.ts';
import { at, get, type Random, randomFor, uuidOf, weightedDraw } from './random.ts';
import { along } from './streets.ts';

export interface PenaltySources {
  today: string;
  agencies: readonly CountyAgency[];
  people: readonly CountyPerson[];
  streets: readonly CountyStreet[];
  subjects: readonly CountySubject[];
  wards: readonly WardPlan[];
  authorisations: readonly CountyAuthorisation[];
}

const COUNT = 124;
const DAYS_BACK = 455;

/** Mostly fly-tipping and litter, as in any council's register. */
const OFFENCES: readonly PenaltyOffence[] = [
  'fly-tipping',
  'litter',
  'household-waste-duty',
  'abandoned-vehicle',
];
const drawOffence = weightedDraw([50, 44, 6, 4]);

type Ending = 'paid-early' | 'paid-full' | 'unpaid' | 'cancelled';
const ENDINGS: readonly Ending[] = ['paid-early', 'paid-full', 'unpaid', 'cancelled'];
const drawEnding = weightedDraw([46, 18, 29, 7]);

/** Where a notice stands on `today`: nobody has paid before the day they pay, and no notice is overdue inside its window. */
function standing(
  issuedOn: string,
  adopted: AdoptedAmount,
  today: string,
  random: Random,
): Pick<CountyPenalty, 'status' | 'paidOn' | 'paidPence'> {
  const age = dayNumber(today) - dayNumber(issuedOn);
  let ending = at(ENDINGS, drawEnding(random));
  if (ending === 'paid-early' && adopted.earlyPence === undefined) ending = 'paid-full';
  const earlyDays = adopted.earlyDays ?? 0;
  const after =
    ending === 'paid-early'
      ? random.between(1, earlyDays)
      : random.between(earlyDays + 1, adopted.windowDays);
  const paidOn = addDays(issuedOn, after);
  if (ending === 'paid-early' && age >= after) {
    return { status: 'paid-early', paidOn, paidPence: adopted.earlyPence ?? adopted.amountPence };
  }
  if (ending === 'paid-full' && age >= after)
    return { status: 'paid-full', paidOn, paidPence: adopted.amountPence };
  if (ending === 'cancelled' && age >= 9) return { status: 'cancelled' };
  if (age <= adopted.windowDays) return { status: 'issued' };
  return { status: age > 70 && random.chance(0.6) ? 'referred' : 'overdue' };
}

export function buildPenalties(sources: PenaltySources): CountyPenalty[] {
  const random = randomFor('county penalties');
  const districtOfWard = new Map(sources.wards.map((ward) => [ward.code, ward.district]));
  const offenders = sources.subjects.filter((subject) => subject.kind === 'person');
  const penalties: CountyPenalty[] = [];
  for (let n = 0; n < COUNT; n++) {
    const offence = at(OFFENCES, drawOffence(random));
    const offenceOn = addDays(sources.today, -random.between(1, DAYS_BACK));
    const delay = offence === 'litter' ? 0 : random.between(0, 20);
    const issuedOn = [addDays(offenceOn, delay), sources.today].sort().at(0) ?? offenceOn;
    const street = random.pick(sources.streets);
    const agency = agencyId(get(districtOfWard, street.wardCode).agencyCode);
    const adopted = adoptedAmount(agency, offence, offenceOn);
    if (!adopted) throw new Error(`No amount adopted for ${offence} on ${offenceOn}`);
    const id = uuidOf(`penalty ${n}`);
    penalties.push({
      id,
      reference: `FPN-${id.slice(0, 4).toUpperCase()}-${id.slice(9, 13).toUpperCase()}`,
      offence,
      offenceOn,
      issuedOn,
      issuedById: issuerFor(sources, agency, `fpn.${offence}`, random),
      agencyId: agency,
      recipientSubjectId: random.pick(offenders).id,
      place: `${street.name}, ${street.town}`,
      point: along(street.points, random.next()),
      amountPence: adopted.amountPence,
      ...standing(issuedOn, adopted, sources.today, random),
    });
  }
  return penalties.sort((a, b) => a.issuedOn.localeCompare(b.issuedOn) || a.id.localeCompare(b.id));
}

/** Only someone the council has authorised for that offence may have signed the notice. */
function issuerFor(sources: PenaltySources, agency: string, power: string, random: Random): string {
  const allowed = new Set(
    sources.authorisations
      .filter((a) => a.basis === 'council-officer' && a.power === power)
      .map((a) => a.personId),
  );
  return random.pick(sources.people.filter((person) => person.agencyId === agency && allowed.has(person.id)))
    .id;
}
