import { z } from 'zod';
import { findReport } from '../intake/index.ts';
import { cursorParam, pageOfRows, type Sorted, sorted, sortParam } from '../platform/database/sorting.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { about } from '../platform/http/work.ts';
import { actAgainst } from './penalty.policy.ts';
import {
  type Evidence,
  findPenalty,
  listEvidence,
  listPapers,
  listPayments,
  listPenalties,
  listPenaltyEvents,
  type Penalty,
  penaltySorting,
} from './penalty.store.ts';
import { penaltyActionsFrom } from './penalty.transitions.ts';
import { amountFor, deadlinesFor, deemedServedOn, limitFor, statusOn } from './penalty.ts';
import { offenceWords, penaltyStatuses, type ServiceMethod } from './penalty.words.ts';
import { conditionsOf, type DraftFacts } from './penalty-checklist.ts';
import { listAdopted, listPenaltyLaw } from './penalty-law.store.ts';
import { orderOf } from './penalty-order.store.ts';
import { findRecipient, type Recipient } from './penalty-recipient.store.ts';
import { areasOf, officerFacts, whoCouldUse } from './power.store.ts';
import { canUsePower, type PowerAnswer } from './power.ts';
import { mayReadWhole } from './procedure.policy.ts';

const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' ? undefined : raw), schema.optional());
const day = blank(z.iso.date('Enter a date, like 2026-11-22'));
/** Everything a list of penalties can be narrowed by, as it stands in the address. */
export const penaltyFilterSchema = z.object({
  status: blank(z.enum(['unpaid', ...penaltyStatuses])),
  offence: blank(z.string().max(60)),
  districtCode: blank(z.string().max(20)),
  agency: blank(z.literal('mine')),
  serviceId: blank(z.uuid()),
  from: day,
  to: day,
  reference: blank(z.string().max(20)),
  sort: sortParam,
  after: cursorParam,
});
export type PenaltyFilterInput = z.output<typeof penaltyFilterSchema>;

export const pageSize = 25;

export async function pageOfPenalties(
  work: Work,
  filter: PenaltyFilterInput,
  limit = pageSize,
): Promise<{ penalties: Penalty[]; next: string | null; sorted: Sorted }> {
  const way = sorted(penaltySorting(work), filter);
  const found = await listPenalties(work, filter, { sorted: way, limit: limit + 1 });
  const { rows, next } = pageOfRows(way, found, limit);
  const penalties = rows.map((penalty) => byTheClock(work, penalty));
  work.note.detail.count = penalties.length;
  return { penalties, next, sorted: way };
}

const byTheClock = (work: Work, penalty: Penalty): Penalty => ({
  ...penalty,
  status: statusOn(penalty.status, penalty.payUntil, work.clock.today()),
});

/** One penalty for reading; noted in the audit by its id. */
export async function openPenalty(work: Work, id: string): Promise<Result<Penalty>> {
  const penalty = await findPenalty(work, id);
  if (!penalty) return notFound;
  about(work, 'penalty', penalty.id);
  return ok(byTheClock(work, penalty));
}

const draftFacts = (
  penalty: Penalty,
  recipient: Recipient | null,
  evidence: readonly Evidence[],
  servedHow: ServiceMethod = 'in-person',
): DraftFacts => ({
  ...penalty,
  isAddressHidden: recipient?.isAddressHidden ?? false,
  servedHow,
  recipientName: recipient?.name ?? null,
  recipientAddress: recipient?.address ?? null,
  evidence,
});

