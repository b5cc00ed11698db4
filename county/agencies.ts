import type { AgencyKind, CountyAgency, CountyService } from './county.types.ts';
import { COUNTY_CODE, COUNTY_NAME, DISTRICTS, policeAreas } from './districts.ts';
import { servicePhone } from './names.ts';
import { get, uuidOf } from './random.ts';

type Hours = CountyService['hours'];

const WEEK = [1, 2, 3, 4, 5] as const;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;

const OFFICE: Hours = [
  { days: [1, 2, 3, 4], from: '08:45', to: '17:15' },
  { days: [5], from: '08:45', to: '16:45' },
];
const HOURS: Readonly<Record<string, Hours>> = {
  office: OFFICE,
  patrol: [{ days: [1, 2, 3, 4, 5, 6], from: '07:00', to: '20:00' }],
  police: [{ days: EVERY_DAY, from: '08:00', to: '22:00' }],
  always: [{ days: EVERY_DAY, from: '00:00', to: '23:59' }],
  evening: [
    { days: EVERY_DAY, from: '18:00', to: '23:59' },
    { days: EVERY_DAY, from: '00:00', to: '02:00' },
  ],
  early: [{ days: WEEK, from: '07:30', to: '16:00' }],
};

interface AgencyPlan {
  code: string;
  name: string;
  kind: AgencyKind;
  domain: string;
}

const OTHER_AGENCIES: readonly AgencyPlan[] = [
  { code: 'MCC', name: `${COUNTY_NAME} County Council`, kind: 'county-council', domain: 'merrowshire' },
  { code: 'MPOL', name: `${COUNTY_NAME} Police`, kind: 'police', domain: 'police.merrowshire' },
  { code: 'MFRS', name: `${COUNTY_NAME} Fire and Rescue Service`, kind: 'fire', domain: 'fire.merrowshire' },
  {
    code: 'MICB',
    name: `${COUNTY_NAME} Integrated Care Board`,
    kind: 'health',
    domain: 'health.merrowshire',
  },
  {
    code: 'PROB',
    name: `Probation Delivery Unit, ${COUNTY_NAME}`,
    kind: 'probation',
    domain: 'probation.merrowshire',
  },
  { code: 'HARB', name: 'Harbourlight Homes', kind: 'housing-association', domain: 'harbourlight' },
  { code: 'TIDE', name: 'Tidewater Housing', kind: 'housing-association', domain: 'tidewater' },
  { code: 'HAVN', name: 'Havenlee Domestic Abuse Service', kind: 'charity', domain: 'havenlee' },
  { code: 'STED', name: 'Steadfast Victim Care', kind: 'charity', domain: 'steadfast' },
  { code: 'NSU', name: 'National Scams Unit', kind: 'national', domain: 'scams-unit' },
];

/** key | name | team | hours | what happens out of hours */
const DISTRICT_SERVICES = `
CS | Community Safety | Community Safety Team | office | Read the next working morning. In danger ring 999; other police matters 101.
ENV | Environmental Services | Street Scene and Cleansing | early | Hazards on the public highway go to the standby crew.
EH | Environmental Health | Pollution, Food and Public Health | office | Noise at night goes to the out-of-hours officer.
OOH | Out-of-hours Noise Team | Environmental Health Standby | evening | Works evenings and nights only.
LIC | Licensing | Licensing Team | office | Read the next working morning.
HSG | Housing Standards and Options | Private Sector Housing | office | Homeless tonight: ring the council's emergency line.
PARK | Parking | Civil Enforcement | patrol | No patrols on Sundays.
PLAN | Planning Enforcement | Planning and Building Control | office | Dangerous structures go to the standby surveyor.
GREEN | Green Spaces | Parks and Trees | early | Fallen trees across a road go to Highways standby.
JET | Joint Enforcement Team | Joint Enforcement Team | patrol | Police take urgent calls at night.
`;

const OTHER_SERVICES = `
MCC-CC | Contact Centre | Customer Contact | office | Recorded message and the website.
MCC-TS | Trading Standards | Investigations and Scams | office | Rapid response to doorstep crime through the police.
MCC-HWY | Highways | Area Maintenance | early | Emergencies to the highways standby line.
MCC-LIGHT | Street Lighting | Lighting and Signals | early | Signals out go to the contractor at once.
MCC-ASC | Adult Safeguarding | Safeguarding Adults Hub | office | Emergency duty team at nights and weekends.
MCC-CSC | Children's Front Door | Children's Services | office | Emergency duty team at nights and weekends.
MCC-WASTE | Waste Partnership | Waste Crime and Carriers | office | Read the next working morning.
MCC-INTEL | Intelligence Unit | Public Protection Intelligence | office | Urgent matters to police control.
MCC-PERF | Performance | Insight and Performance | office | Read the next working morning.
MCC-COMMS | Communications | Press and Campaigns | office | Duty press officer.
MCC-EP | Emergency Planning | Resilience | office | Duty officer by pager.
MCC-IG | Information Governance | Audit and Data Protection | office | Read the next working morning.
MCC-DIR | Partnership Systems | Directory Administration | office | Read the next working morning.
MCC-DEM | Members and Governance | Management Board Office | office | Read the next working morning.
MPOL-CTRL | Force Control Room | Control Room | always | Always open.
MPOL-LPC | Local Policing Command | Partnerships | office | Control room.
MFRS-PREV | Prevention | Community Fire Safety | office | Fires in progress: 999.
MFRS-PROT | Protection | Business Fire Safety | office | Duty fire safety officer.
MICB-SAFE | Health Safeguarding | Safeguarding and Public Health | office | Emergency duty team.
PROB-COM | Community Probation | Offender Management | office | Read the next working morning.
HARB-NEIGH | Neighbourhoods | Neighbourhood and Tenancy | office | Emergency repairs line.
TIDE-NEIGH | Neighbourhoods | Neighbourhood and Tenancy | office | Emergency repairs line.
HAVN-ADV | Domestic Abuse Advice | Outreach | office | National helpline at night.
STED-CARE | Victim Care | Casework | office | Message taken.
NSU-REF | Scam Referrals | Referrals Desk | office | Read the next working morning.
`;

