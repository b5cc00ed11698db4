import { afterAll, beforeAll, expect } from 'vitest';
import {
  type Answer,
  type MovableClock,
  movableClock,
  openWorld,
  type Visitor,
  type World,
} from './world.ts';

/** Somebody who signs in anew whenever the clock has moved: no session lasts a month. */
export type Who = Pick<Visitor, 'api' | 'get'>;

/** A file of community protection as `/api/v1` shows it. */
export interface ShownProtection {
  id: string;
  reference: string;
  status: string;
  version: number;
  complyBy: string;
  complyWhy: string;
  appealUntil: string;
  appealWhy: string;
  breachMaxPence: number;
  penaltyId: string;
  streetWords: string;
  requirements: { id: string; stage: string; kind: string; words: string; since: string | null }[];
  letters: { kind: string; version: number; format: string; sha256: string }[];
  services: { stage: string; servedOn: string; servedBy: string; powerReference: string }[];
  events: { kind: string; words: string; reason: string | null }[];
  steps: { action: string; conditions: { code: string; met: boolean }[] }[];
}

/** The world of journey 8 from June 2016 on: who acts in the South and in the Vale, their cases, and the steps of a file. */
export interface ProtectionWorld {
  readonly world: World;
  readonly clock: MovableClock;
  /** The co-ordinator of Wendmere. */
  readonly south: Who;
  /** The co-ordinator of the Vale. */
  readonly vale: Who;
  /** Ids of the cases: the flats of the South, the gardens of the Vale. */
  readonly cases: Readonly<Record<string, string>>;
  person(username: string): Who;
  postcodes(agency: string, count: number): Promise<string[]>;
  post(who: Who, url: string, body: object, status?: number): Promise<ShownProtection>;
  look(who: Who, file: { id: string }): Promise<ShownProtection>;
  step(who: Who, file: ShownProtection, action: string, body?: object): Promise<Answer>;
  taken(who: Who, file: ShownProtection, action: string, body?: object): Promise<ShownProtection>;
  /** The words with which a step is refused. */
  refusal(who: Who, file: ShownProtection, action: string, body?: object): Promise<string>;
  /** A draft with its evidence and one requirement. */
  drafted(who: Who, given: Drafted): Promise<ShownProtection>;
  /** To a notice that was served on 1 July 2016, with something to stop and something to do. */
  noticed(who: Who, file: ShownProtection): Promise<ShownProtection>;
}
interface Drafted {
  name: string;
  postcode: string;
  caseId: string;
  kinds: string[];
}

export const pathOf = (file: { id: string }) => `/api/v1/protection/${file.id}`;
export const byHand = (on: string) => ({ how: 'in-person', on, by: 'The co-ordinator' });

/** A case as step 1 leaves it; how reports come to one is journey 4's. */
async function openCaseOf(world: World, title: string, agency: string, service: string): Promise<string> {
  const [row] = await world.sql<{ id: string }>(
    `with made as (insert into enforcement.case_file (id, reference, title, summary, status, lead_agency_id, lead_service_id, district_code, is_personal, escalation_rule, opened_at)
       select gen_random_uuid(), 'C-J8' || $2, $1, $1, 'enforcing', s.agency_id, s.id, a.area_code, false, 'not-solved', '2016-05-20T09:00:00Z'
       from directory.service s join directory.agency a on a.id = s.agency_id where s.code = $3 returning id, lead_agency_id, lead_service_id)
     insert into enforcement.case_service (case_id, service_id, agency_id, joined_at, why)
       select id, lead_service_id, lead_agency_id, '2016-05-20T09:00:00Z', 'leads' from made returning case_id as id`,
    [title, agency, service],
  );
  if (!row) throw new Error(`No case for ${service}`);
  return row.id;
}

/** The county's people hold their powers from 2024 on: here they have held them since the Act began. Gives who acts in the Vale. */
async function arrange(world: World): Promise<string> {
  await world.sql("update directory.authorisation set granted_on = '2014-10-20' where basis <> 'csas'");
  await world.sql(
    `update platform.account set is_persona = true where officer_id = (select o.id from directory.officer o
       join directory.agency a on a.id = o.agency_id join directory.role_grant g on g.officer_id = o.id
       where a.code = 'ALDE' and g.role = 'community-safety-coordinator' limit 1)`,
  );
  const [account] = await world.sql<{ username: string }>(
    `select c.username from platform.account c join directory.officer o on o.id = c.officer_id join directory.agency a on a.id = o.agency_id
     where a.code = 'ALDE' and c.is_persona`,
  );
  return account?.username ?? '';
}

