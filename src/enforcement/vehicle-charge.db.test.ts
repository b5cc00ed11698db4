import { expect, test } from 'vitest';
import { pathOf, vehicleWorld } from '../../test/support/abandoned.ts';
import {
  type ChargeStatus,
  chargeActions,
  chargeLineFor,
  chargeStatusWords,
  chargeTransitions,
} from './vehicle-charge.transitions.ts';

const vehicles = vehicleWorld('vehicle_charge', '2027-01-25T10:00:00Z');
const { as, clock, done, made, page, refused, saidOn, idsOf, sql } = vehicles.days;
const { judged, look, opened, taken } = vehicles;
const me = 'callum.safety';
type Vehicle = Awaited<ReturnType<typeof look>>;
const answered = (file: Vehicle, body: object, who = me): Promise<Vehicle> =>
  look(file).then(({ version }) => done(who, `${pathOf(file)}/charge`, { version, ...body }));
const refusedCharge = async (file: Vehicle, body: object, status = 422, who = me): Promise<string> =>
  refused(who, `${pathOf(file)}/charge`, { version: (await look(file)).version, ...body }, status);
const notice = { time: '09:00', ways: ['fixed-vehicle'], by: 'The officer' };

test('what is asked for removal and store is the council’s own, off until it is entered with its source and reason, by the day of the removal', async () => {
  const [wend] = await sql<{ id: string }>("select id from directory.agency where code = 'WEND'");
  const charge = {
    ...{ agencyId: wend?.id, code: 'removal', amount: '105', validFrom: '2027-02-05' },
    ...{ source: 'The schedule that the council adopted', reason: 'Agreed with finance' },
  };
  await sql('delete from enforcement.vehicle_charge');
  // ✘ not by an officer, not for the past or today, not without where it is from, not for an amount that is none.
  await refused(me, '/law/vehicle-charges', charge, 403);
  for (const [wrong, field] of [
    [{ validFrom: '2027-01-25' }, 'validFrom'],
    [{ validFrom: '2027-02-30' }, 'validFrom'],
    [{ source: '' }, 'source'],
    [{ reason: '' }, 'reason'],
    [{ amount: '-5' }, 'amount'],
    [{ amount: '1.005' }, 'amount'],
    [{ code: 'towing' }, 'code'],
  ] as const) {
    const { problems } = JSON.parse(
      await refused('dana.directory', '/law/vehicle-charges', { ...charge, ...wrong }),
    ) as { problems: { field: string }[] };
    expect(problems.map((one) => one.field)).toEqual([field]);
  }
  await made('dana.directory', '/law/vehicle-charges', charge);
  await made('dana.directory', '/law/vehicle-charges', { ...charge, code: 'storage-day', amount: '12.50' });
  // From the tenth on nothing is asked for the removal.
  await made('dana.directory', '/law/vehicle-charges', { ...charge, amount: '', validFrom: '2027-02-10' });
  expect((await page('dana.directory', '/law/penalties')).text).toContain(
    'The schedule that the council adopted',
  );
  const removedOn = async (mark: string, day: string) => {
    clock.set('2027-02-01T10:00:00Z');
    const noticed = await taken(await judged({ mark }), 'give-notice', { ...notice, period: '24-hours' });
    clock.set(`${day}T12:00:00Z`);
    return taken(noticed, 'remove', { time: '11:00', store: 'The depot', storage: 21, by: 'The contractor' });
  };
  const before = await removedOn('AV21 CHG', '2027-02-04');
  const within = await removedOn('AV22 CHG', '2027-02-05');
  const after = await removedOn('AV23 CHG', '2027-02-10');
  clock.set('2027-02-12T10:00:00Z');
  expect((await look(before)).charge).toBeUndefined();
  expect((await look(within)).charge?.pence).toBe(10_500 + 7 * 1_250);
  expect((await look(after)).charge?.pence).toBe(2 * 1_250);
  expect((await page(me, pathOf(within))).text).toContain('£192.50');
  expect((await page(me, pathOf(before))).text).not.toContain('Asked so far');
  // Waived, it grows no more; to another agency there is none of it.
  await answered(within, { action: 'waive', on: '2027-02-12', reason: 'Stolen from its keeper' });
  clock.set('2027-03-12T10:00:00Z');
  expect((await look(within)).charge).toMatchObject({ pence: 10_500 + 7 * 1_250, status: 'waived' });
  expect((await page('priya.police', pathOf(within))).text).not.toContain('£192.50');
  // ✘ nor on its connection; and nobody writes one on the connection of operations, or for a day that is over.
  const rows = 'select 1 from enforcement.vehicle_charge';
  expect([await saidOn(await idsOf('priya.police'), rows), await saidOn(await idsOf(me), rows)]).toEqual([
    0, 3,
  ]);
});

