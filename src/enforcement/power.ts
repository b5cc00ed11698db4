import type { Day } from '../platform/clock/clock.ts';
import { addDays } from '../platform/clock/clock.ts';

/** A power held by a person: as a council's authorised officer, by the chief officer's accreditation, or as a constable. */
export interface Authorisation {
  basis: 'council-officer' | 'csas' | 'constable';
  power: string;
  areaCode: string;
  grantedOn: Day;
  expiresOn: Day | null;
  withdrawnOn: Day | null;
  requiresUniform: boolean;
  reference: string;
}
/** Vetting or training; what nobody recorded is `unknown`, which is a value and never a pass. */
export interface Clearance {
  kind: 'vetting' | 'training';
  name: string;
  status: string;
  grantedOn: Day | null;
  expiresOn: Day | null;
}
/** All that decides whether an officer may use a power. */
export interface OfficerFacts {
  officerId: string;
  name: string;
  authorisations: readonly Authorisation[];
  clearances: readonly Clearance[];
  /** Declared by the officer for this use: approved uniform and the badge that lists their powers. */
  isInUniform: boolean;
}
/** One thing that stands in the way, and what would mend it. */
export interface UnmetCondition {
  code:
    | ('not-held' | 'withdrawn' | 'not-yet' | 'expired' | 'area' | 'uniform' | 'vetting' | 'training')
    | ('order-area' | 'order-days' | 'order-which' | 'order-officer');
  words: string;
  mend: string;
}
export type PowerAnswer =
  | { ok: true; basis: Authorisation['basis']; reference: string; words: string }
  | { ok: false; unmet: readonly UnmetCondition[] };

/** What the order says of a penalty for breaking it: where, when, and whom its council authorised. */
export interface OrderFacts {
  reference: string;
  /** Of its area and its days. */
  unmet: readonly UnmetCondition[];
  /** Officers authorised for it; a constable needs no authorisation of the council. */
  authorised: readonly string[];
}

/** Codes of one power on the two lists: a council's own, and Police Reform Act 2002 Sch 5. */
export const accreditedTwin: Readonly<Record<string, string>> = {
  'fpn.litter': 'csas.fpn-litter',
  'vehicle.stop': 'csas.stop-vehicle',
};

/** A power in words. */
export const powerWords: Readonly<Record<string, string>> = {
  'fpn.fly-tipping': 'issue penalties for fly-tipping',
  'fpn.litter': 'issue penalties for litter',
  'fpn.abandoned-vehicle': 'issue penalties for abandoned vehicles',
  'fpn.household-waste-duty': 'issue penalties for the household waste duty',
  'fpn.pspo-breach': 'issue penalties for breach of a public spaces order',
  'fpn.cpn-breach': 'issue penalties for breach of a community protection notice',
  'fpn.waste-carrier-registration': 'issue penalties for waste carried without a registration',
  'vehicle.stop': 'stop vehicles',
  'csas.stop-vehicle': 'stop vehicles, by accreditation',
  'cpn.serve': 'serve community protection warnings and notices',
  'closure.issue': 'serve closure notices of up to 24 hours',
  'closure.long': 'serve or extend closure notices to 48 hours',
  'fpn.pnd-upper-tier': 'give penalty notices for disorder',
  'test-purchase.request': 'ask a young volunteer to buy',
  'closure.persistent-selling': 'give closure notices for persistent selling',
  'csas.require-name': 'require a name and address',
  'csas.confiscate-alcohol': 'confiscate alcohol',
  'csas.fpn-litter': 'issue penalties for litter, by accreditation',
  'csas.remove-vehicle': 'have abandoned vehicles removed',
};
const basisWords: Readonly<Record<Authorisation['basis'], string>> = {
  'council-officer': 'authorised by the council',
  csas: 'accredited by the chief officer',
  constable: 'as a constable',
};
const inWords = (power: string): string =>
  powerWords[power] ?? power.replace(/^[a-z]+\./, '').replaceAll('-', ' ');

/** A clearance counts on a day when it was granted and has not run out; `unknown` does not count. */
const holds = (clearance: Clearance, on: Day): boolean =>
  clearance.status === 'granted' &&
  (clearance.grantedOn === null || clearance.grantedOn <= on) &&
  (clearance.expiresOn === null || on <= clearance.expiresOn);

function clearanceUnmet(officer: OfficerFacts, kind: Clearance['kind'], on: Day): UnmetCondition[] {
  const all = officer.clearances.filter((clearance) => clearance.kind === kind);
  if (all.some((clearance) => holds(clearance, on))) return [];
  const known = all.find((clearance) => clearance.status !== 'unknown');
  const noun = kind === 'vetting' ? 'Vetting' : 'Training';
  const words = known
    ? `${noun} (${known.name}) is not valid on this day: ${known.status}${known.expiresOn ? `, to ${known.expiresOn}` : ''}`
    : `${noun} is not known: nobody has recorded it`;
  const mend =
    kind === 'vetting'
      ? 'The police vetting unit confirms it, and the team’s supervisor records it.'
      : 'Book the refresher course; it is needed every 3 years.';
  return [{ code: kind, words, mend }];
}