/** One parish keeps its own lengthsman: the A to Z must send its litter there and nowhere else. */
export const PARISH = { ward: 'Tarnsby Cross', serviceCode: 'WEND-PARISH' } as const;

/** Which association runs the former council homes of a district. */
export const landlordOf = (districtCode: string): string =>
  ['WEND', 'SALT', 'BRAC'].includes(districtCode) ? 'HARB' : 'TIDE';

interface ServicePlan {
  code: string;
  agency: string;
  name: string;
  team: string;
  hours: string;
  outOfHours: string;
  areaCodes: readonly string[];
}

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

function servicePlans(wardCodes: ReadonlyMap<string, string>): ServicePlan[] {
  const plan = (cells: string[], agency: string, code: string, areaCodes: readonly string[]): ServicePlan => {
    const [, name = '', team = '', hours = 'office', outOfHours = ''] = cells;
    return { code, agency, name, team, hours, outOfHours, areaCodes };
  };
  const districts = DISTRICTS.flatMap((district) =>
    rowsOf(DISTRICT_SERVICES)
      // The smallest district has no one on at night: its rule is missing on purpose.
      .filter(([key]) => !(key === 'OOH' && district.agencyCode === 'PELL'))
      .map((cells) => plan(cells, district.agencyCode, `${district.agencyCode}-${cells[0]}`, [])),
  );
  const teams = policeAreas.map((area, i) =>
    plan(
      ['', `Safer Neighbourhood Team, ${area.name}`, area.name, 'police', 'Control room answers 101.'],
      'MPOL',
      `MPOL-SNT${i + 1}`,
      [area.code],
    ),
  );
  const others = rowsOf(OTHER_SERVICES).map((cells) => {
    const code = cells[0] ?? '';
    const areas = code.endsWith('-NEIGH') ? landlordAreas(code.slice(0, 4)) : [];
    return plan(cells, code.split('-')[0] ?? '', code, areas);
  });
  const parish = plan(
    ['', `${PARISH.ward} Parish Warden`, 'Parish Lengthsman', 'early', 'Read the next working morning.'],
    'WEND',
    PARISH.serviceCode,
    [get(wardCodes, PARISH.ward)],
  );
  return [...districts, parish, ...others, ...teams];
}

const landlordAreas = (agency: string): string[] =>
  DISTRICTS.filter((d) => landlordOf(d.agencyCode) === agency).map((d) => d.code);

export const agencyId = (code: string): string => uuidOf(`agency ${code}`);
export const serviceId = (code: string): string => uuidOf(`service ${code}`);

export function buildAgencies(): CountyAgency[] {
  const districts = DISTRICTS.map(
    ({ agencyCode: code, name, code: areaCode }): CountyAgency => ({
      id: agencyId(code),
      code,
      name: `${name} District Council`,
      kind: 'district-council',
      areaCode,
    }),
  );
  const others = OTHER_AGENCIES.map(
    ({ code, name, kind }): CountyAgency => ({ id: agencyId(code), code, name, kind, areaCode: COUNTY_CODE }),
  );
  return [...others.slice(0, 1), ...districts, ...others.slice(1)];
}

/** Services without their leads, which are known once there are people. */
export function buildServices(wardCodes: ReadonlyMap<string, string>): CountyService[] {
  const domains = new Map<string, string>([
    ...DISTRICTS.map((d): [string, string] => [d.agencyCode, d.name.toLowerCase()]),
    ...OTHER_AGENCIES.map((a): [string, string] => [a.code, a.domain]),
  ]);
  return servicePlans(wardCodes).map((plan, i): CountyService => {
    const mailbox = plan.code.slice(plan.agency.length + 1).toLowerCase();
    return {
      id: serviceId(plan.code),
      agencyId: agencyId(plan.agency),
      code: plan.code,
      name: plan.name,
      team: plan.team,
      email: `${mailbox}@${get(domains, plan.agency)}.example`,
      phone: servicePhone(i),
      areaCodes: plan.areaCodes,
      hours: HOURS[plan.hours] ?? OFFICE,
      outOfHours: plan.outOfHours,
      ...(plan.code.endsWith('-CS') ? { isFallback: true } : {}),
    };
  });
}