test('the charge is paid whole, once, on a day on which it was asked, with a receipt; waived with a reason by whoever answers for it; counted as it stands', async () => {
  await sql("delete from enforcement.vehicle_charge where code = 'removal'");
  clock.set('2027-03-12T10:00:00Z');
  const noticed = await taken(await judged({ mark: 'AV31 CHG' }), 'give-notice', {
    ...notice,
    period: '24-hours',
  });
  const paying = { action: 'record-payment', on: '2027-03-18', pounds: '62.50', receipt: 'CASH-77' };
  // ✘ Nothing is asked of a vehicle that stands where it was.
  expect(await refusedCharge(noticed, { ...paying, on: '2027-03-12' }, 409)).toContain('not removed');
  clock.set('2027-03-13T12:00:00Z');
  const store = { time: '11:00', store: 'The depot', storage: 21, by: 'The contractor' };
  const file = await taken(noticed, 'remove', store);
  clock.set('2027-03-18T10:00:00Z');
  const claimed = await taken(file, 'record-claim', { who: 'Kim Keeper' });
  // ✘ It is not handed over while its charge is open.
  expect(await vehicles.refusal(claimed, 'return')).toContain('paid or waived');
  for (const [wrong, field, words] of [
    [{ pounds: '50' }, 'pounds', '£62.50 was asked on 18 March 2027'],
    [{ pounds: '62.505' }, 'pounds', 'in pounds'],
    [{ pounds: '62.50', on: '2027-03-17' }, 'pounds', '£50'],
    [{ pounds: '' }, 'pounds', 'Enter the amount'],
    [{ on: '2027-02-30' }, 'on', 'Enter the day'],
    [{ on: '2027-03-19' }, 'on', 'future'],
    [{ on: '2027-03-12' }, 'on', '13 March 2027'],
    [{ receipt: '' }, 'receipt', 'reference'],
    [{ action: 'lose' }, 'action', 'Choose'],
    [{ action: 'waive' }, 'reason', 'Say why'],
  ] as const) {
    const { problems } = JSON.parse(await refusedCharge(claimed, { ...paying, ...wrong })) as {
      problems: { field: string; words: string }[];
    };
    expect(problems.map((one) => one.field)).toEqual([field]);
    expect(problems[0]?.words).toContain(words);
  }
  // ✘ Not waived by whoever only takes the money, not by another agency, and not taken back before there is an answer.
  await refusedCharge(claimed, { action: 'waive', on: '2027-03-18', reason: 'No' }, 403, 'joss.jet');
  await refused('priya.police', `${pathOf(file)}/charge`, { ...paying, version: 1 }, 403);
  expect(await refusedCharge(claimed, { action: 'take-back', reason: 'Early' }, 409)).toContain('no answer');
  const paid = await answered(claimed, paying, 'joss.jet');
  expect(paid.charge).toMatchObject({ pence: 6_250, status: 'paid' });
  expect(
    paid.papers.filter(({ kind }) => kind === 'charge-receipt').map(({ format }) => format),
  ).toHaveLength(2);
  const receipt = await (await as(me)).get(`${pathOf(file)}/papers/charge-receipt/1/pdf`);
  expect(receipt.status).toBe(200);
  // ✘ Not twice, nor by the form that was open before.
  expect(await refusedCharge(file, paying, 409)).toContain('paid once');
  await refused(me, `${pathOf(file)}/charge`, { version: claimed.version, ...paying }, 409);
  // ✘ What was paid is not waived, and is taken back by whoever answers for it alone.
  const day = { on: '2027-03-18', reason: 'A reason' };
  expect(await refusedCharge(file, { ...day, action: 'waive' }, 409)).toContain('“paid”');
  await refusedCharge(file, { ...day, action: 'take-back' }, 403, 'joss.jet');
  // It grows no more; entered on the wrong file it is taken back, and both stand.
  clock.set('2027-03-20T10:00:00Z');
  expect((await look(file)).charge?.pence).toBe(6_250);
  const pounds = async (who: string) => {
    const answer = await (await as(who)).api('GET', '/api/v1/figures?period=2027-03-01_2027-03-31');
    const all = (answer.json as { figures: { code: string; now: { value: number | null } }[] }).figures;
    return ['E-04c', 'E-04d'].map((code) => all.find((one) => one.code === code)?.now.value ?? 0);
  };
  expect(await pounds(me)).toEqual([62.5, 0]);
  const back = await answered(file, { action: 'take-back', reason: 'Of another vehicle' });
  expect(back.charge).toMatchObject({ pence: 8_750, status: 'asked' });
  expect(await pounds(me)).toEqual([0, 0]);
  const waived = await answered(file, { action: 'waive', on: '2027-03-20', reason: 'Keeper in hospital' });
  expect(waived.charge?.answers.map(({ status, pence }) => [status, pence])).toEqual([
    ...[
      ['paid', 6_250],
      ['asked', 6_250],
      ['waived', 8_750],
    ],
  ]);
  // ✘ What was waived is neither paid nor waived again.
  expect(await refusedCharge(file, paying, 409)).toContain('“waived”');
  expect(await refusedCharge(file, { ...day, action: 'waive' }, 409)).toContain('“waived”');
  expect(await pounds(me)).toEqual([0, 87.5]);
  expect(await pounds('priya.police')).toEqual([0, 0]);
  expect((await page(me, '/figures/E-04d/records?period=2027-03-01_2027-03-31')).text).toContain(
    file.reference,
  );
  const shown = (await page(me, pathOf(file))).text;
  expect(shown).toContain('Keeper in hospital');
  const theirs = (await page('priya.police', pathOf(file))).text;
  for (const words of ['£87.50', 'CASH-77', 'Keeper in hospital', 'SHA-256'])
    expect(theirs).not.toContain(words);
  expect(await saidOn(await idsOf('priya.police'), 'select 1 from enforcement.vehicle_charge_answer')).toBe(
    0,
  );
  expect((await taken(waived, 'return')).status).toBe('returned');
  // A form that is refused is shown again, open, with what was typed.
  const form = await (await as(me)).post(`${pathOf(file)}/charge`, {
    ...{ version: String((await look(file)).version), action: 'take-back', reason: '' },
  });
  expect(form.status).toBe(422);
});

