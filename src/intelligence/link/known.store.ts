import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { counted, itemPolicy } from '../item/item.policy.ts';
import { type CommonNominal, nominalsOfKey } from './link.store.ts';
import type { LinkKind } from './link.words.ts';

/** Somebody or something that the unit is asked about, and what of it is known by an exact key: on the intelligence side alone. */
export interface KnownSubject {
  position: number;
  kind: LinkKind;
  label: string;
  keyKind: string | null;
  keyValue: string | null;
  /** Items of the unit that name the same, with the link by which their profile opens. */
  items: { id: string; reference: string; title: string; linkId: string; role: string }[];
  /** Services that hold records of the same: common nominals. */
  services: CommonNominal[];
}

/**
 * What the unit and the services hold of each subject that a question to the unit names.
 *
 * @param subjects FROM and WHERE of the subjects under the alias `s`, the viewer's sight of the question among them
 */
export async function knownSubjects(work: Work, subjects: RawBuilder<unknown>): Promise<KnownSubject[]> {
  const { rows } = await sql<
    Omit<KnownSubject, 'services'>
  >`select s.position, s.kind, s.label, s.key_kind, s.key_value,
      coalesce((select json_agg(json_build_object('id', i.id, 'reference', i.reference, 'title', i.title, 'linkId', l.id, 'role', l.role) order by i.received_at desc, i.id)
        from intelligence.link l join intelligence.item i on i.id = l.item_id
        where l.key_kind = s.key_kind and l.key_value = s.key_value and l.state = 'confirmed' and ${counted('i')} and ${itemPolicy.visible(work.viewer, 'i')}), '[]') as items
    ${subjects} order by s.position`.execute(work.db);
  return Promise.all(rows.map(async (row) => ({ ...row, services: await nominalsOfKey(work, row) })));
}
