import { placeOfPostcode } from '../directory/index.ts';
import { findReport } from '../intake/index.ts';
import { failed, invalid, notFound, ok, type Result, stale } from '../platform/failures/failures.ts';
import type { Upload } from '../platform/http/declare.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { addresseeAllowed } from './addressee.ts';
import { cameraWords, keepEvidenceFile } from './evidence-file.ts';
import type { DraftInput } from './penalty.forms.ts';
import { actAgainst, offenceAgainst } from './penalty.policy.ts';
import { openPenalty } from './penalty.queries.ts';
import {
  addPenaltyEvent,
  changePenalty,
  findPenalty,
  type Penalty,
  type PenaltyChange,
} from './penalty.store.ts';
import { type PenaltyAction, type PenaltyTransition, penaltyTransitionFor } from './penalty.transitions.ts';
import { type EvidenceKind, offencesAtHome, penaltyStatusWords } from './penalty.words.ts';
import { offencesOfOrders, orderAgainst } from './penalty-order.store.ts';
import { findRecipient } from './penalty-recipient.store.ts';

interface Step {
  penalty: Penalty;
  line: PenaltyTransition;
}

/** The penalty and the line of the table, if this officer may take this step now; told apart from not seeing it at all. */
export async function stepAllowed(
  work: Work,
  input: { penaltyId: string; version: number },
  action: PenaltyAction,
): Promise<Result<Step>> {
  const opened = await openPenalty(work, input.penaltyId);
  if (!opened.ok) return opened;
  const penalty = opened.value;
  const against = actAgainst(work.viewer, penalty);
  if (against) return against;
  if (penalty.version !== input.version)
    return stale(
      'Somebody changed this penalty while you had it open. Look at what they did, then try again.',
    );
  const line = penaltyTransitionFor(penalty.status, action);
  if (!line)
    return stale(
      `This cannot be done now: the penalty is “${penaltyStatusWords[penalty.status].toLowerCase()}”.`,
    );
  const { roles } = officerOf(work);
  if (!line.who.some((role) => roles.includes(role)))
    return failed({
      kind: 'not-allowed',
      words: `Your role cannot do this: ${line.button.toLowerCase()}.`,
      whoCan: line.who.join(', '),
    });
  work.note.detail.action = action;
  return ok({ penalty, line });
}

/** Saves a step with its line on the timeline; somebody who saved a moment before wins. */
export async function saveStep(
  work: Work,
  step: Step,
  set: PenaltyChange,
  words?: string,
): Promise<Result<Penalty>> {
  const saved = await changePenalty(work.db, step.penalty, { status: step.line.to[0], ...set });
  if (!saved)
    return stale('Somebody changed this penalty a moment ago. Look at what they did, then try again.');
  await addPenaltyEvent(work, {
    penaltyId: step.penalty.id,
    kind: step.line.action,
    words: words ? `${step.line.past}: ${words}` : step.line.past,
  });
  const after = await findPenalty(work, step.penalty.id);
  return after ? ok(after) : notFound;
}

type PenaltyPlace = Pick<Penalty, 'lon' | 'lat' | 'wardCode' | 'districtCode'>;

/** Where it was: of somebody whose address must stay hidden the ward and the district, and nothing nearer. */
async function placeFields(
  work: Work,
  input: Omit<DraftInput, 'reportId' | 'caseId'>,
  near: PenaltyPlace,
  isHidden: boolean,
): Promise<Result<PenaltyPlace>> {
  const point = isHidden ? { lon: null, lat: null } : {};
  if (!input.postcode) return ok({ ...near, ...point });
  const place = await placeOfPostcode(work.db, input.postcode, input.offenceOn ?? work.clock.today());
  if (!place)
    return invalid({
      field: 'postcode',
      words: 'We do not know this postcode. Check it: the district decides whose powers reach',
    });
  const { lon, lat, wardCode, districtCode } = place;
  return ok({ lon, lat, wardCode, districtCode, ...point });
}

const draftColumns = (input: Omit<DraftInput, 'reportId' | 'caseId'>) => ({
  offence: input.offence,
  offenceOn: input.offenceOn ?? null,
  offenceTime: input.offenceTime ?? null,
  placeWords: input.placeWords ?? null,
  pspoId: offencesOfOrders.includes(input.offence) ? (input.pspoId ?? null) : null,
  landType: input.landType ?? null,
  wasteType: input.wasteType ?? null,
  wasteSize: input.wasteSize ?? null,
  identifiedBy: input.identifiedBy ?? null,
  policyConsidered: input.policyConsidered,
});

/** Whoever it is to, and what may be written of where they are: nothing, if their address must stay hidden. */
const recipientAllowed = (work: Work, input: Omit<DraftInput, 'reportId' | 'caseId'>) =>
  addresseeAllowed(work, input.recordId, {
    recipientAddress: input.recipientAddress,
    placeWords: offencesAtHome.includes(input.offence) ? input.placeWords : undefined,
  });

/**
 * Begins a notice, from a report or case that the officer may see, or from nothing but what they saw.
 *
 * @param at where it was, when that is known from elsewhere; a postcode that is typed comes before it
 */
