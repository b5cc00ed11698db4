import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enforcementSamples } from '../../test/support/sample-enforcement.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { endsOf } from './procedure.ts';
import { lineOfAction, protectionActions, protectionLineFor } from './protection.transitions.ts';
import { protectionStatuses } from './protection.words.ts';

let world: World;
const { protectionId } = enforcementSamples;
beforeAll(async () => {
  // Nothing that is sent is kept: each step is tried from the very same file.
  world = await openWorld({ name: 'protection_steps', keep: false });
  await world.sql(
    "update enforcement.protection_subject set others_told = 'The landlord' where protection_id = $1",
    [protectionId],
  );
  await world.sql(
    `insert into enforcement.protection_evidence (id, protection_id, agency_id, kind, happened_on, words, added_at)
     select gen_random_uuid(), id, agency_id, 'statement', '2026-10-20', 'Seen', made_at from enforcement.protection where id = $1`,
    [protectionId],
  );
  await world.sql(
    `insert into enforcement.protection_requirement (id, protection_id, agency_id, stage, kind, words, added_at)
     select '5a3b1e00-0000-4000-8000-000000000509', id, agency_id, 'notice', 'stop', 'burning', made_at from enforcement.protection where id = $1`,
    [protectionId],
  );
});
afterAll(() => world.close());

const everything = {
  version: 1,
  how: 'in-person',
  on: '2026-11-19',
  by: 'An officer',
  grounds: ['defect'],
  requirementId: '5a3b1e00-0000-4000-8000-000000000509',
  newWords: 'burning at night',
  resumesOn: '2026-11-20',
  dueOn: '2026-12-20',
  pounds: '120.50',
  ending: 'moved',
  reason: 'As seen',
};

/** The file with the days that it has in a status. */
const stand = (status: string, isHeld = false) =>
  world.sql(
    `update enforcement.protection set status = $1::text,
       warned_on = case when $1::text in ('drafted', 'void') then null else '2026-10-01'::date end,
       comply_by = case when $1::text in ('drafted', 'void') then null else '2026-10-15'::date end,
       notice_on = case when $1::text in ('drafted', 'void', 'warned', 'not-complied') then null else '2026-11-02'::date end,
       prosecuted_on = case when $1::text = 'prosecuted' then '2026-11-19'::date end,
       tried_on = case when $1::text in ('convicted', 'acquitted') then '2026-11-19'::date end,
       seized_on = case when $3 then '2026-11-19'::date end,
       appeal_until = case when $1::text in ('drafted', 'void', 'warned', 'not-complied') then null else '2026-11-22'::date end,
       breached_on = case when $1::text in ('breached', 'prosecuted', 'convicted', 'acquitted') then '2026-11-18'::date end
     where id = $2`,
    [status, protectionId, isHeld],
  );

/** The file and all that belongs to it become those of an agency: the police write their own warnings. */
async function belongTo(agency: string): Promise<void> {
  for (const table of ['protection', 'protection_subject', 'protection_evidence', 'protection_requirement'])
    await world.sql(
      `update enforcement.${table} set agency_id = (select id from directory.agency where code = $1)`,
      [agency],
    );
}

/** Every status, every step, every role: what the table allows is done and ends where it says; anything else is refused. */
describe('each step from each status is what the table says', () => {
  test.each([
    ['callum.safety', 'community-safety-coordinator', 'WEND'],
    ['edmund.health', 'environmental-health-officer', 'WEND'],
    ['sunita.supervisor', 'jet-supervisor', 'WEND'],
    ['joss.jet', 'jet-officer', 'WEND'],
    ['olu.officer', 'service-officer', 'WEND'],
    ['priya.police', 'police-partner', 'MPOL'],
  ] as const)('%s', async (username, role, agency) => {
    await belongTo(agency);
    const who = await world.as(username);
    // Holds the role and no power to serve: the one rule that is in the way of a step that the table allows.
    const powerless: readonly string[] = role === 'service-officer' ? ['serve-warning', 'serve-notice'] : [];
    const wrong: string[] = [];
    const done = new Set<string>();
    for (const status of protectionStatuses) {
      for (const action of protectionActions) {
        // What is given back was seized before.
        await stand(status, action === 'give-back');
        const answer = await who.api(
          'POST',
          `/api/v1/protection/${protectionId}/steps/${action}`,
          everything,
        );
        const line = protectionLineFor(status, action);
        const mayEver = lineOfAction(action).who.includes(role);
        const to = (answer.json as { status?: string }).status ?? '';
        const all: readonly string[] = line ? endsOf(line) : [];
        // A step that may be taken in several statuses and moves none leaves the file where it was.
        const ends = all.length > 1 && all.join() === line?.from.join() ? [status] : all;
        const isRight = !mayEver
          ? answer.status === 403
          : line
            ? powerless.includes(action)
              ? answer.status === 422 && answer.text.includes('you hold the power to serve')
              : answer.status === 200 && ends.includes(to)
            : answer.status === 409 || answer.status === 422;
        if (!isRight) wrong.push(`${status} ${action}: ${answer.status} ${answer.text.slice(0, 200)}`);
        if (answer.status === 200) done.add(action);
      }
    }
    expect(wrong).toEqual([]);
    // A role that holds the power takes every step that is open to it, from one status at least.
    const open = protectionActions.filter((action) => lineOfAction(action).who.includes(role));
    expect(open.filter((action) => !done.has(action))).toEqual(powerless);
  });
});
