import { nearestStreet, placeOfPostcode } from '../directory/index.ts';
import { findReport } from '../intake/index.ts';
import { invalid, notFound, ok, type Result, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { addresseeAllowed } from './addressee.ts';
import { caseToWork } from './case.commands.ts';
import { fileToActOn, movedOn } from './procedure.commands.ts';
import { addEvent } from './procedure.store.ts';
import type { DraftProtection } from './protection.forms.ts';
import { openProtection } from './protection.queries.ts';
import { changeProtection, type Protection } from './protection.store.ts';
import { protectionOfficers, protectionParts } from './protection.transitions.ts';
import { findSubject } from './protection-parts.store.ts';

/** The file, if this officer may act on it; told apart from not seeing it at all. */
export async function fileToWork(
  work: Work,
  input: { protectionId: string; version?: number },
): Promise<Result<Protection>> {
  const opened = await openProtection(work, input.protectionId);
  return opened.ok ? fileToActOn(work, opened.value, acting, input.version) : opened;
}
const acting = {
  procedure: 'protection',
  officers: protectionOfficers,
  onlyWhom: 'Only the issuing agency acts on it: ask them.',
  notYours: 'Your role does not write warnings and notices.',
} as const;

/** Whether a part of a file can no longer be changed or added to, by the table. */
export const partClosed = ({ status }: Protection, part: keyof typeof protectionParts) =>
  protectionParts[part].from.includes(status) ? undefined : stale(protectionParts[part].refusal);

type PlaceFields = Pick<Protection, 'lon' | 'lat' | 'wardCode' | 'districtCode' | 'streetWords'>;

/**
 * Where it is: the district decides whose powers reach, and the street stands in the published table. Of somebody whose
 * address must stay hidden the ward and the district are kept, and nothing nearer.
 */
async function placeFields(
  work: Work,
  input: { postcode?: string | undefined },
  from: PlaceFields,
  isHidden: boolean,
): Promise<Result<PlaceFields>> {
  const known = isHidden ? { ...from, lon: null, lat: null, streetWords: null } : from;
  const { postcode } = input;
  if (!postcode) return ok(known);
  const place = await placeOfPostcode(work.db, postcode, work.clock.today());
  if (!place)
    return invalid({
      field: 'postcode',
      words: 'We do not know this postcode. Check it: the district decides whose powers reach',
    });
  const { lon, lat, wardCode, districtCode } = place;
  if (isHidden) return ok({ ...known, wardCode, districtCode });
  return ok({ lon, lat, wardCode, districtCode, streetWords: await streetAt(work, place) });
}

/** The street of a point as the published table says it. */
async function streetAt(
  { db }: Work,
  place: { lon: number | null; lat: number | null; wardCode: string | null },
): Promise<string | null> {
  const street = await nearestStreet(db, place);
  return street ? `${street.name}, ${street.town}` : null;
}

type DraftFields = Omit<DraftProtection, 'caseId' | 'reportId'>;
const fileColumns = (input: DraftFields) => ({
  conductKinds: input.conductKinds,
  isDetrimental: input.isDetrimental,
  isPersistent: input.isPersistent,
  isUnreasonable: input.isUnreasonable,
  complyDays: input.complyDays,
});
const subjectColumns = (input: DraftFields) => ({
  kind: input.kind,
  recordId: input.recordId ?? null,
  name: input.name ?? null,
  address: input.address ?? null,
  bornOn: input.bornOn ?? null,
  isSixteen: input.isSixteen,
  placeWords: input.placeWords ?? null,
  conduct: input.conduct ?? null,
  othersTold: input.othersTold ?? null,
});

async function subjectAllowed(work: Work, input: DraftFields): Promise<Result<{ isHidden: boolean }>> {
  if (input.bornOn && input.bornOn > work.clock.today())
    return invalid({ field: 'bornOn', words: 'A date of birth cannot be in the future' });
  return addresseeAllowed(work, input.recordId, { address: input.address, placeWords: input.placeWords });
}

/** Begins a file, from a report or case that the officer may see, or from nothing but what they saw. */
export async function draftProtection(work: Work, input: DraftProtection): Promise<Result<Protection>> {
  const viewer = officerOf(work);
  // A button pressed on an empty form begins no file of nothing.
  if (input.conductKinds.length === 0)
    return invalid({ field: 'conductKinds', words: 'Choose what the conduct is' });
  const report = input.reportId ? await findReport(work, input.reportId) : undefined;
  if (input.reportId && !report) return notFound;
  if (input.caseId) {
    const theCase = await caseToWork(work, input.caseId);
    if (!theCase.ok) return theCase;
  }
  const subject = await subjectAllowed(work, input);
  if (!subject.ok) return subject;
  const near = {
    lon: report?.lon ?? null,
    lat: report?.lat ?? null,
    wardCode: report?.wardCode ?? null,
    districtCode: report?.districtCode ?? null,
    streetWords: report
      ? await streetAt(work, { lon: report.lon, lat: report.lat, wardCode: report.wardCode })
      : null,
  };
  const place = await placeFields(work, input, near, subject.value.isHidden);
  if (!place.ok) return place;
  const id = work.ids.next();
  await work.db
    .insertInto('enforcement.protection')
    .values({
      id,
      reference: work.ids.reference('CP'),
      agencyId: viewer.agencyId,
      status: 'drafted',
      ...fileColumns(input),
      ...place.value,
      caseId: input.caseId ?? report?.caseId ?? null,
      reportId: input.reportId ?? null,
      madeBy: viewer.officerId,
      madeAt: work.clock.now(),
    })
    .execute();
  await work.db
    .insertInto('enforcement.protectionSubject')
    .values({ protectionId: id, agencyId: viewer.agencyId, ...subjectColumns(input) })
    .execute();
  await addEvent(
    work,
    'protection',
    { id, agencyId: viewer.agencyId },
    { kind: 'drafted', words: 'Warning drafted' },
  );
  return openProtection(work, id);
}

/** Changes a draft; a warning that was served is never edited. */
export async function editProtection(
  work: Work,
  input: DraftFields & { protectionId: string; version: number },
): Promise<Result<Protection>> {
  const found = await fileToWork(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const closed = partClosed(file, 'draft');
  if (closed) return closed;
  const before = await findSubject(work, file.id);
  const given = { ...input, recordId: input.recordId ?? before?.recordId ?? undefined };
  const subject = await subjectAllowed(work, given);
  if (!subject.ok) return subject;
  const { lon, lat, wardCode, districtCode, streetWords } = file;
  const near = { lon, lat, wardCode, districtCode, streetWords };
  const place = await placeFields(work, input, near, subject.value.isHidden);
  if (!place.ok) return place;
  if (!(await changeProtection(work.db, file, { ...fileColumns(input), ...place.value }))) return movedOn();
  await work.db
    .updateTable('enforcement.protectionSubject')
    .set(subjectColumns(given))
    .where('protectionId', '=', file.id)
    .execute();
  await addEvent(work, 'protection', file, {
    kind: 'edited',
    words: 'Draft changed',
  });
  return openProtection(work, file.id);
}
