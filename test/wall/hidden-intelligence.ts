import { itemPolicy, packagePolicy, wholeItemPolicy } from '../../src/intelligence/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';
import { hiddenAttachment, hiddenConversion, hiddenSensitive, hiddenWatch } from './hidden-sensitive.ts';
import { hiddenStrategy } from './hidden-strategy.ts';

const nameOf = (reference: string): string =>
  `${reference.slice(0, 4)}-${reference.slice(4, 7)}`.toUpperCase();

/** A file of a feed of another unit, with the rows and the keys of one that the viewer may see. */
async function hiddenFeed(world: World, agencyId: string): Promise<string> {
  const id = idFromName(`hidden feed ${agencyId}`);
  await world.sql(
    `insert into intelligence.feed_file (id, agency_id, feed, feed_code, file_name, file_sha256, state, columns, mapping, given_at, given_by)
     select $1, $2, 'Hidden feed', feed_code, 'hidden.csv', file_sha256, state, columns, mapping, given_at, given_by from intelligence.feed_file order by id limit 1`,
    [id, agencyId],
  );
  await world.sql(
    'insert into intelligence.feed_row (feed_file_id, row_number, agency_id, cells) select $1, row_number, $2, cells from intelligence.feed_row',
    [id, agencyId],
  );
  await world.sql(
    "insert into intelligence.feed_key (agency_id, feed_code, key, item_id, feed_file_id) select $2, 'sample feed', 'sha:hidden', id, $1 from intelligence.item where agency_id = $2 limit 1",
    [id, agencyId],
  );
  return id;
}

/** A card of another unit, due at once, with the van that stands on the sample and a part of every kind. */
async function hiddenGroup(world: World, agencyId: string): Promise<Samples> {
  const [ocgId, ocgMemberId, ocgActionId] = ['card', 'member', 'action'].map((part) =>
    idFromName(`hidden ocg ${part} ${agencyId}`),
  );
  if (!ocgId || !ocgMemberId || !ocgActionId) throw new Error('A name gives an id.');
  const hidden = (table: string, columns: string, values: string, own: readonly unknown[]) =>
    world.sql(
      `insert into intelligence.${table} (id, agency_id, ${columns}) select $1, $2, ${values} from intelligence.${table} where id::text like '5a3b1e00%' limit 1`,
      own,
    );
  await hidden(
    'ocg',
    'reference, name, status, activities, area_words, lead_officer_id, review_on, opened_at, opened_by',
    "$3, 'Hidden Heron', 'confirmed', 'Hidden words', 'Hidden', lead_officer_id, '2026-01-01'::date, opened_at, opened_by",
    [ocgId, agencyId, `OCG-${nameOf(ocgId)}`],
  );
  const of = [agencyId, ocgId] as const;
  await hidden(
    'ocg_assessment',
    'ocg_id, number, answers, score, grounds, made_at, made_by',
    "$3, 9, answers, 25, 'Hidden words', made_at, made_by",
    [idFromName(`hidden ocg assessment ${agencyId}`), ...of],
  );
  await hidden(
    'ocg_member',
    'ocg_id, link_id, subject, role, why, added_at, added_by',
    "$3, link_id, subject, 'leads', 'Hidden words', added_at, added_by",
    [ocgMemberId, ...of],
  );
  await hidden(
    'ocg_action',
    'ocg_id, strand, words, owner_words, due_on, made_at, made_by',
    "$3, strand, 'Hidden words', owner_words, '2026-01-02'::date, made_at, made_by",
    [ocgActionId, ...of],
  );
  await hidden(
    'ocg_disruption',
    'ocg_id, on_day, strand, grade, words, evidence, made_at, made_by',
    "$3, '2026-11-19'::date, strand, 'major', 'Hidden words', evidence, made_at, made_by",
    [idFromName(`hidden ocg disruption ${agencyId}`), ...of],
  );
  await hidden(
    'ocg_event',
    'ocg_id, at, officer_id, kind, words',
    "$3, at, officer_id, kind, 'Hidden words'",
    [idFromName(`hidden ocg event ${agencyId}`), ...of],
  );
  return { ocgId, ocgMemberId, ocgActionId };
}

