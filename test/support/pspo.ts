import { Client, type QueryResult, type QueryResultRow } from 'pg';
import { expect } from 'vitest';
import { pspoConsultees } from '../../reference/pspo.ts';
import type { Answer, World } from './world.ts';

/** An order of Wendmere over its whole district that was published, with an officer authorised for it. Gives its id. */
export async function addDistrictOrder(
  world: World,
  order: { title: string; startsOn: string; endsOn: string; username?: string },
): Promise<string> {
  const days = [order.title, order.startsOn, order.endsOn];
  const [made] = await world.sql<{ id: string }>(
    `insert into enforcement.pspo (id, reference, agency_id, status, kind, title, district_code, area_code, area_words, outline, prohibitions,
       requirements, exemptions, signs, made_on, starts_on, ends_on, published_on, made_at)
     select gen_random_uuid(), 'PSPO-' || upper(left(md5($1), 7)), a.id, 'published', 'order', $1, d.code, d.code, 'The whole district', d.outline,
       '{"Leaving dog mess"}', '{}', '{}', '{}', $2::date, $2::date, $3::date, $2::date, $2::date
     from directory.agency a join directory.area d on d.code = a.area_code where a.code = 'WEND' returning id`,
    days,
  );
  const id = made?.id ?? '';
  await world.sql(
    `insert into enforcement.pspo_publication (pspo_id, edition, agency_id, reference, kind, title, area_code, area_words, outline, prohibitions,
       requirements, exemptions, is_alcohol, starts_on, ends_on, published_on)
     select id, 1, agency_id, reference, kind, title, area_code, area_words, outline, prohibitions, requirements, exemptions, is_alcohol,
       starts_on, ends_on, published_on from enforcement.pspo where id = $1`,
    [id],
  );
  if (order.username)
    await world.sql(
      `insert into enforcement.pspo_officer (id, pspo_id, agency_id, officer_id, from_on)
       select gen_random_uuid(), p.id, p.agency_id, c.officer_id, p.starts_on from enforcement.pspo p, platform.account c where p.id = $1 and c.username = $2`,
      [id, order.username],
    );
  return id;
}

