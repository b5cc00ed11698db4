import { sql } from 'kysely';
import { dayOf } from '../../platform/clock/clock.ts';
import type { Work } from '../../platform/http/work.ts';
import { dayWords } from '../../platform/ui/index.ts';
import { commissionPolicy } from '../commission/commission.policy.ts';
import { watchPolicy } from '../watch/watch.policy.ts';
import { enquiryPolicy } from './enquiry.policy.ts';

/** Something that the unit holds of somebody an enquiry names, and that is no item: an entry of the watchlist, findings for a commission. */
export interface Holding {
  kind: 'watch' | 'commission';
  id: string;
  /** What it is, as the form of a line names it. */
  words: string;
}

/** A holding in the one word by which a form names it. */
export const codeOf = ({ kind, id }: Pick<Holding, 'kind' | 'id'>): string => `${kind}:${id}`;

/** Entries of the watchlist and findings for commissions about one that an enquiry names, by key or by name, as far as the viewer may see them. */
export async function holdingsOf({ db, viewer }: Work, enquiryId: string): Promise<Holding[]> {
  const same = (key: string, name: string) =>
    sql`exists (select 1 from dissemination.enquiry_subject s join dissemination.enquiry e on e.id = s.enquiry_id
      where s.enquiry_id = ${enquiryId} and ${enquiryPolicy.visible(viewer, 'e')}
        and ((s.key_kind = ${sql.ref(`${key}Kind`)} and s.key_value = ${sql.ref(`${key}Value`)})
          or lower(split_part(s.label, ',', 1)) = lower(split_part(${sql.ref(name)}, ',', 1))))`;
  const { rows } = await sql<{
    kind: Holding['kind'];
    id: string;
    label: string;
    madeAt: Date;
  }>`select 'watch' as kind, w.id, w.label, w.made_at from intelligence.watch w
      where ${watchPolicy.visible(viewer, 'w')} and ${same('w.key', 'w.label')}
    union all select 'commission', c.id, c.reference, k.proposed_at from dissemination.commission c
      join intelligence.commission_work k on k.commission_id = c.id
      where ${commissionPolicy.visible(viewer, 'c')} and ${same('c.key', 'c.subjectLabel')}
    order by kind, made_at, id`.execute(db);
  return rows.map(({ kind, id, label, madeAt }) => ({
    ...{ kind, id },
    words:
      kind === 'watch'
        ? `Watchlist: ${label}, since ${dayWords(dayOf(madeAt))}`
        : `Findings for commission ${label}`,
  }));
}
