import { sql } from 'kysely';
import {
  type Asked,
  agenciesMetBy,
  answerHit,
  askedOfRecord,
  askerOf,
  clearedFor,
  type ScreenView,
  screen,
} from '../assurance/index.ts';
import { notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { type SafeContact, safeContactOf } from './contact.store.ts';
import { type Family, familyOf, findFile } from './file.store.ts';
import { standsToday } from './person.queries.ts';
import { tellPlannedVisits } from './precautions.ts';

const hiddenAddress =
  'The hidden address: the system holds it against markers by itself, in the next minutes, and tells nobody where it is.';

/** What whoever keeps the files of a person knows of them, to screen by. */
async function askedOfFamily(
  work: Work,
  { files }: Family,
  contact: SafeContact | undefined,
): Promise<{ asked: Asked; left: string[] }> {
  const today = await standsToday(
    work,
    files.map(({ recordId }) => recordId),
  );
  const known: Asked[] = [];
  for (const { recordId } of files) known.push(await askedOfRecord(work, today.get(recordId) ?? recordId));
  const isHidden = contact?.hidesAddress ?? false;
  const places = [...(contact?.places ?? []), ...known.flatMap((one) => one.places)];
  return {
    asked: {
      names: [...new Set([...files.map(({ name }) => name), ...known.flatMap(({ names }) => names)])],
      dateOfBirth: known.map(({ dateOfBirth }) => dateOfBirth).find(Boolean),
      places: isHidden ? [] : places,
      recordIds: [...new Set(known.flatMap(({ recordIds }) => recordIds))],
    },
    left: isHidden ? [hiddenAddress] : [],
  };
}

/** Screens for somebody on the register before a visit; visits that are planned already are told. */
export async function screenFile(work: Work, { fileId }: { fileId: string }): Promise<Result<ScreenView>> {
  const file = await findFile(work, fileId);
  if (!file) return notFound;
  const family = await familyOf(work, file.id);
  const { asked, left } = await askedOfFamily(work, family, await safeContactOf(work, file.id));
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
  const { ids: family } = await familyOf(work, file.id);
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
  const { ids: family } = await familyOf(work, file.id);
  const { screening, answers } = await clearedFor(work, family);
  if (!screening) return notFound;
  // The database leaves the grounds out where the address must stay hidden.
  const met = answers.find(({ marker }) => marker.id === input.markerId);
  if (input.answer === 'not' && met?.hit.onWhat.length === 0)
    return refusedByRule(
      'screen.no-grounds',
      'This screen does not say on what it was met, since the address must stay hidden.',
      'Screen again, and say it of what your own screen meets.',
    );
  const done = await answerHit(work, { ...input, screeningId: screening.id });
  if (done.ok) await tellPlannedVisits(work, { id: file.id });
  return done;
}

interface ToScreen {
  fileId: string;
  agencyId: string;
  reference: string;
  names: string[];
  births: (string | null)[];
  places: { address: string | null; postcode: string | null }[];
}

/**
 * Screens anew, as the system, for everybody who has a visit to come, once for each agency that planned one: when a marker
 * was set, when another agency than theirs changed what holds, and once a day. It knows the address where that must stay hidden, and shows it to nobody: what comes of it is a precaution on the visit.
 */
export async function screenPlannedVisits(work: Work): Promise<number> {
  const { rows } =
    await sql<ToScreen>`select distinct on (k.root_id, v.agency_id) k.root_id as file_id, v.agency_id, r.reference, p.names, p.births, p.places
    from safeguarding.visit v join safeguarding.family k on k.file_id = v.file_id join safeguarding.victim_file r on r.id = k.root_id
      cross join lateral (
        select array_agg(distinct f.name) as names, array_agg(e.fields ->> 'dateOfBirth') as births,
          jsonb_agg(jsonb_build_object('address', coalesce(z.address, c.address), 'postcode', coalesce(z.postcode, c.postcode)))
            || jsonb_agg(jsonb_build_object('address', e.fields ->> 'address', 'postcode', e.fields ->> 'postcode')) as places
        from safeguarding.family o join safeguarding.victim_file f on f.id = o.file_id
          left join safeguarding.contact c on c.file_id = f.id left join safeguarding.sealed_address z on z.file_id = f.id
          left join linkage.list_entry e on e.id = safeguarding.standing_record(f.record_id)
        where o.root_id = k.root_id) p
    where v.state = 'planned' and v.planned_on >= ${work.clock.today()}::date order by k.root_id, v.agency_id`.execute(
      work.db,
    );
  for (const row of rows) {
    const asked: Asked = {
      names: row.names,
      dateOfBirth: row.births.find((birth) => /^\d{4}-\d\d-\d\d$/.test(birth ?? '')) ?? undefined,
      places: row.places.flatMap(({ address, postcode }) =>
        postcode ? [{ address: address ?? '', postcode }] : [],
      ),
      recordIds: [],
    };
    const { agencyId } = row;
    const asker = { agencyId, officerId: null, agencies: await agenciesMetBy(work, agencyId) };
    const done = await screen(work, asked, {
      asker,
      purpose: `Visit to ${row.reference}, by itself`,
      subjectId: row.fileId,
    });
    if (done.ok) await tellPlannedVisits(work, { id: row.fileId, agencyId: row.agencyId });
  }
  return rows.length;
}