/** What another unit needs to know; of the viewer's own, what it asks no longer, and why it asks what everybody sees. */
async function hiddenRequirement(world: World, agencyId: string): Promise<Samples> {
  const [irId, irPlanId] = ['requirement', 'requirement plan'].map((part) =>
    idFromName(`hidden ${part} ${agencyId}`),
  );
  if (!irId || !irPlanId) throw new Error('A name gives an id.');
  await world.sql(
    `insert into intelligence.requirement (id, reference, agency_id, question, look_for, why, shown_from, shown_until, ended_on, end_why, made_at, made_by)
     select $1, $2, $3, 'Hidden question', 'Hidden words', 'Hidden words', shown_from, shown_until, case when agency_id = $3 then '2026-11-15'::date end,
       case when agency_id = $3 then 'Hidden words' end, made_at, made_by from intelligence.requirement where reference = 'IR-SAMP-001'`,
    [irId, `IR-${nameOf(irId)}`, agencyId],
  );
  await world.sql(
    `insert into intelligence.requirement_plan (id, requirement_id, agency_id, words, owner_words, due_on, made_at, made_by)
     select $1, $2, $3, 'Hidden words', owner_words, '2026-11-16', made_at, made_by from intelligence.requirement_plan where id::text like '5a3b1e00%'`,
    [irPlanId, irId, agencyId],
  );
  await world.sql("update intelligence.requirement set why = 'Hidden words' where agency_id = $1", [
    agencyId,
  ]);
  return { irId, irPlanId };
}

/** What another unit asked outside about the same, and whom it lets ask. */
async function hiddenCheck(world: World, agencyId: string): Promise<Samples> {
  const [checkId, checkGrantId] = ['check', 'check grant'].map((part) =>
    idFromName(`hidden ${part} ${agencyId}`),
  );
  if (!checkId || !checkGrantId) throw new Error('A name gives an id.');
  await world.sql(
    `insert into intelligence.external_check (id, reference, agency_id, source, subject_words, purpose, reason, by_connection, state, asked_at, asked_by)
     select $1, $2, $3, source, subject_words, purpose, 'Hidden words', by_connection, 'failed', '2026-11-20T09:00:00Z', asked_by
     from intelligence.external_check where reference = 'EC-SAMP-001'`,
    [checkId, `EC-${nameOf(checkId)}`, agencyId],
  );
  await world.sql(
    `insert into intelligence.check_grant (id, agency_id, officer_id, source, vetting_words, trained_on, until_on, given_at, given_by)
     select $1, $2, officer_id, source, 'Hidden words', trained_on, until_on, given_at, given_by from intelligence.check_grant
     where id::text like '5a3b1e00%'`,
    [checkGrantId, agencyId],
  );
  return { checkId, checkGrantId };
}

/**
 * Items of every unit that the viewer does not belong to, with the words and the number of what they can see; forms that
 * others sent; and, for whoever reads no intelligence, another grade behind every item.
 */
