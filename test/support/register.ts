import { afterAll, beforeAll } from 'vitest';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { wordsOf } from './pages.ts';
import {
  type Answer,
  type MovableClock,
  movableClock,
  openWorld,
  type Visitor,
  type World,
} from './world.ts';

/** A world in which the victim register is tried: who keeps it, who visits, and how people come onto lists and files. */
export interface RegisterWorld {
  readonly world: World;
  readonly clock: MovableClock;
  readonly sadia: Visitor;
  readonly wyn: Visitor;
  /** Puts a person on a list, as a load would: for arranging only. Gives the record. */
  listed(code: string, list: string, given: Listed): Promise<string>;
  /** What a person said of two records. */
  judged(one: string, other: string, verdict?: string): Promise<string>;
  /** Takes the person of a record on the register; gives the file. */
  open(recordId: string): Promise<string>;
  versionOf(fileId: string): Promise<string>;
  referenceOf(fileId: string): Promise<string>;
  /** A form about a file, with the version that stands. */
  send(visitor: Visitor, fileId: string, part: string, fields: Record<string, string>): Promise<Answer>;
  /** Reads one file under another. */
  join(fileId: string, other: string): Promise<Answer>;
  /** The words of a page. */
  read(visitor: Visitor, url: string): Promise<string>;
  idOf(username: string): Promise<string>;
  agency(code: string): Promise<string>;
  /** Somebody of an agency, made to keep the register there. */
  keeperOf(code: string): Promise<Visitor>;
}

interface Listed {
  label: string;
  handling?: string;
  fields?: Record<string, string>;
}

async function putOnList(
  world: World,
  place: { code: string; list: string },
  given: Listed,
): Promise<string> {
  const { code, list } = place;
  const [forename = '', surname = ''] = given.label.split(' ');
  const [listId, id] = [idFromName(`list ${code} ${list}`), idFromName(`${code} ${list} ${given.label}`)];
  const handling = given.handling ?? 'victim';
  await world.sql(
    `insert into linkage.list (id, owner_agency_id, name, handling, gateway, contact, made_at)
     select $1, id, $3, $4, 'Care Act 2014 s.6/7/45', 'Duty desk', '2026-11-02T09:00:00Z' from directory.agency where code = $2 on conflict do nothing`,
    [listId, code, list, handling],
  );
  await world.sql(
    `insert into linkage.list_entry (id, list_id, load_id, kind, label, fields, given, source_key, origin_agency_id, handling, received_at, gateway, retention_group, regime)
     select $1, l.id, l.id, 'person', $3, $4, '{}', $5, l.owner_agency_id, l.handling, '2026-11-02T09:00:00Z', l.gateway, 4, 'UKGDPR' from linkage.list l where l.id = $2`,
    [id, listId, given.label, JSON.stringify({ forename, surname, ...given.fields }), given.label],
  );
  return id;
}

let judgements = 0;
async function judge(world: World, pair: readonly [string, string], verdict: string): Promise<string> {
  const [a, b] = [...pair].sort();
  judgements += 1;
  const id = idFromName(`${a} ${b} ${verdict} ${judgements}`);
  const part = {
    field: 'Address',
    left: '9 Secret Close',
    right: '9 Secret Close',
    words: 'the same',
    bits: 5,
  };
  await world.sql(
    `insert into linkage.judgement (id, record_a, record_b, verdict, made_by, officer_id, agency_id, made_at, why, evidence)
     select $1, $2, $3, $4, 'person', o.id, o.agency_id, '2026-11-20T09:00:00Z', 'On the evidence shown', $5
     from platform.account c join directory.officer o on o.id = c.officer_id where c.username = 'sadia.safeguarding'`,
    [id, a, b, verdict, JSON.stringify({ evidence: [part] })],
  );
  return id;
}

/** Opens a world before the tests of a file and closes it after them. */
export function registerWorld(name: string): RegisterWorld {
  const clock = movableClock();
  let opened: { world: World; sadia: Visitor; wyn: Visitor } | undefined;
  const now = () => {
    if (!opened) throw new Error('The world is opened before the tests, not before the file is read.');
    return opened;
  };
  beforeAll(async () => {
    const world = await openWorld({ name, clock });
    opened = { world, sadia: await world.as('sadia.safeguarding'), wyn: await world.as('wyn.warden') };
  });
  afterAll(() => opened?.world.close());
  const value = async (text: string, of: string): Promise<string> =>
    (await now().world.sql<{ value: string }>(text, [of]))[0]?.value ?? '';
  const versionOf = (fileId: string) =>
    value('select version::text as value from safeguarding.victim_file where id = $1', fileId);
  const referenceOf = (fileId: string) =>
    value('select reference as value from safeguarding.victim_file where id = $1', fileId);
  const send: RegisterWorld['send'] = async (visitor, fileId, part, fields) =>
    visitor.post(`/register/${fileId}/${part}`, { version: await versionOf(fileId), ...fields });
  return {
    get world() {
      return now().world;
    },
    get sadia() {
      return now().sadia;
    },
    get wyn() {
      return now().wyn;
    },
    ...{ clock, versionOf, referenceOf, send },
    listed: (code, list, given) => putOnList(now().world, { code, list }, given),
    judged: (one, other, verdict = 'same') => judge(now().world, [one, other], verdict),
    open: async (recordId) =>
      /\/register\/([0-9a-f-]{36})/.exec(
        (await now().sadia.post('/register', { recordId })).location ?? '',
      )?.[1] ?? '',
    join: async (fileId, other) =>
      send(now().sadia, fileId, 'join', { other: await referenceOf(other), why: 'The same person' }),
    read: async (visitor, url) => wordsOf((await visitor.get(url)).text),
    idOf: (username) =>
      value('select officer_id::text as value from platform.account where username = $1', username),
    agency: (code) => value('select id::text as value from directory.agency where code = $1', code),
    keeperOf: async (code) => {
      const officers =
        'select o.id from directory.officer o join directory.agency a on a.id = o.agency_id where a.code = $1';
      await now().world.sql(
        `update directory.role_grant set role = 'safeguarding-officer', side = 'SAFEGUARD' where officer_id in (${officers})`,
        [code],
      );
      const username = await value(
        `update platform.account set is_persona = true where officer_id in (${officers}) returning username as value`,
        code,
      );
      return now().world.as(username);
    },
  };
}
