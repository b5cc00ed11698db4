import { placeOfPostcode } from '../directory/index.ts';
import { invalid, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { caseToWork } from './case.commands.ts';
import type { DraftClosure } from './closure.forms.ts';
import { openClosure } from './closure.queries.ts';
import { type Closure, changeClosure } from './closure.store.ts';
import { closureOfficers, closureOpen } from './closure.transitions.ts';
import { findPlace } from './closure-parts.store.ts';
import { fileToActOn, movedOn } from './procedure.commands.ts';
import { addEvent } from './procedure.store.ts';

/** The file, if this officer may act on it; told apart from not seeing it at all. */
export async function closureToWork(
  work: Work,
  input: { closureId: string; version?: number },
): Promise<Result<Closure>> {
  const opened = await openClosure(work, input.closureId);
  return opened.ok ? fileToActOn(work, opened.value, acting, input.version) : opened;
}
const acting = {
  procedure: 'closure',
  officers: closureOfficers,
  onlyWhom: 'Only the agency that closes the premises acts on it: ask them.',
  notYours: 'Your role does not close premises.',
} as const;

type DraftFields = Omit<DraftClosure, 'caseId'>;
const fileColumns = ({ premisesKind, grounds, isNecessary }: DraftFields) => ({
  premisesKind,
  grounds,
  isNecessary,
});
const placeColumns = ({ address, problem, ownerWords }: DraftFields) => ({
  address: address ?? null,
  problem: problem ?? null,
  ownerWords: ownerWords ?? null,
});

/** Ward and district of the postcode, and nothing nearer: they decide whose powers reach. */
async function areaOf(
  work: Work,
  postcode: string | undefined,
  now: Pick<Closure, 'wardCode' | 'districtCode'>,
): Promise<Result<Pick<Closure, 'wardCode' | 'districtCode'>>> {
  if (!postcode) return ok({ wardCode: now.wardCode, districtCode: now.districtCode });
  const place = await placeOfPostcode(work.db, postcode, work.clock.today());
  if (!place)
    return invalid({
      field: 'postcode',
      words: 'We do not know this postcode. Check it: the district decides whose powers reach',
    });
  return ok({ wardCode: place.wardCode, districtCode: place.districtCode });
}

/** Begins the file of a closure, on a case that the officer works on or on none. */
export async function draftClosure(work: Work, input: DraftClosure): Promise<Result<Closure>> {
  const viewer = officerOf(work);
  if (input.caseId) {
    const theCase = await caseToWork(work, input.caseId);
    if (!theCase.ok) return theCase;
  }
  const area = await areaOf(work, input.postcode, { wardCode: null, districtCode: null });
  if (!area.ok) return area;
  const id = work.ids.next();
  const own = { closureId: id, agencyId: viewer.agencyId };
  await work.db
    .insertInto('enforcement.closure')
    .values({
      id,
      reference: work.ids.reference('CL'),
      agencyId: viewer.agencyId,
      status: 'prepared',
      ...fileColumns(input),
      ...area.value,
      caseId: input.caseId ?? null,
      madeBy: viewer.officerId,
      madeAt: work.clock.now(),
    })
    .execute();
  await work.db
    .insertInto('enforcement.closurePlace')
    .values({ ...own, ...placeColumns(input) })
    .execute();
  await addEvent(
    work,
    'closure',
    { id, agencyId: viewer.agencyId },
    { kind: 'prepared', words: 'Closure begun' },
  );
  return openClosure(work, id);
}

/** Changes a file that is being prepared; after the consultation nothing of it is edited. */
export async function editClosure(
  work: Work,
  input: DraftFields & { closureId: string; version: number },
): Promise<Result<Closure>> {
  const found = await closureToWork(work, input);
  if (!found.ok) return found;
  const file = found.value;
  if (!closureOpen.draft.from.includes(file.status)) return stale(closureOpen.draft.refusal);
  const place = await findPlace(work, file.id);
  if (place?.isHidden)
    return refusedByRule(
      'closure.hidden-home',
      'Somebody on this file has an address that must stay hidden: nothing is written here that says where.',
      'Ask the safeguarding side.',
    );
  const area = await areaOf(work, input.postcode, file);
  if (!area.ok) return area;
  if (!(await changeClosure(work.db, file, { ...fileColumns(input), ...area.value }))) return movedOn();
  await work.db
    .updateTable('enforcement.closurePlace')
    .set(placeColumns(input))
    .where('closureId', '=', file.id)
    .execute();
  await addEvent(work, 'closure', file, { kind: 'edited', words: 'Draft changed' });
  return openClosure(work, file.id);
}
