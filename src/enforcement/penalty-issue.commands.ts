import { notFound, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { inSentence } from '../platform/ui/index.ts';
import { addressFields, keepRecord, tieRecord } from '../records/index.ts';
import { saveStep, stepAllowed } from './penalty.commands.ts';
import { keepPaper } from './penalty.documents.ts';
import { composeNotice } from './penalty.queries.ts';
import type { Penalty } from './penalty.store.ts';
import type { ServiceMethod } from './penalty.words.ts';
import type { Recipient } from './penalty-recipient.store.ts';
/**
 * Signs a notice. Refused with everything that is in the way: the checklist, the amount for the day of the offence,
 * and the officer's own power here on the day of issue. Keeps the printed notice with its hash.
 */
export async function issuePenalty(
  work: Work,
  input: { penaltyId: string; version: number; servedHow: ServiceMethod; isInUniform: boolean },
): Promise<Result<Penalty>> {
  const step = await stepAllowed(work, input, 'issue');
  if (!step.ok) return step;
  const { penalty } = step.value;
  const { conditions, amount, deadlines, power, others, recipient, order } = await composeNotice(
    work,
    penalty,
    input.servedHow,
    input.isInUniform,
  );
  const unmet = conditions.filter((condition) => !condition.met);
  if (unmet.length > 0)
    return refusedByRule(
      'penalty.checklist',
      `The notice cannot be issued yet: ${unmet.map((c) => `not met: ${inSentence(c.words)}`).join('; ')}.`,
      unmet.map((c) => c.mend).join(' '),
    );
  if (!amount?.ok)
    return refusedByRule(
      'penalty.amount',
      amount?.words ?? 'The amount is not known.',
      amount?.mend ?? 'Enter the day of the offence.',
    );
  if (!power.ok) {
    const who =
      others.length > 0
        ? ` ${others.join(', ')} could issue it: the draft is kept.`
        : ' Nobody else in your agency holds it here today.';
    return refusedByRule(
      'penalty.power',
      power.unmet.map((u) => `${u.words}.`).join(' '),
      `${power.unmet.map((u) => u.mend).join(' ')}${who}`,
    );
  }
  if (!deadlines || !recipient) return notFound;
  const viewer = officerOf(work);
  const { law, adopted } = amount.value;
  const saved = await saveStep(
    work,
    step.value,
    {
      amountPence: adopted.amountPence,
      earlyPence: adopted.earlyPence,
      earlyUntil: deadlines.earlyUntil,
      payUntil: deadlines.payUntil,
      prosecuteFrom: deadlines.prosecuteFrom,
      deadlineWhy: deadlines.why,
      lawId: law.id,
      adoptedId: adopted.id,
      issuedOn: work.clock.today(),
      issuedBy: viewer.officerId,
      powerBasis: power.basis,
      powerReference: power.reference,
      ...(order ? { pspoId: order.pspoId } : {}),
      servedHow: input.servedHow,
    },
    amount.value.words,
  );
  if (!saved.ok) return saved;
  await recordRecipient(work, saved.value, recipient);
  await keepPaper(work, 'notice', { penalty: saved.value, recipient, law: law.law, asAt: work.clock.now() });
  return saved;
}

/** The person becomes a received record of the issuing agency, or stays the one they were, tied to the notice. */
async function recordRecipient(work: Work, penalty: Penalty, recipient: Recipient): Promise<void> {
  const { agencyId } = penalty;
  const tie = {
    kind: 'penalty',
    id: penalty.id,
    role: 'issued-to',
    why: `Named on ${penalty.reference}`,
  } as const;
  if (recipient.recordId !== null) {
    await tieRecord(work, { recordId: recipient.recordId, originAgencyId: agencyId, tie });
    return;
  }
  const { id: recordId } = await keepRecord(work, {
    kind: 'person',
    fields: { name: recipient.name ?? '', ...addressFields(recipient.address) },
    originAgencyId: agencyId,
    feed: 'penalty',
    handling: 'ordinary',
    regime: 'PART3',
    tie,
  });
  await work.db
    .updateTable('enforcement.penaltyRecipient')
    .set({ recordId })
    .where('penaltyId', '=', penalty.id)
    .execute();
}
