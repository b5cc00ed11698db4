import { expect, test } from 'vitest';
import { registerWorld } from '../../test/support/register.ts';

const r = registerWorld('loss');

test('the form of a loss that is sent twice is written down once', async () => {
  const fileId = await r.open(await r.listed('MCC', 'Doorstep victims', { label: 'Ada Holm' }));
  const loss = {
    ...{ version: await r.versionOf(fileId), kind: 'loss', basis: 'documented' },
    ...{ scamType: 'mail-scam', method: 'post', amount: '100', happenedOn: '2026-10-02' },
  };
  const [first, again] = [
    await r.sadia.post(`/register/${fileId}/losses`, loss),
    await r.sadia.post(`/register/${fileId}/losses`, loss),
  ];
  expect([first.status, again.status]).toEqual([303, 409]);
  expect(await r.world.sql('select pence::int from safeguarding.loss where file_id = $1', [fileId])).toEqual([
    { pence: 10_000 },
  ]);
});