export async function hiddenIntelligence(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const officerId = viewer.kind === 'officer' ? viewer.officerId : undefined;
  Object.assign(ids, await hiddenPackages(world, viewer));
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    // A chart that somebody else arranged, of the own unit too.
    await world.sql(
      `insert into intelligence.kept_chart (id, agency_id, officer_id, name, start_id, seen, kept_at)
       select $1::uuid, $2::uuid, o.id, 'Hidden words ' || left($2::text, 12), k.start_id, k.seen, '2026-11-20T15:00:00Z' from intelligence.kept_chart k, directory.officer o
       where k.name = 'Roofers' and o.id is distinct from $3::uuid order by o.id limit 1`,
      [idFromName(`hidden kept chart ${agencyId}`), agencyId, officerId],
    );
    ids.keptId ??= idFromName(`hidden kept chart ${agencyId}`);
    Object.assign(ids, await hiddenWatch(world, viewer, agencyId));
    if (itemPolicy.can(viewer, { agencyId })) {
      // Of the own unit, what is for its manager and whom they name.
      if (!wholeItemPolicy.can(viewer, { agencyId, isSensitive: true, sensitiveReaders: [] }))
        Object.assign(ids, await hiddenSensitive(world, agencyId));
      continue;
    }
    ids.conversionId ??= await hiddenConversion(world, agencyId);
    const itemId = idFromName(`hidden item ${agencyId}`);
    const paragraphId = idFromName(`hidden paragraph ${agencyId}`);
    ids.itemId ??= itemId;
    ids.paragraphId ??= paragraphId;
    ids.otherItemId ??= itemId;
    const values = [itemId, `I-${nameOf(itemId)}`, agencyId];
    await world.sql(
      `insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority, submitted_by, submitted_agency_id)
       select $1, $2, $3, received_how, received_at, title, body || ' Hidden words.', 1, submitted_by, submitted_agency_id from intelligence.item order by reference limit 1`,
      values,
    );
    await world.sql(
      "insert into intelligence.paragraph (id, item_id, agency_id, position, body) values ($1, $2, $3, 0, 'Hidden words')",
      [paragraphId, itemId, agencyId],
    );
    await world.sql(
      'insert into intelligence.mention (item_id, agency_id, kind, value, typed, received_at) select distinct on (kind, value) $1::uuid, $2::uuid, kind, value, typed, received_at from intelligence.mention',
      [itemId, agencyId],
    );
    ids.feedId ??= await hiddenFeed(world, agencyId);
    ids.attachmentId ??= (await hiddenAttachment(world, agencyId, itemId)).attachmentId ?? '';
    const sourceId = idFromName(`hidden source ${agencyId}`);
    ids.sourceId ??= sourceId;
    await world.sql(
      "insert into intelligence.source (id, agency_id, pseudonym, kind, made_at, made_by) select $1, $2, 'Heron 13', 'public', made_at, made_by from intelligence.source order by made_at, id limit 1",
      [sourceId, agencyId],
    );
    await world.sql('update intelligence.item set source_id = $1 where id = $2', [sourceId, itemId]);
    const linkId = idFromName(`hidden link ${agencyId}`);
    ids.linkId ??= linkId;
    await world.sql(
      `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
       select $1, $2, $3, kind, role, label, value, key_kind, key_value, state, made_at, made_by from intelligence.link order by made_at, id limit 1`,
      [linkId, itemId, agencyId],
    );
    // On a link chart: the vehicle that a visible item names stands in the hidden item too, and beside it somebody who is in no other.
    await world.sql(
      `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
       select $1::uuid, $3::uuid, $4::uuid, 'vehicle', 'subject', 'QS19 SMP hidden', 'QS19SMP', 'vehicle', 'QS19SMP', 'confirmed', '2026-11-20T09:00:00Z'::timestamptz, made_by
       from intelligence.link where id = $5::uuid
       union all select $2::uuid, $3::uuid, $4::uuid, 'person', 'subject', 'Hidden Person', 'hidden person', 'person', 'hidden person|1980-01-01', 'confirmed', '2026-11-20T09:00:00Z', made_by
       from intelligence.link where id = $5::uuid
       -- A firm whose name is a word of every sample item.
       union all select md5($3::text || 'rings')::uuid, $3::uuid, $4::uuid, 'organisation', 'subject', 'Rings', 'rings', null, null, 'confirmed', '2026-11-20T09:00:00Z', made_by
       from intelligence.link where id = $5::uuid`,
      [
        idFromName(`hidden vehicle ${agencyId}`),
        idFromName(`hidden person link ${agencyId}`),
        itemId,
        agencyId,
        linkId,
      ],
    );
    // The same firm assessed elsewhere, worse and later, by a matrix of that unit's own.
    await world.sql(
      `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
       select $1, $2, $3, kind, role, label, value, key_kind, key_value, state, '2026-11-20T09:30:00Z', made_by from intelligence.link where kind = 'organisation' limit 1`,
      [idFromName(`hidden firm ${agencyId}`), itemId, agencyId],
    );
    ids.firmLinkId ??= idFromName(`hidden firm ${agencyId}`);
    await world.sql(
      `insert into intelligence.harm_assessment (id, agency_id, link_id, subject, number, sector, answers, lost_pounds, why, matrix_number, harm, risk, confidence, items, victims, made_at, made_by)
       select $1, $2, $3, subject, number + 1, sector, answers, 900000, 'Hidden words', 1, 48, 480, 'high', 40, 12, '2026-11-20T09:40:00Z', made_by
       from intelligence.harm_assessment order by made_at limit 1`,
      [idFromName(`hidden harm ${agencyId}`), agencyId, idFromName(`hidden firm ${agencyId}`)],
    );
    await world.sql(
      `insert into intelligence.harm_matrix (id, agency_id, number, document, why, made_at, made_by)
       select $1, $2, 1, '{"criteria": [], "scale": [], "scopes": [], "likelihoods": [], "losses": [], "confidence": {"goodShare": 0, "recentDays": 1, "staleDays": 1}}',
         'Hidden matrix', '2026-11-20T09:40:00Z', id from directory.officer order by id limit 1`,
      [idFromName(`hidden matrix ${agencyId}`), agencyId],
    );
    Object.assign(ids, {
      ...(await hiddenGroup(world, agencyId)),
      ...(await hiddenCheck(world, agencyId)),
      ...(await hiddenRequirement(world, agencyId)),
      ...(await hiddenStrategy(world, agencyId)),
      ...ids,
    });
    await world.sql(
      `insert into dissemination.receipt (id, reference, officer_id, agency_id, unit_agency_id, sent_on)
       select $1, $2, o.id, o.agency_id, $3, '2026-11-20' from directory.officer o where o.id is distinct from $4::uuid order by o.id limit 1`,
      [idFromName(`hidden receipt ${agencyId}`), `I-${nameOf(paragraphId)}`, agencyId, officerId],
    );
  }
  return ids;
}