export async function draftPenalty(
  work: Work,
  input: DraftInput,
  at?: PenaltyPlace,
): Promise<Result<Penalty>> {
  const viewer = officerOf(work);
  const against = offenceAgainst(viewer, input.offence);
  if (against) return against;
  const report = input.reportId ? await findReport(work, input.reportId) : undefined;
  if (input.reportId && !report) return notFound;
  if (input.caseId && !(await isOnCase(work, input.caseId))) return notFound;
  const recipient = await recipientAllowed(work, input);
  if (!recipient.ok) return recipient;
  const order = await orderAgainst(work, input.pspoId);
  if (order) return order;
  const near = at ?? {
    lon: report?.lon ?? null,
    lat: report?.lat ?? null,
    wardCode: report?.wardCode ?? null,
    districtCode: report?.districtCode ?? null,
  };
  const place = await placeFields(work, input, near, recipient.value.isHidden);
  if (!place.ok) return place;
  const id = work.ids.next();
  await work.db
    .insertInto('enforcement.penalty')
    .values({
      id,
      reference: work.ids.reference('FPN'),
      agencyId: viewer.agencyId,
      status: 'draft',
      ...draftColumns(input),
      ...place.value,
      reportId: input.reportId ?? null,
      caseId: input.caseId ?? report?.caseId ?? null,
      madeBy: viewer.officerId,
      madeAt: work.clock.now(),
    })
    .execute();
  await work.db
    .insertInto('enforcement.penaltyRecipient')
    .values({
      penaltyId: id,
      agencyId: viewer.agencyId,
      recordId: input.recordId ?? null,
      name: input.recipientName ?? null,
      address: input.recipientAddress ?? null,
    })
    .execute();
  await addPenaltyEvent(work, {
    penaltyId: id,
    kind: 'drafted',
    words: report ? `Drafted from report ${report.reference}` : 'Drafted',
  });
  return openPenalty(work, id);
}

/** Whether the officer's agency leads a case or serves on it. */
async function isOnCase({ db, viewer }: Work, caseId: string): Promise<boolean> {
  if (viewer.kind !== 'officer') return false;
  const leads = await db
    .selectFrom('enforcement.caseFile')
    .select('id')
    .where('id', '=', caseId)
    .where('leadAgencyId', '=', viewer.agencyId)
    .executeTakeFirst();
  const serves = await db
    .selectFrom('enforcement.caseService')
    .select('caseId')
    .where('caseId', '=', caseId)
    .where('agencyId', '=', viewer.agencyId)
    .executeTakeFirst();
  return Boolean(leads ?? serves);
}

/** Changes a draft; a notice that was issued is never edited. */
export async function editDraft(
  work: Work,
  input: Omit<DraftInput, 'reportId' | 'caseId'> & { penaltyId: string; version: number },
): Promise<Result<Penalty>> {
  const step = await stepAllowed(work, input, 'issue');
  if (!step.ok) return step;
  const { penalty } = step.value;
  const against = offenceAgainst(work.viewer, input.offence);
  if (against) return against;
  const { lon, lat, wardCode, districtCode } = penalty;
  const before = await findRecipient(work, penalty.id);
  const recordId = input.recordId ?? before?.recordId ?? undefined;
  const recipient = await recipientAllowed(work, { ...input, recordId });
  if (!recipient.ok) return recipient;
  const order = await orderAgainst(work, input.pspoId);
  if (order) return order;
  const near = { lon, lat, wardCode, districtCode };
  const place = await placeFields(work, input, near, recipient.value.isHidden);
  if (!place.ok) return place;
  if (!(await changePenalty(work.db, penalty, { ...draftColumns(input), ...place.value })))
    return stale('Somebody changed this draft a moment ago. Look at what they did, then try again.');
  await work.db
    .updateTable('enforcement.penaltyRecipient')
    .set({ recordId, name: input.recipientName ?? null, address: input.recipientAddress ?? null })
    .where('penaltyId', '=', penalty.id)
    .execute();
  await addPenaltyEvent(work, { penaltyId: penalty.id, kind: 'edited', words: 'Draft changed' });
  return openPenalty(work, penalty.id);
}

/** Adds a photograph, statement or other exhibit, with its file if there is one. */
export async function addEvidence(
  work: Work,
  input: {
    penaltyId: string;
    kind: EvidenceKind;
    words: string;
    upload?: Upload | undefined;
    /** When it was taken, where that was before. */
    takenAt?: Date | undefined;
  },
): Promise<Result<Penalty>> {
  const opened = await openPenalty(work, input.penaltyId);
  if (!opened.ok) return opened;
  const penalty = opened.value;
  const against = actAgainst(work.viewer, penalty, 'Only the issuing agency adds evidence.');
  if (against) return against;
  const { officerId } = officerOf(work);
  const evidenceId = work.ids.next();
  const exhibit = {
    of: 'penalty-evidence',
    id: evidenceId,
    kind: input.kind,
    hidesPlace: (await findRecipient(work, penalty.id))?.isAddressHidden ?? false,
  } as const;
  const kept = await keepEvidenceFile(work, exhibit, input.upload);
  if (!kept.ok) return kept;
  await work.db
    .insertInto('enforcement.penaltyEvidence')
    .values({
      id: evidenceId,
      penaltyId: penalty.id,
      agencyId: penalty.agencyId,
      kind: input.kind,
      words: input.words,
      ...kept.value,
      takenAt: input.takenAt ?? null,
      addedBy: officerId,
      addedAt: work.clock.now(),
    })
    .execute();
  await addPenaltyEvent(work, {
    penaltyId: penalty.id,
    kind: 'evidence',
    words: `Evidence added: ${input.kind}${kept.value.cameraAt ? `; its camera says that it was taken on ${cameraWords(kept.value.cameraAt)}` : ''}`,
  });
  return ok(penalty);
}
