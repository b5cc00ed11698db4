import { type RawBuilder, sql } from 'kysely';
import { intelligenceReaders } from '../../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../../platform/access/policy.ts';
import { agenciesSeen, hasRole, type Viewer } from '../../platform/access/viewer.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { type ExactKey, exactKeys, keyForm } from '../../records/index.ts';
import { tidyAccount, tidyHandle } from '../item/accounts.ts';
import { itemPolicy } from '../item/item.policy.ts';
import type { LinkKind, LinkRole } from './link.words.ts';

/** Links that a person has confirmed, as far as the viewer may see them. */
export const confirmed = ({ viewer }: Work, alias: string): RawBuilder<boolean> =>
  sql`${sql.ref(`${alias}.state`)} = 'confirmed' and ${itemPolicy.visible(viewer, alias)}`;

/** A confirmed tie of an item, and where else the same is met. */
export interface Link {
  id: string;
  kind: LinkKind;
  role: LinkRole;
  label: string;
  /** Why it is there, where whoever linked it said so. */
  note: string;
  keyKind: string | null;
  keyValue: string | null;
  state: 'confirmed' | 'refused';
  /** Other items of the unit with the same exact key, those that were linked last; so many at most. */
  others: { id: string; reference: string }[];
  /** How many there are, counted no further than a hundred. */
  othersCount: number;
}

/** Links to the same are named so many, and counted so far: one number can be in thousands of items. */
const othersNamed = 10;
const othersCounted = 100;

/** What was typed of somebody or something. */
export interface Named {
  kind: LinkKind;
  label: string;
  more: string;
}

/** An exact key of a link: that of a record, or of what records do not hold. */
type LinkKey = ExactKey | { kind: 'account' | 'handle'; value: string };

/** The exact key of something, where it has one: a name alone has none, since many people share one. */
export function keyOf({ kind, label, more }: Named): LinkKey | undefined {
  if (kind === 'account' || kind === 'handle') {
    const value = kind === 'account' ? tidyAccount(`${label}${more}`) : tidyHandle(label);
    return value === undefined ? undefined : { kind, value };
  }
  const fields: Record<Exclude<LinkKind, 'account' | 'handle'>, Record<string, string>> = {
    person: { name: label, dateOfBirth: more },
    organisation: { name: label, companyNumber: more },
    vehicle: { vehicle: label },
    phone: { phone: label },
    email: { email: label },
    place: { address: label, postcode: more },
  };
  return exactKeys(fields[kind])[0];
}

/** The one form by which the same is not linked to an item twice. */
export const sameForm = (named: Named): string =>
  keyOf(named)?.value ?? keyForm(`${named.label} ${named.more}`);

/** The name in a link's label, which a company number or date of birth follows where there is one. */
export const nameOf = ({ label, keyKind }: { label: string; keyKind: string | null }): string =>
  keyKind === null ? label : label.replace(/, [^,]*$/, '');

/** Live links of an item, refused suggestions among them. */
export async function linksOf({ db, viewer }: Work, itemId: string): Promise<Link[]> {
  const others = sql`from intelligence.link o where o.agency_id = l.agency_id and o.key_kind = l.key_kind and o.key_value = l.key_value
    and o.state = 'confirmed' and o.item_id <> l.item_id and ${itemPolicy.visible(viewer, 'o')}`;
  const { rows } =
    await sql<Link>`select l.id, l.kind, l.role, l.label, l.note, l.key_kind, l.key_value, l.state,
      coalesce((select json_agg(json_build_object('id', i.id, 'reference', i.reference) order by s.made_at desc, i.id)
        from (select o.item_id, o.made_at ${others} order by o.made_at desc, o.item_id limit ${sql.lit(othersNamed)}) s
        join intelligence.item i on i.id = s.item_id), '[]') as others,
      (select count(*)::int from (select 1 ${others} limit ${sql.lit(othersCounted)}) n) as others_count
    from intelligence.link l where l.item_id = ${itemId} and l.state <> 'ended' and ${itemPolicy.visible(viewer, 'l')}
    order by l.kind, l.label`.execute(db);
  return rows;
}

/** How somebody or something is written down in a link: as typed, in its one form, and by its exact key. */
export function writtenAs(named: Named) {
  const key = keyOf(named);
  return {
    ...{
      kind: named.kind,
      label: [named.label, named.more].filter(Boolean).join(', '),
      value: sameForm(named),
    },
    ...{ keyKind: key?.kind ?? null, keyValue: key?.value ?? null },
  };
}