/** A question past the code, on the login of a side as somebody would have it whose agency, roles and so on these are; undone at the end. */
export async function askOnLogin<T extends QueryResultRow>(
  world: World,
  role: string,
  who: Record<string, string>,
  text: string,
): Promise<QueryResult<T>> {
  const client = new Client({ connectionString: world.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local role ${role}`);
    for (const [name, value] of Object.entries(who))
      await client.query('select set_config($1, $2, true)', [`bailiwick.${name}`, value]);
    return await client.query<T>(text);
  } finally {
    await client.end();
  }
}

/** The file of an order as `/api/v1` shows it. */
export interface ShownPspo {
  id: string;
  version: number;
  reference: string;
  status: string;
  standing: string;
  alert: number | null;
  endsOn: string | null;
  challengeUntil: string | null;
  overlaps: { reference: string; title: string }[];
  consultees?: { consultee: string; answer: string | null }[];
  officers?: { name: string }[];
  signsUp: string[];
  papers: { version: number; format: string }[];
  events: { kind: string; words: string; reason: string | null }[];
  steps: { action: string }[];
}
export const pspoPath = (file: { id: string }) => `/api/v1/pspos/${file.id}`;
/** Whom the Act names of an order that restricts no right of way. */
export const namedConsultees = pspoConsultees.filter(({ onlyRightOfWay }) => !onlyRightOfWay);

/** What the tests of orders do by `/api/v1`; unless told otherwise the co-ordinator of Wendmere asks. */
export function pspoActs(world: () => World) {
  const api = async (who: string, method: 'GET' | 'POST', url: string, body?: object): Promise<Answer> =>
    (await world().as(who)).api(method, url, body);
  async function got<T>(who: string, method: 'GET' | 'POST', url: string, body?: object): Promise<T> {
    const answer = await api(who, method, url, body);
    expect([200, 201], answer.text).toContain(answer.status);
    return answer.json as T;
  }
  const look = (file: { id: string }, who = 'callum.safety') => got<ShownPspo>(who, 'GET', pspoPath(file));
  const step = async (file: { id: string }, action: string, body: object = {}, who = 'callum.safety') =>
    api(who, 'POST', `${pspoPath(file)}/steps/${action}`, { version: (await look(file)).version, ...body });
  async function taken(file: { id: string }, action: string, body: object = {}): Promise<ShownPspo> {
    const answer = await step(file, action, body);
    expect(answer.status, `${action}: ${answer.text}`).toBe(200);
    return answer.json as ShownPspo;
  }
  /** The words with which a step is refused. */
  async function refused(file: { id: string }, action: string, body: object = {}, status = 422) {
    const answer = await step(file, action, body);
    expect(answer.status, `${action}: ${answer.text}`).toBe(status);
    return answer.text;
  }
  /** The postcode that penalties are at, with its point. */
  const place = async () =>
    (
      await world().sql<{ postcode: string; lon: number; lat: number }>(
        "select postcode, lon, lat from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' and lon is not null order by postcode limit 1",
      )
    )[0] ?? { postcode: '', lon: 0, lat: 0 };
  /** A square of about two kilometres around that postcode. */
  async function proposal(more: object = {}) {
    const { lon, lat } = await place();
    const corner = (x: number, y: number) => `${(lon + x).toFixed(5)}, ${(lat + y).toFixed(5)}`;
    return {
      ...{ kind: 'order', title: 'Redhill square', areaWords: 'The square and the streets around it' },
      corners: [corner(-0.01, -0.01), corner(0.01, -0.01), corner(0.01, 0.01), corner(-0.01, 0.01)].join(
        '\n',
      ),
      ...{ prohibitions: 'Begging with threats\nRiding motorcycles', exemptions: 'Emergency services' },
      ...{ signs: 'North gate\nSouth gate', ...more },
    };
  }
  const propose = async (more: object = {}) =>
    got<ShownPspo>('callum.safety', 'POST', '/api/v1/pspos', await proposal(more));
  /** A consultation from a day to another with everybody told on its first. */
  async function consulted(file: { id: string }, on: string, until: string) {
    await taken(file, 'consult', { on, until });
    for (const { code, mayBeNone } of namedConsultees)
      await taken(file, 'tell-consultee', {
        ...{ on, consultee: code, outcome: mayBeNone ? 'none' : 'told', reason: 'By letter' },
      });
  }
  /** Writes and issues a penalty for a breach: the answer to the signature. */
  async function penalty(more: object): Promise<Answer> {
    const { postcode } = await place();
    const draft = await got<{ id: string }>('joss.jet', 'POST', '/api/v1/penalties', {
      ...{ offence: 'pspo-breach', offenceOn: '2027-01-04', offenceTime: '15:30', placeWords: 'The square' },
      ...{ postcode, policyConsidered: true, identifiedBy: 'cctv' },
      ...{ recipientName: 'Gareth Tipley', recipientAddress: '4 Made Up Lane', ...more },
    });
    const path = `/api/v1/penalties/${draft.id}`;
    for (const kind of ['statement', 'photo'])
      await got('joss.jet', 'POST', `${path}/evidence`, { kind, words: 'What was seen' });
    const { version } = await got<{ version: number }>('joss.jet', 'GET', path);
    return api('joss.jet', 'POST', `${path}/issue`, {
      ...{ version, servedHow: 'in-person', isInUniform: true },
    });
  }
  return { api, got, look, step, taken, refused, place, proposal, propose, consulted, penalty };
}
/** What the table asks of the evidence, and of a decision. */
export const pspoEvidence = {
  detriment: '41 incidents since May',
  persistence: 'Every week, after warnings',
  rights: true,
};
export const pspoDecision = { by: 'Executive', minute: 'Minute 7', reason: 'The conditions are met' };
