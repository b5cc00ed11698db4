import { agencyId, serviceId } from './agencies.ts';
import type { CountyPerson, RoleCode, Side } from './county.types.ts';
import { DISTRICTS, policeAreas } from './districts.ts';
import { nameDealer } from './names.ts';
import { at, randomFor, uuidOf } from './random.ts';

/** The people who work the system: twenty personas to sign in as, and enough colleagues that every service has a lead. */

interface PersonPlan {
  services: readonly string[];
  role: RoleCode;
  blurb: string;
  persona?: { name: string; username: string };
}

const SIDES: Partial<Record<RoleCode, Side>> = {
  'intelligence-officer': 'INTEL',
  'intelligence-analyst': 'INTEL',
  'intelligence-manager': 'INTEL',
  'safeguarding-officer': 'SAFEGUARD',
  warden: 'SAFEGUARD',
  auditor: 'GOV',
  'board-member': 'GOV',
  'directory-administrator': 'TECH',
};

/** username | name | role | services | what they do */
const PERSONAS = `
rowan.reception | Rowan Appleyard | reception | MCC-CC | Takes the public's calls and sends each report to the right service.
imran.intel | Imran Siddiqi | intelligence-officer | MCC-INTEL | Grades, links and de-conflicts what comes in.
anya.analyst | Anya Dobrowski | intelligence-analyst | MCC-INTEL | Finds the people and places that several services share.
morag.manager | Morag Dalgleish | intelligence-manager | MCC-INTEL | Sanitises, authorises and reviews what leaves the unit.
tess.trading | Tess Redfearn | trading-standards-investigator | MCC-TS | Investigates rogue traders from package to court file.
edmund.health | Edmund Okonjo | environmental-health-officer | WEND-EH,WEND-OOH | Visits premises, serves notices and tests the noise.
joss.jet | Joss Thistlewood | jet-officer | WEND-JET | Patrols, issues penalties on site and answers tasks.
sunita.supervisor | Sunita Parmar | jet-supervisor | WEND-JET | Runs the roster, the powers and the team's tasking.
callum.safety | Callum Brindle | community-safety-coordinator | WEND-CS | Chairs the Joint Action Group and watches the fallback inbox.
sadia.safeguarding | Sadia Chaudhry | safeguarding-officer | MCC-ASC | Keeps the victim register and arranges support.
wyn.warden | Wyn Llewelyn | warden | MCC-ASC | Visits people at home, one visit at a time.
priya.police | Priya Sandhu | police-partner | MPOL-SNT1 | Neighbourhood sergeant for the North Moors.
hollis.housing | Hollis Figgis | partner | HARB-NEIGH | Neighbourhood manager for a housing association.
petra.performance | Petra Walewska | performance-analyst | MCC-PERF | Makes the quarterly figures from the records.
olu.officer | Olu Babatola | service-officer | WEND-ENV | Clears fly-tips and returns the service's figures.
dana.directory | Dana Kitching | directory-administrator | MCC-DIR | Keeps agencies, services, people and rules up to date.
aled.auditor | Aled Tregarth | auditor | MCC-IG | Reads the log, not the content.
bea.board | Bea Greatorex | board-member | MCC-DEM | Sits on the Management Board and sees totals only.
cora.comms | Cora Merriweather | communications-officer | MCC-COMMS | Publishes what has been approved for release.
vita.vetting | Vita Hargrave | scheme-administrator | MCC-TS | Takes traders into the checked scheme, or not.
esme.evidence | Esme Falconer | evidential-support | WEND-ENV | Left the unit to support cases at court with evidence.
`;

/** service keys | role | what they do, for each district */
const DISTRICT_POSTS = `
CS | community-safety-coordinator | Runs the district's Joint Action Group.
ENV | service-officer | Leads the street scene crews.
EH,OOH | environmental-health-officer | Leads on pollution, food and noise.
LIC,PARK | service-officer | Leads on licensing and civil enforcement.
HSG,PLAN | service-officer | Leads on housing standards and planning enforcement.
GREEN | service-officer | Leads on parks and trees.
JET | jet-supervisor | Leads the joint enforcement team.
JET | jet-officer | Patrols with the joint enforcement team.
`;

