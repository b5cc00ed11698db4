import type { ClientBase } from 'pg';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

interface Keeper {
  code: string;
  officerId: string;
  agencyId: string;
}

interface Home {
  name: string;
  address: string;
  postcode: string;
}

interface MadeUp {
  by: string;
  about?: 'person' | 'address';
  name?: string;
  dateOfBirth?: Day;
  home?: Partial<Home> | undefined;
  vehicle?: string;
  type: string;
  precaution: string;
  words: string;
  why: string;
  evidence: string;
  setDaysAgo: number;
  reviewInDays: number;
}

const surnameOf = (name: string | undefined): string => name?.split(' ').at(-1) ?? 'Marsh';

/** The markers of the demonstration, told as a story each: what a warden, an officer on patrol and a keeper meet. */
function madeUp(victims: readonly Home[], yard: Home | undefined): MadeUp[] {
  return [
    // A warden who plans to go alone to the first victim is stopped: a man of the household is known to the police.
    {
      ...{
        by: 'MPOL',
        name: `Dale ${surnameOf(victims[0]?.name)}`,
        dateOfBirth: '1979-02-11',
        home: victims[0],
      },
      ...{ type: 'VI', precaution: 'two-officers', words: 'Two officers go. Nobody goes alone.' },
      ...{
        why: '',
        evidence: 'Held by the force: ask the neighbourhood team',
        setDaysAgo: 80,
        reviewInDays: 200,
      },
    },
    // Nobody visits the second: they are written to.
    {
      ...{ by: 'HARB', about: 'address', home: victims[1], type: 'WE', precaution: 'do-not-attend' },
      words: 'Do not attend. Write, ring, or meet in an office with a colleague.',
      why: 'A repairs officer was met at the door with an air rifle in the spring',
      ...{ evidence: 'Tenancy file, incident note of the spring', setDaysAgo: 140, reviewInDays: 120 },
    },
    // Somebody of the third victim's name, born no day that anybody knows: it is for the officer to say whether it is them.
    {
      ...{ by: 'WEND', name: victims[2]?.name ?? 'Rosa Marsh', type: 'AL', precaution: 'two-officers' },
      ...{ words: 'Two officers go, and both write a note afterwards.', setDaysAgo: 60, reviewInDays: 150 },
      why: 'Alleged an assault by an officer that body-worn video shows did not happen',
      evidence: 'Complaints file, stage 2',
    },
    {
      ...{ by: 'WEND', about: 'address', home: yard, type: 'DO', precaution: 'call-first' },
      ...{ words: 'Ring from the gate: the dogs must be tied up first.', setDaysAgo: 30, reviewInDays: 330 },
      ...{ why: 'Two dogs loose in the yard at three visits', evidence: 'Visit notes of the animal warden' },
    },
    {
      ...{ by: 'MPOL', name: 'Kester Blackmoor', dateOfBirth: '1988-10-30', vehicle: 'QX19 ZTB', type: 'WE' },
      ...{ precaution: 'with-police', words: 'Go only with the police.', setDaysAgo: 15, reviewInDays: 170 },
      ...{ why: '', evidence: 'Held by the force: ask the neighbourhood team' },
    },
    // The council's own: one to be reviewed soon, one whose day has passed and which nobody who screens is shown.
    {
      ...{ by: 'MCC', name: 'Philippa Stroud', home: { postcode: victims[0]?.postcode ?? '' }, type: 'MN' },
      ...{
        precaution: 'call-first',
        words: 'Ring first, and say who comes.',
        setDaysAgo: 350,
        reviewInDays: 9,
      },
      ...{ why: 'Frightened by strangers at the door, and struck out twice', evidence: 'Social care file' },
    },
    {
      ...{ by: 'MCC', name: 'Lance Corder', type: 'VI', precaution: 'two-officers' },
      ...{ words: 'Two officers go. Nobody goes alone.', setDaysAgo: 400, reviewInDays: -35 },
      ...{ why: 'Threatened a visiting officer last year', evidence: 'Visit note of last year' },
    },
    // Tidewater has no agreement about markers: a screen says that it was not asked.
    {
      ...{ by: 'TIDE', name: 'Owen Sallow', type: 'VI', precaution: 'two-officers' },
      ...{ words: 'Two officers go. Nobody goes alone.', setDaysAgo: 90, reviewInDays: 200 },
      ...{ why: 'Pushed a caretaker down a step', evidence: 'Estate log' },
    },
  ];
}

function rowsOf(one: MadeUp, keeper: Keeper, { today, reference }: { today: Day; reference: string }) {
  const id = idFromName(`marker ${reference}`);
  const fence = { markerId: id, agencyId: keeper.agencyId };
  const setOn = addDays(today, -one.setDaysAgo);
  const { address = '', postcode = '' } = one.home ?? {};
  const at = `${setOn}T10:00:00Z`;
  return {
    marker: {
      ...{ id, reference, agencyId: keeper.agencyId, about: one.about ?? 'person', name: one.name ?? '' },
      ...(one.dateOfBirth ? { dateOfBirth: one.dateOfBirth } : {}),
      ...{ address, postcode, vehicle: one.vehicle ?? '' },
      ...{ type: one.type, precaution: one.precaution, words: one.words, fromOn: setOn },
      ...{ reviewOn: addDays(today, one.reviewInDays), setAt: at, setBy: keeper.officerId, version: 1 },
    },
    detail: { ...fence, why: one.why, evidence: one.evidence, told: 'to-tell', toldWhy: '', endedWhy: '' },
    event: {
      ...{ id: idFromName(`set ${id}`), ...fence, at, officerId: keeper.officerId },
      ...{ kind: 'set', words: 'Set' },
    },
  };
}

/** A handful of warning markers, met at the homes of people who are on the register and have not been visited. */
export async function seedMarkers(client: ClientBase, today: Day): Promise<void> {
  const { rows: keepers } = await client.query<Keeper>(
    `select distinct on (a.code) a.code, o.id as "officerId", a.id as "agencyId" from directory.agency a
       join directory.officer o on o.agency_id = a.id join directory.role_grant g on g.officer_id = o.id
       join platform.account c on c.officer_id = o.id
     where g.role in ('safeguarding-officer', 'community-safety-coordinator', 'police-partner', 'partner')
     order by a.code, c.is_persona desc, o.id`,
  );
  const { rows: victims } = await client.query<Home>(
    `select f.name, c.address, c.postcode from safeguarding.victim_file f join safeguarding.contact c on c.file_id = f.id
     where c.postcode <> '' and c.address ~ '^[0-9]' and not exists (select 1 from safeguarding.visit v where v.file_id = f.id)
     order by f.priority desc, f.reference limit 3`,
  );
  const { rows: yards } = await client.query<Home>(
    `select '' as name, '1 ' || s.name as address, p.postcode from directory.street s join directory.postcode p on p.ward_code = s.ward_code
     join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by s.name, p.postcode limit 1`,
  );
  const ids = repeatableIds('warning markers');
  const made = madeUp(victims, yards[0]).flatMap((one) => {
    const keeper = keepers.find(({ code }) => code === one.by);
    return keeper ? [rowsOf(one, keeper, { today, reference: ids.reference('WM') })] : [];
  });
  await insertRows(
    client,
    'assurance.marker',
    made.map(({ marker }) => marker),
  );
  await insertRows(
    client,
    'assurance.marker_detail',
    made.map(({ detail }) => detail),
  );
  await insertRows(
    client,
    'assurance.marker_event',
    made.map(({ event }) => event),
  );
}
