import { expect, test } from 'vitest';
import { performQueued } from '../../test/support/jobs.ts';
import { registerWorld } from '../../test/support/register.ts';
import type { Visitor } from '../../test/support/world.ts';

const r = registerWorld('two_agencies');
const planFor = (visitor: Visitor, fileId: string, on: string, companion = '') =>
  r.send(visitor, fileId, 'visits/plan', {
    ...{ purpose: 'A visit', plannedOn: on, companion },
    assignedTo: visitor.viewer.kind === 'officer' ? visitor.viewer.officerId : '',
  });

test('visits of two agencies to one person each carry the markers that their own agency meets, and keep them', async () => {
  const theirs = await r.keeperOf('STED');
  const sted = await r.agency('STED');
  const fields = { address: '3 Twin Lane', postcode: 'QM1 4AA' };
  const fileId = await r.open(await r.listed('MCC', 'Doorstep victims', { label: 'Ebba Falk', fields }));
  // The police's markers are opened to MCC; to STED no longer.
  await r.world.sql("delete from directory.agreement where record_kind = 'marker' and to_agency_id = $1", [
    sted,
  ]);
  await r.send(r.sadia, fileId, 'lead', { agencyId: sted, why: 'They know the family' });
  await r.send(theirs, fileId, 'lead/answer', { answer: 'accept', words: '' });
  const priya = await r.world.as('priya.police');
  const marker = await priya.post('/markers', {
    ...{ about: 'person', name: 'Ebba Falk', type: 'VI', precaution: 'two-officers' },
    ...{ words: 'Knife kept at the door', evidence: 'Log 14', reviewOn: '2027-05-01', told: 'to-tell' },
  });
  expect(marker.status).toBe(303);
  expect((await planFor(r.sadia, fileId, '2026-11-24', 'Joss Thistlewood')).status).toBe(303);
  expect((await planFor(theirs, fileId, '2026-11-25')).status).toBe(303);
  const visits = () =>
    r.world.sql<{ isTheirs: boolean; words: string; state: string }>(
      `select v.agency_id = $2 as "isTheirs", v.precautions::text as words, v.state from safeguarding.visit v
         where v.file_id = $1 order by v.planned_on`,
      [fileId, sted],
    );
  const [ours, other] = [/Knife kept/, /^\[\]$/];
  const right = async (when: string) =>
    expect(await visits(), when).toMatchObject([
      { isTheirs: false, words: expect.stringMatching(ours), state: 'planned' },
      { isTheirs: true, words: expect.stringMatching(other), state: 'planned' },
    ]);
  await right('as planned');
  await r.send(theirs, fileId, 'screen', {});
  await right('after their own screen');
  await r.send(r.sadia, fileId, 'screen', {});
  await right('after our own screen');
  await r.world.sql("update assurance.screening set at = at - interval '20 days' where subject_id = $1", [
    fileId,
  ]);
  await priya.post('/markers', {
    ...{ about: 'person', name: 'Somebody Else', type: 'VI', precaution: 'two-officers' },
    ...{ evidence: 'Log 15', reviewOn: '2027-05-01', told: 'to-tell' },
  });
  await performQueued(r.world, r.clock);
  await right('after the system came round');
  // What the register itself notes holds for both.
  await r.send(theirs, fileId, 'precautions', { kind: 'call-first', words: 'Ring the bell twice' });
  await performQueued(r.world, r.clock);
  for (const { words } of await visits()) expect(words).toContain('Ring the bell twice');
  expect((await visits())[0]?.words).toMatch(ours);
  expect((await visits())[1]?.words).not.toMatch(ours);
});
