import type { Journey } from './journey.ts';
import { addDistrictOrder } from './pspo.ts';

/** Minutes of a time log, by how they count. */
export interface Minutes {
  enforcement: number;
  street: number;
  uncounted: number;
  untasked: number;
}
/** A month of a team as `/api/v1` shows it. */
export interface ShownMonth {
  isWhole: boolean;
  minutes: Minutes;
  standing: string;
  officers: { name: string; minutes: Minutes }[];
  activities: { code: string; minutes: Minutes }[];
  entries: { id: string; version: number; minutes: number; isWithdrawn: boolean }[];
  closed: { standing: string; reason: string | null } | null;
}
export interface ShownEntry {
  id: string;
  version: number;
  minutes: number;
  countsAs: string;
}
/** A power, and whether somebody holds it. */
export interface Held {
  officerId: string;
  officerName: string;
  kind: string;
  holding: string;
  within?: number;
}
export interface Reaccreditation {
  id: string;
  version: number;
  status: string;
}
export interface ShownMeeting {
  id: string;
  seriesId: string;
  kind: string;
  heldOn: string;
  status: string;
  version: number;
  agenda: { key: string; part: string; title: string; taskId: string | null }[];
}
export interface ShownTask {
  id: string;
  version: number;
  status: string;
  partnerReference: string | null;
}
/** Anything that is changed by its version. */
export interface Row {
  id: string;
  version: number;
}

/** A day some weeks after another, or before. */
export const weeksOn = (day: string, weeks: number): string =>
  new Date(Date.parse(day) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

/** The supervisor of another district, who has set up a team there. */
export async function otherSupervisor({ made, sql }: Journey): Promise<string> {
  const [found] = await sql<{ username: string }>(
    `update platform.account c set is_persona = true from directory.role_grant g, directory.officer o, directory.agency a
     where g.officer_id = c.officer_id and g.role = 'jet-supervisor' and o.id = c.officer_id and a.id = o.agency_id and a.code = 'SALT' returning c.username`,
  );
  if (!found) throw new Error('Saltmarch has no supervisor.');
  const [salt] = await sql<{ id: string; area: string }>(
    "select s.id, a.area_code as area from directory.service s join directory.agency a on a.id = s.agency_id where s.code = 'SALT-JET'",
  );
  await made(found.username, '/teams', { name: 'Saltmarch team', areaCode: salt?.area, serviceId: salt?.id });
  return found.username;
}

/** A figure of a month as an officer reads it. */
export async function figureOf({ look }: Journey, who: string, code: string, month: string) {
  const span = `from=${month}-01&to=${month}-${month === '2026-10' ? 31 : 30}`;
  const { figures } = await look<{ figures: { code: string; now: { words: string } }[] }>(
    who,
    `/figures?${span}`,
  );
  return figures.find((one) => one.code === code)?.now.words;
}

/** A penalty of Joss's for breach of an order of February 2027, from the draft to its service. Gives its amount in pence. */
export async function issuePenalty(days: Journey): Promise<number> {
  const { done, look, made } = days;
  const order = { title: 'The order area', startsOn: '2025-01-01', endsOn: '2027-12-31' };
  await addDistrictOrder(days.world, { ...order, username: 'joss.jet' });
  const { id } = await made<Row>('joss.jet', '/penalties', {
    ...{
      offence: 'pspo-breach',
      offenceOn: '2027-02-03',
      offenceTime: '15:30',
      placeWords: 'The order area',
    },
    ...{ postcode: (await days.placeOf()).postcode, policyConsidered: true, identifiedBy: 'cctv' },
    ...{ recipientName: 'Gareth Tipley', recipientAddress: '4 Made Up Lane, Ollerquay' },
  });
  const at = `/penalties/${id}`;
  await made('joss.jet', `${at}/evidence`, { kind: 'statement', words: 'Statement of the officer' });
  await made('joss.jet', `${at}/evidence`, { kind: 'photo', words: 'Photograph of the square' });
  const { version } = await look<Row>('joss.jet', at);
  const served = { version, servedHow: 'in-person', isInUniform: true };
  return (await done<{ amountPence: number }>('joss.jet', `${at}/issue`, served)).amountPence;
}
