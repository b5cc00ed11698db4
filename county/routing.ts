import { serviceId as idOf, landlordOf, PARISH } from './agencies.ts';
import type { CountyIssueType, CountyRoutingRule, LandOwner } from './county.types.ts';
import { DISTRICTS, policeAreaOf, policeAreas, REVIEW_ON } from './districts.ts';
import { get, uuidOf } from './random.ts';

/** The A to Z's rules: first each type's everyday answer in each place, then the exceptions that make the real world. */

const FROM = '2015-04-01';

/** Left unanswered on purpose: the Community Safety inbox receives them, and the directory's gap list shows them. */
export const knownGaps: readonly { issueType: string; districtCode?: string }[] = [
  { issueType: 'drone-nuisance' },
  { issueType: 'invasive-weeds', districtCode: 'Q07000005' },
];

/** Whose ground it is decides these: a social landlord clears its own. */
const LANDLORD_TYPES = [
  'fly-tipping',
  'litter',
  'drug-litter',
  'graffiti',
  'offensive-graffiti',
  'dog-fouling',
  'pests',
  'asbestos',
  'abandoned-vehicle',
  'overgrown',
  'tree',
  'shopping-trolley',
  'trade-waste',
  'vandalism',
] as const;

const NIGHT_TYPES = ['noise-domestic', 'noise-commercial', 'alarm', 'barking-dog'] as const;
const ROADSIDE_TYPES = ['tree', 'overgrown', 'asbestos', 'encampment', 'dangerous-structure'] as const;
const PARISH_TYPES = ['litter', 'overflowing-bin', 'dog-fouling', 'street-cleaning'] as const;

export const isGap = (issueType: string, districtCode: string): boolean =>
  knownGaps.some((gap) => gap.issueType === issueType && (gap.districtCode ?? districtCode) === districtCode);

type Draft = Partial<CountyRoutingRule> & { issueType: string; serviceId: string };

function ruleOf(draft: Draft): CountyRoutingRule {
  const rule = { landOwner: 'any' as const, when: 'always' as const, startsOn: FROM, ...draft };
  const name = `rule ${rule.issueType} ${rule.areaCode} ${rule.landOwner} ${rule.when} ${rule.startsOn}`;
  return { id: uuidOf(name), ...rule };
}

function everydayRules(type: CountyIssueType): Draft[] {
  const { code: issueType, serviceKey } = type;
  switch (type.providedBy) {
    case 'district':
      return DISTRICTS.filter((d) => !isGap(issueType, d.code)).flatMap((d) =>
        issueType === 'dog-fouling' && d.agencyCode === 'FENN'
          ? movedRules(issueType, d.code)
          : [{ issueType, areaCode: d.code, serviceId: idOf(`${d.agencyCode}-${serviceKey}`) }],
      );
    case 'housing':
      return DISTRICTS.map((d) => ({
        issueType,
        areaCode: d.code,
        serviceId: idOf(`${landlordOf(d.agencyCode)}-${serviceKey}`),
      }));
    case 'police':
      return policeAreas.map((area, i) => ({
        issueType,
        areaCode: area.code,
        serviceId: idOf(`MPOL-${serviceKey}${i + 1}`),
      }));
    case 'fire':
      return [{ issueType, serviceId: idOf(`MFRS-${serviceKey}`) }];
    case 'health':
      return [{ issueType, serviceId: idOf(`MICB-${serviceKey}`) }];
    case 'county':
      return [{ issueType, serviceId: idOf(`MCC-${serviceKey}`) }];
  }
}

/** A duty that moved between teams on a day: an old report must still read by the rule of its own time. */
function movedRules(issueType: string, areaCode: string): Draft[] {
  return [
    {
      issueType,
      areaCode,
      serviceId: idOf('FENN-ENV'),
      endsOn: '2025-03-31',
      note: 'Until the wardens joined the JET',
    },
    {
      issueType,
      areaCode,
      serviceId: idOf('FENN-JET'),
      startsOn: REVIEW_ON,
      note: 'Dog wardens are in the JET',
    },
  ];
}

