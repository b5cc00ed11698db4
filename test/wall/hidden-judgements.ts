import { victimReaders } from '../../src/directory/index.ts';
import { hasRole, type Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { recordPolicy } from '../../src/records/index.ts';
import { linkageSamples as samples } from '../support/sample-linkage.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

interface Entry {
  id: string;
  originAgencyId: string;
  handling: string;
  loadId: string;
}

/** Agencies that let the viewer's agency know that they hold somebody: their rows may change what a reader of the register sees. */
export async function contactAgencies(world: World, viewer: Viewer): Promise<Set<string>> {
  if (!hasRole(viewer, ...victimReaders) || viewer.kind !== 'officer') return new Set();
  const rows = await world.sql<{ id: string }>(
    `select from_agency_id as id from directory.agreement where to_agency_id = $1
     group by 1 having bool_or(record_kind = 'victim-contact') and not bool_or(record_kind = 'victim')`,
    [viewer.agencyId],
  );
  return new Set(rows.map(({ id }) => id));
}

interface Pair {
  a: string;
  b: string;
  verdict: string;
  /** Ended already. */
  isOver?: boolean;
}

export async function judge(world: World, { a, b, verdict, isOver }: Pair): Promise<string> {
  const [one, other] = [a, b].sort();
  const id = idFromName(`hidden judgement ${one} ${other} ${verdict}`);
  const isModel = verdict === 'proposed';
  await world.sql(
    `insert into linkage.judgement (id, record_a, record_b, verdict, probability, worth, made_by, model_id, run_id, officer_id, agency_id, made_at, why, ended_at, ended_why)
     select $1, $2, $3, $4, 0.97, 99, $5, $6, $7, case when $8 then null else o.id end, case when $8 then null else o.agency_id end,
       '2026-11-10T10:00:00Z', 'Hidden words', $9, case when $9::timestamptz is null then null else 'undone' end
     from platform.account c join directory.officer o on o.id = c.officer_id where c.username = 'sadia.safeguarding' on conflict do nothing`,
    [
      id,
      one,
      other,
      verdict,
      isModel ? 'model' : 'person',
      isModel ? samples.modelId : null,
      isModel ? samples.runId : null,
      isModel,
      isOver ? '2026-11-12T10:00:00Z' : null,
    ],
  );
  return id;
}

/**
 * Rows that the viewer may not see are joined to, held apart from and proposed for the very rows they can: people, queues,
 * counts, conflicts, whom to ask, figures of quality and previews of an undo must not move. Rows of an agency which lets itself
 * be asked are joined only beyond such a row: what is reached through it alone must not be told of either.
 */
export async function hiddenJudgements(world: World, viewer: Viewer): Promise<Samples> {
  const entries = await world.sql<Entry>(
    `select id, origin_agency_id as "originAgencyId", handling, load_id as "loadId" from linkage.list_entry
     where id not in ($1, $2, $3) order by id`,
    [samples.entryId, samples.otherEntryId, samples.thirdEntryId],
  );
  const contacts = await contactAgencies(world, viewer);
  const hidden = entries.filter((entry) => !recordPolicy.can(viewer, entry));
  const isAskable = ({ originAgencyId, handling }: Entry) =>
    contacts.has(originAgencyId) && handling === 'victim';
  const silent = hidden.filter((entry) => !isAskable(entry));
  const [first] = silent;
  if (!first) return {};
  const ids: string[] = [];
  // The one thing that is let through on purpose: that an address must stay hidden spreads to every record of the person,
  // whoever marked it (docs/linkage.md, «Safety before silence»). Everything else is held to the byte.
  await world.sql('delete from records.hidden_address where record_id = any($1::uuid[])', [
    hidden.map(({ id }) => id),
  ]);
  for (const [at, entry] of silent.entries()) {
    ids.push(await judge(world, { a: entry.id, b: samples.entryId, verdict: at % 3 ? 'same' : 'different' }));
    await judge(world, { a: entry.id, b: samples.otherEntryId, verdict: at % 2 ? 'proposed' : 'same' });
    await judge(world, { a: entry.id, b: samples.thirdEntryId, verdict: at % 2 ? 'unsure' : 'different' });
    await judge(world, { a: entry.id, b: samples.thirdEntryId, verdict: 'same', isOver: true });
    await world.sql(
      `insert into linkage.match_run (id, kind, load_id, model_id, asked_at, done_share, step) values ($1, 'load', $2, $3, '2026-11-19T10:00:00Z', 0.4, 'matching')`,
      [idFromName(`hidden run ${entry.id}`), entry.loadId, samples.modelId],
    );
  }
  for (const entry of hidden.filter(isAskable))
    await judge(world, { a: first.id, b: entry.id, verdict: 'same' });
  const opinionId = idFromName('hidden opinion');
  await world.sql(
    `insert into linkage.second_opinion (id, judgement_id, record_a, record_b, first_officer_id, first_verdict, drawn_at)
     select $1, j.id, j.record_a, j.record_b, g.officer_id, 'same', '2026-11-01T10:00:00Z' from linkage.judgement j cross join directory.role_grant g
     where j.id = $2 and g.officer_id <> $3 order by g.id limit 1`,
    [opinionId, ids[0], viewer.kind === 'officer' ? viewer.officerId : first.id],
  );
  const questionId = idFromName('hidden question');
  await world.sql(
    `insert into linkage.question (id, record_id, other_id, to_agency_id, from_agency_id, asked_by, asked_at, words)
     select $1, $2, $3, $4, a.id, o.id, '2026-11-19T10:00:00Z', 'Hidden words' from directory.agency a join directory.officer o on o.agency_id = a.id
     where a.id <> $4 and a.id is distinct from $5::uuid order by a.code, o.id limit 1`,
    [
      questionId,
      first.id,
      samples.entryId,
      first.originAgencyId,
      viewer.kind === 'officer' ? viewer.agencyId : null,
    ],
  );
  return { entryId: first.id, judgementId: ids[0] ?? '', opinionId, questionId };
}