const OTHER_POSTS = `
MCC-CC | reception | Answers the county's telephones.
MCC-TS | trading-standards-investigator | Investigates scams and unsafe goods.
MCC-HWY,MCC-LIGHT | service-officer | Leads on roads and lights.
MCC-CSC | safeguarding-officer | Receives concerns about children.
MCC-WASTE,MCC-EP | service-officer | Leads on waste crime and emergencies.
MCC-ASC | warden | Visits victims of scams at home.
MPOL-CTRL | police-partner | Control room supervisor.
MPOL-LPC | police-partner | Partnership inspector.
MFRS-PREV | partner | Community fire safety manager.
MFRS-PROT | partner | Business fire safety officer.
MICB-SAFE | partner | Health safeguarding lead.
PROB-COM | partner | Probation officer for the district meetings.
TIDE-NEIGH | partner | Neighbourhood manager for a housing association.
HAVN-ADV | partner | Domestic abuse outreach manager.
STED-CARE | partner | Victim casework manager.
NSU-REF | partner | Sends scam victims' details to councils.
WEND-PARISH | service-officer | Parish lengthsman.
`;

/** Who speaks for an agency where a role needs its consent; elsewhere the person who runs its meetings or comes to them. */
export const SPOKESPEOPLE: Readonly<Record<string, string>> = {
  WEND: 'callum.safety',
  MCC: 'sadia.safeguarding',
  MPOL: 'priya.police',
  HARB: 'hollis.housing',
};

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

const ROLES: readonly RoleCode[] = [
  'reception',
  'intelligence-officer',
  'intelligence-analyst',
  'intelligence-manager',
  'trading-standards-investigator',
  'environmental-health-officer',
  'jet-officer',
  'jet-supervisor',
  'community-safety-coordinator',
  'safeguarding-officer',
  'warden',
  'police-partner',
  'partner',
  'performance-analyst',
  'directory-administrator',
  'service-officer',
  'auditor',
  'board-member',
  'communications-officer',
  'scheme-administrator',
  'evidential-support',
];

function roleOf(word: string): RoleCode {
  const role = ROLES.find((known) => known === word);
  if (!role) throw new Error(`No role called ${word}`);
  return role;
}

const personaPlans = (): PersonPlan[] =>
  rowsOf(PERSONAS).map((cells) => ({
    persona: { username: at(cells, 0), name: at(cells, 1) },
    role: roleOf(at(cells, 2)),
    services: at(cells, 3).split(','),
    blurb: at(cells, 4),
  }));

function colleaguePlans(): PersonPlan[] {
  const posts = rowsOf(DISTRICT_POSTS);
  const districts = DISTRICTS.flatMap(({ agencyCode }) =>
    posts.map((cells) => ({
      services: at(cells, 0)
        .split(',')
        .filter((key) => !(key === 'OOH' && agencyCode === 'PELL'))
        .map((key) => `${agencyCode}-${key}`),
      role: roleOf(at(cells, 1)),
      blurb: at(cells, 2),
    })),
  );
  const teams = policeAreas.slice(1).map((area, i) => ({
    services: [`MPOL-SNT${i + 2}`],
    role: 'police-partner' as const,
    blurb: `Neighbourhood sergeant for ${area.name}.`,
  }));
  const others = rowsOf(OTHER_POSTS).map((cells) => ({
    services: at(cells, 0).split(','),
    role: roleOf(at(cells, 1)),
    blurb: at(cells, 2),
  }));
  return [...districts, ...teams, ...others];
}

/** Everyone, personas first: a persona leads the service they share with a colleague. */
export function buildPeople(): CountyPerson[] {
  const personas = personaPlans();
  const filled = new Set(personas.map((plan) => `${plan.services[0]} ${plan.role}`));
  const colleagues = colleaguePlans().filter(
    (plan) =>
      plan.role === 'jet-officer' ||
      !filled.has(`${plan.services[0]} ${plan.role}`) ||
      plan.role === 'warden',
  );
  const deal = nameDealer(randomFor('county staff'));
  return [...personas, ...colleagues].map((plan): CountyPerson => {
    const name = plan.persona?.name ?? deal();
    const username = plan.persona?.username ?? name.toLowerCase().replace(' ', '.');
    return {
      id: uuidOf(`person ${username}`),
      name,
      username,
      agencyId: agencyId(at(at(plan.services, 0).split('-'), 0)),
      serviceIds: plan.services.map(serviceId),
      roles: [plan.role],
      side: SIDES[plan.role] ?? 'OPS',
      blurb: plan.blurb,
      isPersona: plan.persona !== undefined,
    };
  });
}

/** Supervisors lead before officers do; otherwise the first person named for a service leads it. */
export function leadOf(service: string, people: readonly CountyPerson[]): string | undefined {
  const staff = people.filter((person) => person.serviceIds.includes(service));
  const supervisor = staff.find((person) => person.roles.includes('jet-supervisor'));
  return (supervisor ?? staff[0])?.id;
}