test('a part is taken and the rest waived by whoever answers for the charge; what was paid is given back whole, once, and not before it was paid', async () => {
  clock.set('2027-04-01T10:00:00Z');
  const noticed = await taken(await judged({ mark: 'AV41 CHG' }), 'give-notice', {
    ...notice,
    period: '24-hours',
  });
  clock.set('2027-04-02T12:00:00Z');
  const store = { time: '11:00', store: 'The depot', storage: 21, by: 'The contractor' };
  const file = await taken(noticed, 'remove', store);
  clock.set('2027-04-06T10:00:00Z');
  const asked = (await look(file)).charge?.pence ?? 0;
  expect(asked).toBe(5_000);
  const settling = {
    ...{ action: 'settle', on: '2027-04-06', pounds: '20.50', receipt: 'CASH-90' },
    reason: 'On a low income; agreed with finance',
  };
  for (const [wrong, field, words] of [
    [{ pounds: '50' }, 'pounds', 'recorded as paid'],
    [{ pounds: '50.01' }, 'pounds', '£50 was asked'],
    [{ pounds: '0' }, 'pounds', ''],
    [{ reason: '' }, 'reason', 'Say why'],
    [{ receipt: '' }, 'receipt', 'reference'],
    [{ on: '2027-02-30' }, 'on', 'Enter the day'],
  ] as const) {
    const { problems } = JSON.parse(await refusedCharge(file, { ...settling, ...wrong })) as {
      problems: { field: string; words: string }[];
    };
    expect(problems.map((one) => one.field)).toEqual([field]);
    expect(problems[0]?.words).toContain(words);
  }
  const refunding = { ...settling, action: 'refund', reason: 'It was never abandoned' };
  expect(await refusedCharge(file, refunding, 409)).toContain('Nothing was paid');
  // ✘ Not by whoever only takes the money.
  await refusedCharge(file, settling, 403, 'joss.jet');
  const pounds = async () => {
    const answer = await (await as(me)).api('GET', '/api/v1/figures?period=2027-04-01_2027-04-30');
    const all = (answer.json as { figures: { code: string; now: { value: number | null } }[] }).figures;
    return ['E-04c', 'E-04d'].map((code) => all.find((one) => one.code === code)?.now.value ?? 0);
  };
  const settled = await answered(file, settling);
  expect(settled.charge).toMatchObject({ pence: 2_050, status: 'settled' });
  expect(settled.charge?.answers.at(-1)).toMatchObject({ pence: 2_050, waivedPence: 2_950 });
  expect(settled.papers.filter(({ kind }) => kind === 'charge-receipt')).toHaveLength(2);
  expect(await pounds()).toEqual([20.5, 29.5]);
  expect((await page(me, pathOf(file))).text).toMatch(/£20\.50.*paid, .*£29\.50.*waived/s);
  // ✘ Not settled twice, given back in part, or given back before it was paid.
  expect(await refusedCharge(file, settling, 409)).toContain('can be settled');
  expect(await refusedCharge(file, { ...refunding, pounds: '20' })).toContain('given back whole');
  expect(await refusedCharge(file, { ...refunding, on: '2027-04-05' })).toContain('when it was paid');
  await refusedCharge(file, refunding, 403, 'joss.jet');
  const back = await answered(file, { ...refunding, receipt: 'OUT-12' });
  expect(back.charge).toMatchObject({ pence: 2_050, status: 'refunded' });
  expect(await pounds()).toEqual([0, 0]);
  expect(await refusedCharge(file, refunding, 409)).toContain('Nothing was paid');
  // Nothing is asked any more: the vehicle is handed over.
  const claimed = await taken(await look(file), 'record-claim', { who: 'Kim Keeper' });
  expect((await taken(claimed, 'return')).status).toBe('returned');
});