function exceptions(wardCodes: ReadonlyMap<string, string>): Draft[] {
  const parish = PARISH_TYPES.map((issueType) => ({
    issueType,
    areaCode: get(wardCodes, PARISH.ward),
    serviceId: idOf(PARISH.serviceCode),
    note: 'The parish keeps its own warden',
  }));
  const roadside = ROADSIDE_TYPES.map((issueType) => ({
    issueType,
    landOwner: 'highway' as const,
    serviceId: idOf('MCC-HWY'),
    note: 'On the public highway the county acts',
  }));
  return [
    ...parish,
    ...roadside,
    ...DISTRICTS.flatMap((d) => districtExceptions(d.agencyCode, d.code)),
    ...policeNights(),
  ];
}

function districtExceptions(agency: string, areaCode: string): Draft[] {
  const privateGround: Draft[] = [
    {
      issueType: 'fly-tipping',
      areaCode,
      landOwner: 'private',
      serviceId: idOf(`${agency}-EH`),
      note: 'The owner must clear private land; a notice may be needed',
    },
    {
      issueType: 'abandoned-vehicle',
      areaCode,
      landOwner: 'private',
      serviceId: idOf(`${agency}-JET`),
      note: 'Fifteen days of notice to the occupier',
    },
  ];
  const landlord = LANDLORD_TYPES.map((issueType) => ({
    issueType,
    areaCode,
    landOwner: 'housing' as const,
    serviceId: idOf(`${landlordOf(agency)}-NEIGH`),
    note: 'Housing land',
  }));
  const nights = NIGHT_TYPES.map((issueType) => ({
    issueType,
    areaCode,
    when: 'out-of-hours' as const,
    serviceId: idOf(`${agency}-OOH`),
    note: 'Officer on call in the evening',
  }));
  return [...privateGround, ...landlord, ...(agency === 'PELL' ? [] : nights)];
}

const policeNights = (): Draft[] =>
  ['asb-youths', 'vehicle-nuisance', 'unlicensed-event'].map((issueType) => ({
    issueType,
    when: 'out-of-hours' as const,
    serviceId: idOf('MPOL-CTRL'),
    note: 'The control room sends whoever is on',
  }));

export function buildRoutingRules(
  types: readonly CountyIssueType[],
  wardCodes: ReadonlyMap<string, string>,
): CountyRoutingRule[] {
  const everyday = types.filter((type) => type.code !== 'drone-nuisance').flatMap(everydayRules);
  return [...everyday, ...exceptions(wardCodes)].map(ruleOf);
}

export interface Whereabouts {
  issueType: string;
  wardCode: string;
  districtCode: string;
  landOwner: LandOwner;
  isInHours: boolean;
  day: string;
}

/**
 * Finds the rule for a report as the product must: a rule about hours beats one about land, land beats place, and the
 * smaller place beats the larger.
 */
export function routeFinder(
  rules: readonly CountyRoutingRule[],
): (where: Whereabouts) => CountyRoutingRule | undefined {
  const byType = Map.groupBy(rules, (rule) => rule.issueType);
  return (where) => {
    const places = [undefined, policeAreaOf(where.districtCode), where.districtCode, where.wardCode];
    let best: CountyRoutingRule | undefined;
    let bestRank = -1;
    for (const rule of byType.get(where.issueType) ?? []) {
      const place = places.indexOf(rule.areaCode);
      if (place < 0 || rule.startsOn > where.day || (rule.endsOn ?? where.day) < where.day) continue;
      if (rule.landOwner !== 'any' && rule.landOwner !== where.landOwner) continue;
      if (rule.when !== 'always' && (rule.when === 'in-hours') !== where.isInHours) continue;
      const rank = (rule.when === 'always' ? 0 : 100) + (rule.landOwner === 'any' ? 0 : 10) + place;
      if (rank > bestRank) [best, bestRank] = [rule, rank];
    }
    return best;
  };
}