export type Composed = Awaited<ReturnType<typeof composeNotice>>;
/** Everything the composer says of a draft: what is still needed, the amount, the days, and whose power it would be. */
export async function composeNotice(
  work: Work,
  penalty: Penalty,
  how: ServiceMethod = 'in-person',
  isInUniform = true,
) {
  const today = work.clock.today();
  const [recipient, evidence, laws, adopted, place, order] = await Promise.all([
    findRecipient(work, penalty.id),
    listEvidence(work, penalty.id),
    listPenaltyLaw(work),
    listAdopted(work, penalty.agencyId),
    areasOf(work, penalty),
    orderOf(work, penalty),
  ]);
  const conditions = conditionsOf(draftFacts(penalty, recipient, evidence, how), today);
  const amount = penalty.offenceOn
    ? amountFor({
        laws,
        adopted,
        agencyId: penalty.agencyId,
        offence: penalty.offence,
        day: penalty.offenceOn,
      })
    : undefined;
  const deadlines = amount?.ok
    ? deadlinesFor(deemedServedOn(today, how), amount.value.law, amount.value.adopted)
    : undefined;
  const power = `fpn.${penalty.offence}`;
  const facts =
    work.viewer.kind === 'officer' ? await officerFacts(work, work.viewer.officerId, isInUniform) : undefined;
  const answer: PowerAnswer = facts
    ? canUsePower(facts, power, place, today, order)
    : { ok: false, unmet: [] };
  const others =
    answer.ok || work.viewer.kind !== 'officer' ? [] : await whoCouldUse(work, power, place, today, order);
  return { recipient, evidence, conditions, amount, deadlines, power: answer, others, order };
}

/** Everything the page of one penalty shows, each part only if this viewer may see it. */
export async function penaltyPageView(work: Work, id: string) {
  const opened = await openPenalty(work, id);
  if (!opened.ok) return opened;
  const penalty = opened.value;
  const isOwn = mayReadWhole(work.viewer, penalty);
  const [events, payments, recipient, evidence, papers, composed, laws, adopted, report] = await Promise.all([
    listPenaltyEvents(work, id),
    listPayments(work, id),
    isOwn ? findRecipient(work, id) : undefined,
    isOwn ? listEvidence(work, id) : [],
    isOwn ? listPapers(work, id) : [],
    penalty.status === 'draft' && isOwn ? composeNotice(work, penalty) : undefined,
    listPenaltyLaw(work),
    listAdopted(work, penalty.agencyId),
    penalty.reportId ? findReport(work, penalty.reportId) : undefined,
  ]);
  const amount = penalty.offenceOn
    ? amountFor({
        laws,
        adopted,
        agencyId: penalty.agencyId,
        offence: penalty.offence,
        day: penalty.offenceOn,
      })
    : undefined;
  return ok({
    penalty,
    events,
    payments,
    recipient,
    evidence,
    papers,
    composed,
    amount,
    report,
    limit: penalty.offenceOn ? limitFor(penalty.offence, penalty.offenceOn) : null,
    mayAct: actAgainst(work.viewer, penalty) === undefined,
  });
}

/** A penalty that waits for somebody of the viewer's agency, with what for. */
export interface PenaltyNeedingMe {
  id: string;
  reference: string;
  /** Offence and place, and never who it is to. */
  about: string;
  why: string;
  dueOn: string | null;
}
/** Drafts to finish, notices to serve, challenges to decide and unpaid notices of the viewer's agency; for the home page. */
export async function penaltiesNeedingMe(work: Work): Promise<PenaltyNeedingMe[]> {
  if (work.viewer.kind !== 'officer' || work.viewer.side !== 'OPS') return [];
  const { roles } = work.viewer;
  const rows = await Promise.all(
    (['draft', 'unpaid'] as const).map((status) =>
      listPenalties(work, { status, agency: 'mine' }, { limit: 200 }),
    ),
  );
  const why = (penalty: Penalty): string | undefined => {
    if (penaltyActionsFrom(penalty.status, roles).length === 0) return undefined;
    if (penalty.status === 'draft') return 'Finish and issue the draft';
    if (penalty.servedOn === null) return 'Serve the notice';
    if (penalty.status === 'representations') return 'Decide the challenge';
    if (penalty.status === 'overdue') return 'Not paid: send a reminder or refer it';
    return penalty.status === 'reminded' ? 'Not paid after a reminder' : undefined;
  };
  return rows.flat().flatMap((raw) => {
    const penalty = byTheClock(work, raw);
    const words = why(penalty);
    return words
      ? [
          {
            id: penalty.id,
            reference: penalty.reference,
            about: [offenceWords[penalty.offence], penalty.placeWords].filter(Boolean).join(', '),
            why: words,
            dueOn: penalty.payUntil,
          },
        ]
      : [];
  });
}
