import { placeOfPostcode } from '../directory/index.ts';
import { invalid, ok, type Result, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { caseToWork } from './case.commands.ts';
import type { ReportEncampment } from './encampment.forms.ts';
import { openEncampment } from './encampment.queries.ts';
import { changeEncampment, type Encampment } from './encampment.store.ts';
import { encampmentOfficers, encampmentOpen } from './encampment.transitions.ts';
import { fileToActOn, movedOn } from './procedure.commands.ts';
import { addEvent } from './procedure.store.ts';

/** The file, if this officer may act on it; told apart from not seeing it at all. */
export async function encampmentToWork(
  work: Work,
  input: { encampmentId: string; version?: number },
): Promise<Result<Encampment>> {
  const opened = await openEncampment(work, input.encampmentId);
  return opened.ok ? fileToActOn(work, opened.value, acting, input.version) : opened;
}
const acting = {
  procedure: 'encampment',
  officers: encampmentOfficers,
  onlyWhom: 'Only the agency that answers for the land acts on it: ask them.',
  notYours: 'Your role does not act on encampments.',
} as const;

type ReportFields = Omit<ReportEncampment, 'caseId'>;
const fileColumns = (input: ReportFields) => {
  const { landKind, arrivedOn, caravans, vehicles, hasWaste, hasDamage } = input;
  return { landKind, arrivedOn, caravans, vehicles, hasWaste, hasDamage };
};
const placeColumns = (input: ReportFields) => ({
  landWords: input.landWords ?? null,
  ownerWords: input.ownerWords ?? null,
  adults: input.adults ?? null,
  children: input.children ?? null,
  wasteWords: input.wasteWords ?? null,
  damageWords: input.damageWords ?? null,
});

type AreaCodes = Pick<Encampment, 'wardCode' | 'districtCode'>;
/** Ward and district of a postcode near the land, and nothing nearer; and a day of arrival that has been. */
async function placed(work: Work, input: ReportFields, now: AreaCodes): Promise<Result<AreaCodes>> {
  if (input.arrivedOn > work.clock.today())
    return invalid({ field: 'arrivedOn', words: 'It cannot be in the future' });
  if (!input.postcode) return ok({ wardCode: now.wardCode, districtCode: now.districtCode });
  const place = await placeOfPostcode(work.db, input.postcode, work.clock.today());
  if (!place)
    return invalid({
      field: 'postcode',
      words: 'We do not know this postcode. Check it, or give one near the land',
    });
  return ok({ wardCode: place.wardCode, districtCode: place.districtCode });
}

/** Begins the file of an encampment, on a case that the officer works on or on none. */
export async function reportEncampment(work: Work, input: ReportEncampment): Promise<Result<Encampment>> {
  const viewer = officerOf(work);
  if (input.caseId) {
    const theCase = await caseToWork(work, input.caseId);
    if (!theCase.ok) return theCase;
  }
  const area = await placed(work, input, { wardCode: null, districtCode: null });
  if (!area.ok) return area;
  const id = work.ids.next();
  await work.db
    .insertInto('enforcement.encampment')
    .values({
      id,
      reference: work.ids.reference('UE'),
      agencyId: viewer.agencyId,
      status: 'reported',
      ...fileColumns(input),
      ...area.value,
      caseId: input.caseId ?? null,
      madeBy: viewer.officerId,
      madeAt: work.clock.now(),
    })
    .execute();
  await work.db
    .insertInto('enforcement.encampmentPlace')
    .values({ encampmentId: id, agencyId: viewer.agencyId, ...placeColumns(input) })
    .execute();
  const file = { id, agencyId: viewer.agencyId };
  await addEvent(work, 'encampment', file, { kind: 'reported', words: 'Encampment reported' });
  return openEncampment(work, id);
}

/** Changes the report, until a direction is served on the strength of it. */
export async function editEncampment(
  work: Work,
  input: ReportFields & { encampmentId: string; version: number },
): Promise<Result<Encampment>> {
  const found = await encampmentToWork(work, input);
  if (!found.ok) return found;
  const file = found.value;
  if (!encampmentOpen.report.from.includes(file.status)) return stale(encampmentOpen.report.refusal);
  const area = await placed(work, input, file);
  if (!area.ok) return area;
  if (!(await changeEncampment(work.db, file, { ...fileColumns(input), ...area.value }))) return movedOn();
  await work.db
    .updateTable('enforcement.encampmentPlace')
    .set(placeColumns(input))
    .where('encampmentId', '=', file.id)
    .execute();
  await addEvent(work, 'encampment', file, { kind: 'edited', words: 'Report changed' });
  return openEncampment(work, file.id);
}
