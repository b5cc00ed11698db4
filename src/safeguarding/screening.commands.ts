import { sql } from 'kysely';
import {
  type Asked,
  type Asker,
  answerHit,
  askedOfRecord,
  askerOf,
  clearedFor,
  type ScreenView,
  screen,
} from '../assurance/index.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { findFile, joinedInto, safeContactOf, type VictimFile } from './file.store.ts';
import { standsToday } from './person.queries.ts';
import { tellPlannedVisits } from './precautions.ts';

const hiddenAddress =
  'The hidden address: the system holds it against markers by itself, in the next minutes, and tells nobody where it is.';

/** What whoever keeps a file knows of the person, to screen by. */
async function askedOfFile(work: Work, file: VictimFile): Promise<{ asked: Asked; left: string[] }> {
  const recordId = (await standsToday(work, [file.recordId])).get(file.recordId) ?? file.recordId;
  const asked = await askedOfRecord(work, recordId);
  const contact = await safeContactOf(work, file.id);
  const isHidden = contact?.hidesAddress ?? false;
  const own = contact && !isHidden ? [{ address: contact.address, postcode: contact.postcode }] : [];
  return {
    asked: {
      ...asked,
      names: [...new Set([file.name, ...asked.names])],
      places: isHidden ? [] : [...own, ...asked.places],
    },
    left: isHidden ? [hiddenAddress] : [],
  };
}

/** Screens for somebody on the register before a visit; visits that are planned already are told. */
export async function screenFile(work: Work, { fileId }: { fileId: string }): Promise<Result<ScreenView>> {
  const file = await findFile(work, fileId);
  if (!file) return notFound;
  const { asked, left } = await askedOfFile(work, file);
  const done = await screen(work, asked, {
    asker: askerOf(work),
    purpose: `Visit to ${file.reference}`,
    subjectId: file.id,
    left,
  });
  if (!done.ok) return done;
  await tellPlannedVisits(work, { id: file.id });
  // The worker holds the hidden address against markers too.
  if (left.length > 0) await enqueue(work.db, 'screen-planned-visits', {});
  return done;
}

/** Screens where the last screen of a person is older than the rule allows, or there is none. */
export async function screenIfDue(work: Work, { fileId }: { fileId: string }): Promise<Result<undefined>> {
  const file = await findFile(work, fileId);
  if (!file) return notFound;
  const family = [file, ...(await joinedInto(work, file.id))].map(({ id }) => id);
  if ((await clearedFor(work, family)).isFresh) return ok(undefined);
  const done = await screenFile(work, { fileId });
  return done.ok ? ok(undefined) : done;
}

/** Says of a marker that was met for somebody on the register whether it is about them. */
export async function answerForFile(
  work: Work,
  input: { fileId: string; markerId: string; answer: 'same' | 'not' },
): Promise<Result<ScreenView>> {
  const file = await findFile(work, input.fileId);
  if (!file) return notFound;
  const family = [file, ...(await joinedInto(work, file.id))].map(({ id }) => id);
  const { screening } = await clearedFor(work, family);
  if (!screening) return notFound;
  const done = await answerHit(work, { ...input, screeningId: screening.id });
  if (done.ok) await tellPlannedVisits(work, { id: file.id });
  return done;
}

interface ToScreen {
  fileId: string;
  agencyId: string;
  reference: string;
  name: string;
  fields: Record<string, string> | null;
  address: string | null;
  postcode: string | null;
}

/** Whose markers an agency may meet today. */
async function askerFor(work: Work, agencyId: string): Promise<Asker> {
  const today = work.clock.today();
  const { rows } = await sql<{
    id: string;
  }>`select distinct t.from_agency_id as id from directory.agreement t where t.to_agency_id = ${agencyId}
      and t.record_kind = 'marker' and t.starts_on <= ${today}::date and (t.ends_on is null or t.ends_on > ${today}::date)`.execute(
    work.db,
  );
  return { agencyId, officerId: null, agencies: [agencyId, ...rows.map(({ id }) => id)] };
}

/**
 * Screens anew, as the system, for everybody who has a visit to come: when a marker was set, and once a day. It knows the
 * address where that must stay hidden, and shows it to nobody: what comes of it is a precaution on the visit.
 */
export async function screenPlannedVisits(work: Work): Promise<number> {
  const { rows } =
    await sql<ToScreen>`select distinct on (f.id) f.id as file_id, v.agency_id, f.reference, f.name, e.fields,
      coalesce(z.address, c.address) as address, coalesce(z.postcode, c.postcode) as postcode
    from safeguarding.visit v join safeguarding.victim_file f on f.id = v.file_id
      left join safeguarding.contact c on c.file_id = f.id left join safeguarding.sealed_address z on z.file_id = f.id
      left join linkage.list_entry e on e.id = f.record_id
    where v.state = 'planned' and v.planned_on >= ${work.clock.today()}::date order by f.id, v.planned_on`.execute(
      work.db,
    );
  for (const row of rows) {
    const birth = row.fields?.dateOfBirth;
    const places = [
      { address: row.address ?? '', postcode: row.postcode ?? '' },
      { address: row.fields?.address ?? '', postcode: row.fields?.postcode ?? '' },
    ];
    const asked: Asked = {
      names: [row.name],
      dateOfBirth: /^\d{4}-\d\d-\d\d$/.test(birth ?? '') ? birth : undefined,
      places: places.filter(({ postcode }) => postcode),
      recordIds: [],
    };
    const asker = await askerFor(work, row.agencyId);
    const done = await screen(work, asked, {
      asker,
      purpose: `Visit to ${row.reference}, by itself`,
      subjectId: row.fileId,
    });
    if (done.ok) await tellPlannedVisits(work, { id: row.fileId, agencyId: row.agencyId });
  }
  return rows.length;
}
