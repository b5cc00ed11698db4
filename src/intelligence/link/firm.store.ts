import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { firmRuns } from './firm.rules.ts';
import { nominalPolicy } from './link.store.ts';

/** Of the firms that services and the unit's own links know, those whose names stand in a text, as far as the viewer may see them. */
export async function knownFirms({ db, viewer }: Work, text: string): Promise<string[]> {
  const forms = firmRuns(text);
  if (forms.length === 0) return [];
  const { rows } = await sql<{
    label: string;
  }>`select label from intelligence.firms_linked(${forms}::text[]) label
    union (select distinct r.label from records.received_record r
      where r.kind = 'organisation' and records.firm_form(r.label) = any(${forms}::text[]) and ${nominalPolicy.visible(viewer, 'r')} limit 50)
    order by label`.execute(db);
  return rows.map(({ label }) => label);
}