/** Gives false where it is linked already. */
export async function addLink(
  work: Work,
  item: { id: string; agencyId: string },
  given: Named & { role: LinkRole; state: 'confirmed' | 'refused'; note: string },
): Promise<boolean> {
  const { role, state, note } = given;
  const done = await work.db
    .insertInto('intelligence.link')
    .values({
      ...{ id: work.ids.next(), itemId: item.id, agencyId: item.agencyId },
      ...{ ...writtenAs(given), role, state, note },
      madeAt: work.clock.now(),
      madeBy: officerOf(work).officerId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function endLink(work: Work, at: { itemId: string; linkId: string }): Promise<boolean> {
  const done = await work.db
    .updateTable('intelligence.link')
    .set({ state: 'ended', endedAt: work.clock.now(), endedBy: officerOf(work).officerId })
    .where('id', '=', at.linkId)
    .where('itemId', '=', at.itemId)
    .where('state', '<>', 'ended')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** What decides whether the unit learns that a service holds the same. */
export interface NominalSubject {
  originAgencyId: string;
  handling: string;
}

/** Agreements under which a service's records are told of: those about people, and those about reports. */
const agreed = (viewer: Viewer): readonly string[] =>
  viewer.kind === 'officer' && viewer.side === 'INTEL' && hasRole(viewer, ...intelligenceReaders)
    ? [...new Set(['person', 'report'].flatMap((kind) => agenciesSeen(viewer, kind)))]
    : [];

/**
 * That a service holds a record of the same person or thing: the unit is told under an agreement, and never of a sensitive
 * record, of one of a victim or of a restricted batch. It is told that there is one, not what it says.
 */
export const nominalPolicy: Policy<NominalSubject> = {
  name: 'intelligence.common-nominal',
  can: (viewer, record) => record.handling === 'ordinary' && agreed(viewer).includes(record.originAgencyId),
  visible(viewer, alias) {
    const agencies = agreed(viewer);
    if (agencies.length === 0) return nobody;
    const ordinary = sql<boolean>`${sql.ref(`${alias}.handling`)} = 'ordinary'`;
    return anyOf(allOf(ordinary, isOneOf(`${alias}.originAgencyId`, agencies)));
  },
};

/** A service that holds records of the same: who, about what, how many. */
export interface CommonNominal {
  label: string;
  kind: LinkKind;
  agencyName: string;
  /** Kinds of matter of the reports they come from. */
  matters: string[];
  records: number;
}

/** Services that hold records with one exact key; none for what has no key. */
export async function nominalsOfKey(
  { db, viewer }: Work,
  of: { kind: LinkKind; label: string; keyKind: string | null; keyValue: string | null },
): Promise<CommonNominal[]> {
  if (of.keyKind === null) return [];
  const { rows } =
    await sql<CommonNominal>`select ${of.label}::text as label, ${of.kind}::text as kind, a.name as agency_name, count(distinct r.id)::int as records,
      coalesce(array_agg(distinct t.name order by t.name) filter (where t.name is not null), '{}') as matters
    from records.exact_key k join records.received_record r on r.id = k.record_id join directory.agency a on a.id = r.origin_agency_id
    left join intake.report p on p.id = r.report_id and not p.is_sensitive left join directory.issue_type t on t.code = p.issue_type
    where k.kind = ${of.keyKind} and k.value = ${of.keyValue} and ${nominalPolicy.visible(viewer, 'r')}
    group by a.id order by a.name limit 50`.execute(db);
  return rows;
}

/** Services that hold records with an exact key of an item's confirmed links. */
export async function commonNominals({ db, viewer }: Work, itemId: string): Promise<CommonNominal[]> {
  const { rows } =
    await sql<CommonNominal>`select l.label, l.kind, a.name as agency_name, count(distinct r.id)::int as records,
      coalesce(array_agg(distinct t.name order by t.name) filter (where t.name is not null), '{}') as matters
    from intelligence.link l join records.exact_key k on k.kind = l.key_kind and k.value = l.key_value
    join records.received_record r on r.id = k.record_id join directory.agency a on a.id = r.origin_agency_id
    left join intake.report p on p.id = r.report_id and not p.is_sensitive left join directory.issue_type t on t.code = p.issue_type
    where l.item_id = ${itemId} and l.state = 'confirmed' and ${itemPolicy.visible(viewer, 'l')} and ${nominalPolicy.visible(viewer, 'r')}
    group by l.id, a.id order by l.label, a.name limit 50`.execute(db);
  return rows;
}