function unmetOf(
  authorisation: Authorisation,
  officer: OfficerFacts,
  place: readonly string[],
  on: Day,
): UnmetCondition[] {
  const unmet: UnmetCondition[] = [];
  const { reference } = authorisation;
  if (authorisation.withdrawnOn !== null && authorisation.withdrawnOn <= on)
    unmet.push({
      code: 'withdrawn',
      words: `${reference} was withdrawn on ${authorisation.withdrawnOn}`,
      mend: 'Whoever granted it may grant it anew.',
    });
  if (on < authorisation.grantedOn)
    unmet.push({
      code: 'not-yet',
      words: `${reference} begins on ${authorisation.grantedOn}`,
      mend: 'Wait until then, or ask a colleague who holds the power.',
    });
  if (authorisation.expiresOn !== null && authorisation.expiresOn < on)
    unmet.push({
      code: 'expired',
      words: `${reference} ran out on ${authorisation.expiresOn}`,
      mend: 'Ask for it to be renewed.',
    });
  if (!place.includes(authorisation.areaCode))
    unmet.push({
      code: 'area',
      words: `${reference} does not reach this place`,
      mend: 'Ask an officer whose authority covers the place.',
    });
  if (authorisation.requiresUniform && !officer.isInUniform)
    unmet.push({
      code: 'uniform',
      words: 'An accredited power is used in approved uniform and badge alone',
      mend: 'Say that you are in uniform, if you are.',
    });
  // The council's own list asks for its authority alone; accreditation asks for vetting and training with it.
  if (authorisation.basis === 'csas')
    unmet.push(...clearanceUnmet(officer, 'vetting', on), ...clearanceUnmet(officer, 'training', on));
  return unmet;
}

/** What of the order stands in the way of this officer. */
function orderUnmet(
  order: OrderFacts | undefined,
  officer: OfficerFacts,
  basis: Authorisation['basis'] | undefined,
): readonly UnmetCondition[] {
  if (!order) return [];
  if (order.reference === '' || basis === 'constable' || order.authorised.includes(officer.officerId))
    return order.unmet;
  return [
    ...order.unmet,
    {
      code: 'order-officer',
      words: `${officer.name} is not authorised for ${order.reference}`,
      mend: 'The council that made the order authorises officers for it, each order by itself.',
    },
  ];
}

/**
 * Whether an officer may use a power at a place on a day: accredited (Police Reform Act 2002 ss.40-42), not expired, the
 * power granted, inside the area, in uniform, vetted and trained; authorised by the council, a list of its own; or held by
 * office as a constable, in the whole area of the force. When none, gives every condition in the way of the nearest.
 *
 * @param place codes of all the areas the place lies in
 * @param on the day of use, which for a notice is the day of issue
 * @param order the public spaces order that the power is used for, where it is
 */
export function canUsePower(
  officer: OfficerFacts,
  power: string,
  place: readonly string[],
  on: Day,
  order?: OrderFacts,
): PowerAnswer {
  const codes = [power, accreditedTwin[power]];
  const held = officer.authorisations.filter((authorisation) => codes.includes(authorisation.power));
  const tried = held.map((authorisation) => ({
    authorisation,
    unmet: [
      ...unmetOf(authorisation, officer, place, on),
      ...orderUnmet(order, officer, authorisation.basis),
    ],
  }));
  const good = tried.find(({ unmet }) => unmet.length === 0);
  if (good) {
    const { basis, reference } = good.authorisation;
    const from = basisWords[basis];
    return {
      ok: true,
      basis,
      reference,
      words: `${officer.name} may ${inWords(power)} here on this day: ${from}, ${reference}.`,
    };
  }
  const nearest = tried.sort((a, b) => a.unmet.length - b.unmet.length)[0];
  if (nearest) return { ok: false, unmet: nearest.unmet };
  return {
    ok: false,
    unmet: [
      {
        code: 'not-held',
        words: `${officer.name} does not hold the power to ${inWords(power)}`,
        mend: 'Save the draft and ask an officer who holds it to issue the notice.',
      },
      ...orderUnmet(order, officer, undefined),
    ],
  };
}

/** A power or clearance that is about to run out, or has. */
export interface Lapsing {
  officerId: string;
  officerName: string;
  what: string;
  reference: string;
  /** Null: not known, which no date can tell. */
  endsOn: Day | null;
  /** The alert it falls under. */
  within: 90 | 60 | 30 | 0;
}

/** The least of the alerts that a last day falls under; undefined when it is further off than 90 days. */
export function alertFor(endsOn: Day, today: Day): Lapsing['within'] | undefined {
  if (endsOn < today) return 0;
  return ([30, 60, 90] as const).find((days) => endsOn <= addDays(today, days));
}
