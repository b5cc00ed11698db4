import { expect, test } from 'vitest';
import { pathOf, vehicleWorld } from '../../test/support/abandoned.ts';

const vehicles = vehicleWorld('vehicle_charge', '2027-01-25T10:00:00Z');
const { clock, made, page, refused, saidOn, idsOf, sql } = vehicles.days;
const { judged, look, taken } = vehicles;
const me = 'callum.safety';
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
  expect((await page(me, pathOf(before))).text).not.toContain('Charge so far');
  // Claimed back, it grows no more; to another agency there is none of it.
  const claimed = await taken(await look(within), 'record-claim', { who: 'Kim Keeper' });
  await taken(claimed, 'return');
  clock.set('2027-03-12T10:00:00Z');
  expect((await look(within)).charge?.pence).toBe(10_500 + 7 * 1_250);
  expect((await page('priya.police', pathOf(within))).text).not.toContain('£192.50');
  // ✘ nor on its connection; and nobody writes one on the connection of operations, or for a day that is over.
  const rows = 'select 1 from enforcement.vehicle_charge';
  expect([await saidOn(await idsOf('priya.police'), rows), await saidOn(await idsOf(me), rows)]).toEqual([
    0, 3,
  ]);
});