test('every step from every status of the charge is what the table says', async () => {
  clock.set('2027-05-03T10:00:00Z');
  const noticed = await taken(await judged({ mark: 'AV51 CHG' }), 'give-notice', {
    ...notice,
    period: '24-hours',
  });
  clock.set('2027-05-04T12:00:00Z');
  const store = { time: '11:00', store: 'The depot', storage: 21, by: 'The contractor' };
  const file = await taken(noticed, 'remove', store);
  clock.set('2027-05-06T10:00:00Z');
  // Whatever stands, 25 pounds were asked; each status is stood in as it is reached.
  const amounts = { 'record-payment': '25', settle: '5', refund: '25', waive: '', 'take-back': '' } as const;
  const stand = async (status: string): Promise<void> => {
    await sql('delete from enforcement.vehicle_charge_answer where abandoned_id = $1', [file.id]);
    const line = chargeTransitions.find(({ to }) => to === status && status !== 'asked');
    if (line)
      await sql(
        `insert into enforcement.vehicle_charge_answer (id, abandoned_id, agency_id, position, action, status, answered_on, pence, waived_pence, words, officer_id, recorded_at)
         select gen_random_uuid(), a.id, a.agency_id, 1, $2, $3, '2027-05-06', 2500, case when $2 = 'settle' then 100 end, 'As counted', a.made_by, now()
         from enforcement.abandoned a where a.id = $1`,
        [file.id, line.action, status],
      );
  };
  const wrong: string[] = [];
  for (const status of Object.keys(chargeStatusWords) as ChargeStatus[])
    for (const action of chargeActions) {
      await stand(status);
      const line = chargeLineFor(status, action);
      const given = {
        action,
        on: '2027-05-06',
        pounds: amounts[action],
        receipt: 'CASH-1',
        reason: 'As seen',
      };
      const { version } = await look(file);
      const answer = await vehicles.days.tried(me, `${pathOf(file)}/charge`, { version, ...given });
      const to = (answer.json as { charge?: { status: string } }).charge?.status;
      if (line ? answer.status !== 200 || to !== line.to : answer.status !== 409)
        wrong.push(`${status} ${action}: ${answer.status} ${to} ${answer.text.slice(0, 150)}`);
    }
  expect(wrong).toEqual([]);
});

