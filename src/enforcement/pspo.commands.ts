import { sql } from 'kysely';
import { pspoCouncils } from '../../reference/pspo.ts';
import { invalid, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { fileToActOn, movedOn } from './procedure.commands.ts';
import { addEvent } from './procedure.store.ts';
import type { ProposalInput } from './pspo.forms.ts';
import { openPspo } from './pspo.queries.ts';
import { changePspo, type Pspo } from './pspo.store.ts';
import { openStatuses, pspoOfficers } from './pspo.transitions.ts';
import { againstDistrict, type Outline, outlineOfCorners } from './pspo-area.ts';

const acting = {
  procedure: 'pspo',
  officers: pspoOfficers,
  onlyWhom: 'Only the council that makes the order acts on it: ask them.',
  notYours: 'Your role does not act on public spaces orders.',
} as const;

/** The file, if this officer may act on it; told apart from not seeing it at all. */
export async function pspoToWork(
  work: Work,
  input: { pspoId: string; version?: number },
): Promise<Result<Pspo>> {
  const opened = await openPspo(work, input.pspoId);
  return opened.ok ? fileToActOn(work, opened.value, acting, input.version) : opened;
}

/** The district of the viewer's council; undefined for an agency that is no district or unitary council. */
export async function ownDistrict(work: Work): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`select d.code from directory.agency a
    join directory.area d on d.code = a.area_code and d.kind = 'district'
    where a.id = ${officerOf(work).agencyId} and a.kind = any(${[...pspoCouncils.kinds]}::text[])`.execute(
    work.db,
  );
  return rows[0]?.code;
}
/** The wards of a district and the district, of which an order may take its area. */
export async function areasToChoose(work: Work): Promise<{ code: string; name: string }[]> {
  const district = await ownDistrict(work);
  const { rows } = await sql<{ code: string; name: string }>`select code, name from directory.area
    where (code = ${district ?? null} or (kind = 'ward' and parent_code = ${district ?? null})) and outline is not null
      and starts_on <= ${work.clock.today()}::date and (ends_on is null or ends_on > ${work.clock.today()}::date) order by kind, name`.execute(
    work.db,
  );
  return rows;
}

/** The outline of a ward or district as it stands now, if it has one. */
async function outlineOf({ db }: Work, code: string): Promise<Outline | undefined> {
  const { rows } = await sql<{
    outline: Outline | null;
  }>`select outline from directory.area where code = ${code}`.execute(db);
  return rows[0]?.outline ?? undefined;
}
type Place = Pick<Pspo, 'districtCode' | 'areaCode' | 'outline'>;
/** The area of the order: a ward or the whole district as its outline stands now, or corners of its own. */
async function placed(work: Work, input: ProposalInput): Promise<Result<Place>> {
  const districtCode = await ownDistrict(work);
  if (!districtCode)
    return refusedByRule(
      'pspo.council',
      'A public spaces order is made by a district or unitary council.',
      'Ask the council of the place.',
    );
  if (input.areaCode && input.corners)
    return invalid({ field: 'corners', words: 'Choose an area or draw one by its corners, not both' });
  if (input.corners) {
    const drawn = outlineOfCorners(input.corners);
    if (typeof drawn === 'string') return invalid({ field: 'corners', words: drawn });
    const district = await outlineOf(work, districtCode);
    const outside = district && againstDistrict(drawn, district);
    if (outside) return invalid({ field: 'corners', words: outside });
    return ok({ districtCode, areaCode: null, outline: drawn });
  }
  const areas = await areasToChoose(work);
  if (!areas.some(({ code }) => code === input.areaCode))
    return invalid({ field: 'areaCode', words: 'Choose an area of your district, or enter corners' });
  const outline = input.areaCode && (await outlineOf(work, input.areaCode));
  return outline
    ? ok({ districtCode, areaCode: input.areaCode ?? null, outline })
    : invalid({ field: 'areaCode', words: 'This area has no outline: enter its corners' });
}

const columnsOf = ({ areaCode: _a, corners: _c, ...rest }: ProposalInput) => rest;
/** What cannot be written whatever the place: a proposal that says nothing, or a way of which it is not said that it is restricted. */
function against(input: ProposalInput) {
  if (input.prohibitions.length + input.requirements.length === 0)
    return invalid({ field: 'prohibitions', words: 'Enter a prohibition or a requirement' });
  return !input.isRightOfWay && (input.isClassifiedRoad || input.isOnlyAccess)
    ? invalid({
        field: 'isRightOfWay',
        words: 'Tick that it restricts a public right of way, or say nothing of the way',
      })
    : undefined;
}

/** Begins the file of an order, new or of an older Act. */
export async function proposePspo(work: Work, input: ProposalInput): Promise<Result<Pspo>> {
  const viewer = officerOf(work);
  const nothing = against(input);
  if (nothing) return nothing;
  const place = await placed(work, input);
  if (!place.ok) return place;
  const id = work.ids.next();
  await work.db
    .insertInto('enforcement.pspo')
    .values({
      id,
      reference: work.ids.reference('PSPO'),
      agencyId: viewer.agencyId,
      status: 'proposed',
      ...columnsOf(input),
      ...place.value,
      outline: JSON.stringify(place.value.outline),
      madeBy: viewer.officerId,
      madeAt: work.clock.now(),
    })
    .execute();
  await addEvent(work, 'pspo', { id, agencyId: viewer.agencyId }, { kind: 'proposed', words: 'Proposed' });
  return openPspo(work, id);
}

/** Changes the proposal, until anybody was consulted on it. */
export async function editPspo(
  work: Work,
  { pspoId, version, ...input }: ProposalInput & { pspoId: string; version: number },
): Promise<Result<Pspo>> {
  const found = await pspoToWork(work, { pspoId, version });
  if (!found.ok) return found;
  const file = found.value;
  if (!openStatuses.includes(file.status))
    return stale(
      'The proposal stands as it was when the consultation opened. An order is changed by varying it.',
    );
  const nothing = against(input);
  if (nothing) return nothing;
  // Drawn by its own corners before, and no other area given: it keeps them.
  const keeps = !input.areaCode && !input.corners;
  const place = keeps ? ok({}) : await placed(work, input);
  if (!place.ok) return place;
  if (!(await changePspo(work.db, file, { ...columnsOf(input), ...place.value }))) return movedOn();
  await addEvent(work, 'pspo', file, { kind: 'edited', words: 'Proposal changed' });
  return openPspo(work, file.id);
}
