import { watchPolicy } from '../../src/intelligence/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

const nameOf = (reference: string): string =>
  `${reference.slice(0, 4)}-${reference.slice(4, 7)}`.toUpperCase();

/** A conversion of another unit, or of the own one, whose manager alone sees them. */
export async function hiddenConversion(world: World, agencyId: string): Promise<string> {
  const id = idFromName(`hidden conversion ${agencyId}`);
  await world.sql(
    `insert into intelligence.conversion (id, agency_id, at, officer_id, paragraphs, items)
     select $1, $2, '2026-11-20T10:00:00Z', officer_id, 77, 66 from intelligence.conversion limit 1`,
    [id, agencyId],
  );
  return id;
}

/**
 * A sensitive item of the viewer's own unit: urgent, ready, graded by an older system, in the words, with the number, the van and the
 * firm of what they see, of a source that they see, with the harm that was assessed from it; and somebody who stands in no other.
 */
export async function hiddenSensitive(world: World, agencyId: string): Promise<Samples> {
  const [itemId, paragraphId, linkId, firmLinkId] = ['item', 'paragraph', 'link', 'firm'].map((part) =>
    idFromName(`hidden sensitive ${part} ${agencyId}`),
  );
  if (!itemId || !paragraphId || !linkId || !firmLinkId) throw new Error('A name gives an id.');
  await world.sql(
    `insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority, status, source_id, submitted_by, submitted_agency_id,
       is_sensitive, sensitive_why)
     select $1, $2, $3, received_how, received_at, title, body || ' Hidden words.', 1, 'ready',
       (select s.id from intelligence.source s where s.agency_id = $3 order by s.made_at, s.id limit 1), submitted_by, submitted_agency_id, true, 'Hidden words'
     from intelligence.item where agency_id = $3 order by reference limit 1`,
    [itemId, `I-${nameOf(itemId)}`, agencyId],
  );
  await world.sql(
    `insert into intelligence.paragraph (id, item_id, agency_id, position, body, legacy_grade, source_evaluation, assessment, handling, risk_to_source, sanitised, graded_at)
     values ($1::uuid, $2::uuid, $3::uuid, 0, 'Hidden words', '', '1', 'A', 'P', false, 'Hidden words', '2026-11-20T10:00:00Z'),
       (md5($1::text)::uuid, $2::uuid, $3::uuid, 1, 'Hidden words', 'B24', null, null, null, null, '', null)`,
    [paragraphId, itemId, agencyId],
  );
  await world.sql(
    'insert into intelligence.mention (item_id, agency_id, kind, value, typed, received_at) select distinct on (kind, value) $1::uuid, $2::uuid, kind, value, typed, received_at from intelligence.mention',
    [itemId, agencyId],
  );
  await world.sql(
    `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
     select case l.kind when 'phone' then $1::uuid when 'organisation' then $2::uuid else md5(l.key_value || $3::text)::uuid end, $3::uuid, $4::uuid, l.kind, l.role,
       l.label || ' hidden', l.value, l.key_kind, l.key_value, 'confirmed', '2026-11-20T09:00:00Z'::timestamptz, l.made_by
     from (select distinct on (kind) * from intelligence.link where agency_id = $4 and id::text like '5a3b1e00%' order by kind, id) l
     union all select md5($3::text || 'person')::uuid, $3::uuid, $4::uuid, 'person', 'subject', 'Hidden Person', 'hidden person', 'person', 'hidden person|1980-01-01', 'confirmed',
       '2026-11-20T09:00:00Z', made_by from (select made_by from intelligence.link limit 1) m
     union all select md5($3::text || 'rings')::uuid, $3::uuid, $4::uuid, 'organisation', 'subject', 'Rings', 'rings', null, null, 'confirmed',
       '2026-11-20T09:00:00Z', made_by from (select made_by from intelligence.link limit 1) m`,
    [linkId, firmLinkId, itemId, agencyId],
  );
  await world.sql(
    `insert into intelligence.item_event (id, item_id, agency_id, at, officer_id, kind, words)
     select md5(k || $1::text)::uuid, $1::uuid, $2::uuid, '2026-11-20T10:00:00Z'::timestamptz, null, k, 'Hidden words' from unnest(array['grade', 'return']) k`,
    [itemId, agencyId],
  );
  await world.sql(
    `insert into intelligence.harm_assessment (id, agency_id, link_id, subject, number, sector, answers, lost_pounds, why, matrix_number, harm, risk, confidence, items, victims, made_at, made_by)
     select md5($1::text || 'harm')::uuid, agency_id, $1::uuid, 'person:hidden person|1980-01-01', 1, sector, answers, 900000, 'Hidden words', matrix_number, 48, 480, 'high', 40, 12,
       '2026-11-20T09:40:00Z', made_by from intelligence.harm_assessment where agency_id = $2 order by made_at limit 1`,
    [firmLinkId, agencyId],
  );
  return {
    ...{ itemId, paragraphId, otherItemId: itemId, linkId, firmLinkId },
    ...(await hiddenAttachment(world, agencyId, itemId)),
  };
}

/** What a colleague watches for, and another unit: whom visible items name, with hits on them that nobody has answered. */
export async function hiddenWatch(world: World, viewer: Viewer, agencyId: string): Promise<Samples> {
  const [other] = await world.sql<{ id: string }>(
    "select officer_id as id from platform.account where username = 'cora.comms'",
  );
  if (!other || watchPolicy.can(viewer, { agencyId, keptBy: other.id })) return {};
  const watchId = idFromName(`hidden watch ${agencyId}`);
  await world.sql(
    `insert into intelligence.watch (id, agency_id, kept_by, kind, label, key_kind, key_value, why, made_at, until_on)
     select $1, $2, $3, 'organisation', 'Hidden roofer', 'phone', '+447700900555', 'Hidden words', '2026-11-18T09:00:00Z', '2027-02-01'`,
    [watchId, agencyId, other.id],
  );
  await world.sql(
    `insert into intelligence.watch_hit (watch_id, item_id, agency_id, at, met_by)
     select $1, id, $2, received_at, 'words' from intelligence.item where agency_id = $2 and reference like 'I-SAMP-%'`,
    [watchId, agencyId],
  );
  // It stands on the schedule of every enquiry of the unit.
  await world.sql(
    `insert into intelligence.enquiry_line (id, enquiry_id, agency_id, watch_id, is_watch, words, ground, test, reason, made_at, made_by)
     select md5(e.id::text || $1::text)::uuid, e.id, $2::uuid, $1::uuid, true, 'Hidden words', 'method', 'neither', 'Hidden words', '2026-11-18T09:30:00Z', $3
     from dissemination.enquiry e where e.unit_agency_id = $2::uuid`,
    [watchId, agencyId, other.id],
  );
  return { watchId };
}

/** A file that was attached to an item that the viewer may not read. */
export async function hiddenAttachment(world: World, agencyId: string, itemId: string): Promise<Samples> {
  const attachmentId = idFromName(`hidden attachment ${itemId}`);
  await world.sql(
    `insert into intelligence.attachment (id, agency_id, feed_file_id, item_id, position, name, said_type, found_type, bytes, sha256, state, content)
     select $1::uuid, $2::uuid, f.id, $3::uuid, 9, 'hidden.txt', 'text/plain', 'text', 12, repeat('2', 64), 'kept', 'Hidden words'::bytea
     from intelligence.feed_file f where f.agency_id = $2 order by f.id limit 1`,
    [attachmentId, agencyId, itemId],
  );
  return { attachmentId };
}