test('the second of two tabs loses no word: what was typed stands beside what is there now, and is saved with the next press', async () => {
  const file = await opened({ mark: 'AV09 TAB', make: 'Fiat Panda', colour: 'Green' });
  const visitor = await as(me);
  const fields = (version: number, more: Record<string, string>) => ({
    ...{
      version: String(version),
      mark: 'AV09 TAB',
      make: 'Fiat Panda',
      colour: 'Green',
      landKind: 'highway',
    },
    ...{ placeWords: 'Made Up Lane, by the bridge', seenOn: clock.today(), ...more },
  });
  const edit = `${pathOf(file)}/edit`;
  expect((await visitor.post(edit, fields(file.version, { colour: 'Turquoise' }))).status).toBe(303);
  const second = await visitor.post(edit, fields(file.version, { colour: 'Magenta', make: 'Fiat Uno' }));
  expect(second.status).toBe(409);
  expect(second.text).toContain('Somebody changed this file');
  expect(second.text).toMatch(/There now.*Turquoise<\/td><td[^>]*>Magenta/s);
  expect(second.text).toMatch(/name="colour"[^>]* value="Magenta"/);
  // ✔ Nothing of it is saved, and the form shown again carries the version as it is now.
  const now = await look(file);
  expect(now.make).toBe('Fiat Panda');
  expect(second.text).toContain(`name="version" value="${now.version}"`);
  expect(
    (await visitor.post(edit, fields(now.version, { colour: 'Magenta', make: 'Fiat Uno' }))).status,
  ).toBe(303);
  expect((await look(file)).make).toBe('Fiat Uno');
  // Where the page has the form no more, the words are there to be copied.
  const gone = await taken(await look(file), 'record-gone');
  const late = await visitor.post(`${pathOf(file)}/enquiries`, {
    ...{ version: String(gone.version), askedOf: 'police', askedOn: clock.today(), answer: 'no-keeper' },
    enquiryReason: 'The warden knew somebody who knew',
  });
  expect(late.status).toBe(409);
  expect(late.text).toMatch(/What you typed.*The warden knew somebody who knew/s);
  // ✘ Another agency that may not write is told so, and given nothing of what it sent or of the file.
  const theirs = await (await as('priya.police')).post(edit, fields(1, { colour: 'Black' }));
  expect([403, 422]).toContain(theirs.status);
});