const person = (clock: MovableClock, signIn: () => Promise<Visitor>): Who => {
  let since = '';
  let visitor: Visitor | undefined;
  const now = async (): Promise<Visitor> => {
    const at = clock.now().toISOString();
    if (!visitor || since !== at) visitor = await signIn();
    since = at;
    return visitor;
  };
  return {
    api: async (...asked) => (await now()).api(...asked),
    get: async (url) => (await now()).get(url),
  };
};

async function postcodes(world: World, agency: string, count: number): Promise<string[]> {
  const rows = await world.sql<{ postcode: string }>(
    'select postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = $1 and p.lon is not null order by postcode limit $2',
    [agency, count],
  );
  return rows.map((row) => row.postcode);
}

const post = async (who: Who, url: string, body: object, status = 200): Promise<ShownProtection> => {
  const answer = await who.api('POST', url, body);
  expect(answer.status, answer.text).toBe(status);
  return answer.json as ShownProtection;
};
const look = async (who: Who, file: { id: string }) =>
  (await who.api('GET', pathOf(file))).json as ShownProtection;
const step = (who: Who, file: ShownProtection, action: string, body: object = {}): Promise<Answer> =>
  who.api('POST', `${pathOf(file)}/steps/${action}`, { version: file.version, ...body });
const taken = async (
  who: Who,
  file: ShownProtection,
  action: string,
  body: object = {},
): Promise<ShownProtection> => {
  const answer = await step(who, file, action, body);
  expect(answer.status, answer.text).toBe(200);
  return answer.json as ShownProtection;
};
const refusal = async (who: Who, file: ShownProtection, action: string, body: object = {}) => {
  const answer = await step(who, file, action, body);
  expect(answer.status, answer.text).toBe(422);
  return answer.text;
};
async function drafted(who: Who, given: Drafted) {
  const made = await post(
    who,
    '/api/v1/protection',
    {
      kind: 'person',
      name: given.name,
      address: '4 Made Up Lane',
      bornOn: '1970-01-01',
      postcode: given.postcode,
      placeWords: 'Flat 4',
      conductKinds: given.kinds,
      conduct: `${given.name} burns waste on most evenings`,
      isDetrimental: true,
      isPersistent: true,
      isUnreasonable: true,
      complyDays: 14,
      caseId: given.caseId,
    },
    201,
  );
  await post(
    who,
    `${pathOf(made)}/evidence`,
    { kind: 'statement', happenedOn: '2016-06-01', words: 'Seen from the road' },
    201,
  );
  return post(
    who,
    `${pathOf(made)}/requirements`,
    { version: made.version, kind: 'stop', words: 'burning waste' },
    201,
  );
}

async function noticed(clock: MovableClock, who: Who, file: ShownProtection): Promise<ShownProtection> {
  clock.set('2016-07-01T10:00:00Z');
  await post(
    who,
    `${pathOf(file)}/evidence`,
    { kind: 'photo', happenedOn: '2016-06-28', words: 'Burning again' },
    201,
  );
  let now = await look(who, file);
  for (const one of [
    { kind: 'stop', words: 'burning waste' },
    { kind: 'do', words: 'clear the garden', byDay: '2016-07-20' },
  ])
    now = await post(who, `${pathOf(file)}/requirements`, { version: now.version, ...one }, 201);
  now = await post(who, `${pathOf(file)}/others-told`, {
    version: now.version,
    othersTold: 'The landlord, by letter',
  });
  now = await taken(who, now, 'record-failure', { reason: 'Burning went on' });
  return taken(who, now, 'serve-notice', byHand('2016-07-01'));
}

/** Opens a world before the tests of a file and closes it after them. */
export function protectionWorld(name: string): ProtectionWorld {
  const clock = movableClock('2016-06-06T10:00:00Z');
  const cases: Record<string, string> = {};
  let opened: { world: World; inVale: string } | undefined;
  const now = () => {
    if (!opened) throw new Error('The world is opened before the tests, not before the file is read.');
    return opened;
  };
  beforeAll(async () => {
    const world = await openWorld({ name, clock });
    opened = { world, inVale: await arrange(world) };
    cases.flats = await openCaseOf(world, 'flats', 'WEND', 'WEND-CS');
    cases.gardens = await openCaseOf(world, 'gardens', 'ALDE', 'ALDE-CS');
  });
  afterAll(() => opened?.world.close());
  const named = (username: string) => person(clock, () => now().world.as(username));
  return {
    get world() {
      return now().world;
    },
    ...{ clock, cases, post, look, step, taken, refusal, drafted },
    south: named('callum.safety'),
    vale: person(clock, () => now().world.as(now().inVale)),
    person: named,
    postcodes: (agency, count) => postcodes(now().world, agency, count),
    noticed: (who, file) => noticed(clock, who, file),
  };
}
