import { agencyId, landlordOf, serviceId } from './agencies.ts';
import type { CountyMeetingSeries, CountyPerson } from './county.types.ts';
import { COUNTY_CODE, DISTRICTS, policeAreaOf, policeAreas } from './districts.ts';
import { uuidOf } from './random.ts';

/** What every service returns a week before a Joint Action Group. */
export const JAG_RETURN: readonly string[] = [
  'abandoned-vehicles',
  'dog-fouling',
  'dangerous-dogs',
  'fpns',
  'alcohol-licensing',
  'encampments',
  'drug-alcohol-litter',
  'fly-tips',
];

const STANDING = [
  'Results of the last meeting',
  'Joint enforcement',
  'Data return',
  'New nominations',
] as const;

function leadFor(people: readonly CountyPerson[], service: string): string {
  const lead = people.find((person) => person.serviceIds.includes(serviceId(service)));
  if (!lead) throw new Error(`Nobody works for ${service}`);
  return lead.id;
}

/** Planning Enforcement, Emergency Planning, Communications and Licensing are the extended members. */
function jagMembers(agency: string, districtCode: string): string[] {
  const own = ['CS', 'ENV', 'EH', 'LIC', 'HSG', 'PARK', 'PLAN', 'GREEN', 'JET'].map(
    (key) => `${agency}-${key}`,
  );
  const team = policeAreas.findIndex((area) => area.code === policeAreaOf(districtCode)) + 1;
  const others = [
    'MCC-TS',
    'MCC-EP',
    'MCC-COMMS',
    'MFRS-PREV',
    'PROB-COM',
    `MPOL-SNT${team}`,
    `${landlordOf(agency)}-NEIGH`,
  ];
  return [...own, ...others].map(serviceId);
}

export function buildMeetings(people: readonly CountyPerson[]): CountyMeetingSeries[] {
  const jags = DISTRICTS.map(
    (district, i): CountyMeetingSeries => ({
      id: uuidOf(`meeting series JAG ${district.agencyCode}`),
      kind: 'JAG',
      name: `${district.name} Joint Action Group`,
      areaCode: district.code,
      chairAgencyId: agencyId(district.agencyCode),
      chairPersonId: leadFor(people, `${district.agencyCode}-CS`),
      // The coast meets monthly since its summers fill an agenda faster.
      everyWeeks: district.agencyCode === 'SALT' ? 4 : 6,
      firstOn: `2025-01-${String(7 + i).padStart(2, '0')}`,
      at: i % 2 === 0 ? '10:00' : '14:00',
      place: `${district.name} Council Offices`,
      memberServiceIds: jagMembers(district.agencyCode, district.code),
      standingItems: STANDING,
      returnTemplate: JAG_RETURN,
    }),
  );
  return [...jags, tasking(people), board(people), jointTasking(people)];
}

const tasking = (people: readonly CountyPerson[]): CountyMeetingSeries => ({
  id: uuidOf('meeting series JET_TCG'),
  kind: 'JET_TCG',
  name: 'Joint Enforcement Tasking',
  areaCode: COUNTY_CODE,
  chairAgencyId: agencyId('WEND'),
  chairPersonId: leadFor(people, 'WEND-JET'),
  everyWeeks: 2,
  firstOn: '2025-01-09',
  at: '09:30',
  place: 'By video',
  memberServiceIds: [...DISTRICTS.map((d) => `${d.agencyCode}-JET`), 'MPOL-LPC', 'MCC-WASTE', 'MCC-TS'].map(
    serviceId,
  ),
  standingItems: ['Tasks due', 'Joint enforcement', 'Powers and vetting'],
  returnTemplate: [],
});

const board = (people: readonly CountyPerson[]): CountyMeetingSeries => ({
  id: uuidOf('meeting series BOARD'),
  kind: 'BOARD',
  name: `Public Protection Management Board`,
  areaCode: COUNTY_CODE,
  chairAgencyId: agencyId('MCC'),
  chairPersonId: leadFor(people, 'MCC-DEM'),
  everyWeeks: 13,
  firstOn: '2025-01-28',
  at: '13:30',
  place: 'County Hall, Committee Room 2',
  memberServiceIds: [
    ...DISTRICTS.map((d) => `${d.agencyCode}-CS`),
    'MCC-PERF',
    'MCC-COMMS',
    'MPOL-LPC',
    'MFRS-PREV',
  ].map(serviceId),
  standingItems: ['Joint enforcement', 'Figures for the quarter', 'Successes for publicity'],
  returnTemplate: JAG_RETURN,
});

/** Where agencies look together at victims and at people who harm or are at risk: one district has such a meeting so far. */
const jointTasking = (people: readonly CountyPerson[]): CountyMeetingSeries => ({
  id: uuidOf('meeting series JATAC'),
  kind: 'JATAC',
  name: 'Wendmere joint agency tasking',
  areaCode: districtOf('WEND'),
  chairAgencyId: agencyId('WEND'),
  chairPersonId: leadFor(people, 'WEND-CS'),
  everyWeeks: 4,
  firstOn: '2025-01-16',
  at: '11:00',
  place: 'Wendmere Council Offices',
  memberServiceIds: [
    'WEND-CS',
    'WEND-HSG',
    'MPOL-SNT1',
    'MFRS-PREV',
    'MICB-SAFE',
    'PROB-COM',
    'HARB-NEIGH',
  ].map(serviceId),
  standingItems: ['Tasks due', 'People to be released'],
  returnTemplate: [],
});

function districtOf(agency: string): string {
  const district = DISTRICTS.find(({ agencyCode }) => agencyCode === agency);
  if (!district) throw new Error(`No district of ${agency}`);
  return district.code;
}