/**
 * Packages to every agency but the viewer's, in the words of the one that they may receive; and what another agency answered
 * to that one. To the unit, packages of units elsewhere.
 */
async function hiddenPackages(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const agencies = await world.sql<{ id: string }>('select id from directory.agency order by code');
  const [sample] = await world.sql<{ id: string; agencyId: string; agencyIds: string[] }>(
    'select id, agency_id as "agencyId", agency_ids as "agencyIds" from dissemination.package order by reference limit 1',
  );
  const [other] = await world.sql<{ id: string; agencyId: string }>(
    'select o.id, o.agency_id as "agencyId" from directory.officer o join platform.account a on a.officer_id = o.id where a.username = \'cora.comms\'',
  );
  if (!sample || !other) throw new Error('There is no sample package.');
  for (const { id: to } of agencies) {
    const agencyId = viewer.kind === 'officer' && viewer.side === 'INTEL' ? to : sample.agencyId;
    const officerIds = [other.id];
    if (packagePolicy.can(viewer, { agencyId, agencyIds: [to], officerIds })) continue;
    const id = idFromName(`hidden package ${to}`);
    ids.packageId ??= id;
    await world.sql(
      `insert into dissemination.package (id, reference, agency_id, gateway, purpose, deadline, conditions, conditions_words, agency_ids, officer_ids, released_at, released_by)
       select $1, $2, $3, gateway, purpose, deadline, conditions, 'Hidden words', $4, $5, released_at, released_by from dissemination.package where id = $6`,
      [id, `PK-${nameOf(id)}`, agencyId, [to], officerIds, sample.id],
    );
    await world.sql(
      'insert into dissemination.package_text (package_id, agency_id, part, position, words) select $1, $2, part, position, words from dissemination.package_text where package_id = $3',
      [id, agencyId, sample.id],
    );
    await world.sql(
      `insert into dissemination.package_figures (package_id, agency_id, figures)
       select $1, $2, figures || '{"total": "Hidden words"}' from dissemination.package_figures where package_id = $3`,
      [id, agencyId, sample.id],
    );
    await world.sql(
      `insert into intelligence.draft (id, reference, agency_id, title, gateway, purpose, deadline, agency_ids, drafted_at, drafted_by)
       select $1, $2, $3, title, gateway, purpose, deadline, $4, drafted_at, drafted_by from intelligence.draft where id = $5`,
      [
        idFromName(`hidden draft ${to}`),
        `PK-D${nameOf(id)}`,
        to === sample.agencyId ? other.agencyId : to,
        [to],
        sample.id,
      ],
    );
    ids.draftId ??= idFromName(`hidden draft ${to}`);
    // A later version of the profile that the viewer may hold, still a draft, of another unit or of the own one behind the wall.
    await world.sql(
      `insert into intelligence.problem (draft_id, agency_id, kind, from_month, to_month, metres, series_id, number)
       select d.id, d.agency_id, p.kind, p.from_month, p.to_month, p.metres, p.series_id, 2 from intelligence.problem p, intelligence.draft d
       where p.draft_id = $2 and d.id = $1`,
      [idFromName(`hidden draft ${to}`), sample.id],
    );
  }
  // What another reader of the same agency found of it; the unit sees what every reader says.
  if (!itemPolicy.can(viewer, { agencyId: sample.agencyId }))
    await world.sql(
      `insert into dissemination.usefulness (package_id, officer_id, agency_id, at, score, words)
       select $1, o.id, o.agency_id, '2026-11-19T16:00:00Z', 1, 'Hidden words' from directory.officer o
       where o.id is distinct from $2::uuid and not exists (select 1 from dissemination.usefulness u where u.officer_id = o.id) order by o.id limit 3`,
      [sample.id, viewer.kind === 'officer' ? viewer.officerId : null],
    );
  // The unit sees every answer to its package; another recipient must not.
  if (!itemPolicy.can(viewer, { agencyId: sample.agencyId })) {
    await world.sql(
      "insert into dissemination.answer (package_id, agency_id, officer_id, at, answer, is_late) select $1, $2, $3, '2026-11-19T15:00:00Z', 'accepted', false where not $2::uuid = $4::uuid",
      [sample.id, other.agencyId, other.id, viewer.kind === 'officer' ? viewer.agencyId : sample.id],
    );
    await world.sql(
      "insert into dissemination.outcome (id, package_id, agency_id, officer_id, at, result, words) select $1, $2, $3, $4, '2026-11-19T16:00:00Z', 'result', 'Hidden outcome' where not $3::uuid = $5::uuid",
      [
        idFromName('hidden outcome'),
        sample.id,
        other.agencyId,
        other.id,
        viewer.kind === 'officer' ? viewer.agencyId : sample.id,
      ],
    );
  }
  return ids;
}
