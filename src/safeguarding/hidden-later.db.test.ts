import { expect, test } from 'vitest';
import { registerWorld } from '../../test/support/register.ts';

const r = registerWorld('hidden_later');

test('what a screen met at an address is told no more once that address must stay hidden, nor can its hash be tried', async () => {
  const callum = await r.world.as('callum.safety');
  const set = await callum.post('/markers', {
    ...{
      about: 'address',
      address: '41 Early Row',
      postcode: 'QM1 6AA',
      type: 'DO',
      precaution: 'two-officers',
    },
    ...{ why: 'Two dogs loose in the yard in May', evidence: 'File 4', reviewOn: '2027-05-01' },
    ...{ told: 'told', toldOn: '2026-11-02' },
  });
  expect(set.status).toBe(303);
  const place = { address: '41 Early Row', postcode: 'QM1 6AA' };
  const record = await r.listed('MCC', 'Doorstep victims', { label: 'Ola Stern', fields: place });
  const fileId = await r.open(record);
  await r.send(r.sadia, fileId, 'screen', {});
  const page = () => r.read(r.sadia, `/register/${fileId}/visits/plan`);
  const kept = () =>
    r.world.sql<{ hash: number; onWhat: string[] }>(
      `select length(s.asked_hash) as hash, h.on_what as "onWhat" from assurance.screening s join assurance.hit h on h.screening_id = s.id
       where s.subject_id = $1`,
      [fileId],
    );
  expect(await page()).toContain('this address');
  expect(await kept()).toEqual([{ hash: 64, onWhat: ['address'] }]);
  await r.send(r.sadia, fileId, 'safe-contact', { hidesAddress: 'yes', ...place });
  expect(await page()).not.toContain('this address');
  expect(await page()).toContain('Two officers go');
  expect(await kept()).toEqual([{ hash: 0, onWhat: [] }]);
});

test('the same where a list asks to hide it', async () => {
  const record = await r.listed('MCC', 'Doorstep victims', {
    label: 'Per Stern',
    fields: { address: '41 Early Row', postcode: 'QM1 6AA' },
  });
  const fileId = await r.open(record);
  await r.send(r.sadia, fileId, 'screen', {});
  await r.world.sql(
    'insert into records.hidden_address (record_id, is_marked, by_list, since) values ($1, true, true, now())',
    [record],
  );
  expect(await r.read(r.sadia, `/register/${fileId}/visits/plan`)).not.toContain('this address');
});
