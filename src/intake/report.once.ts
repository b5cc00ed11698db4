import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { phraseFromText } from '../platform/ids/ids.ts';
import { type Receipt, submitReport } from './report.commands.ts';
import type { ReportInput } from './report.forms.ts';

/** Tokens as {@link Ids.token} makes them; anything else is taken as none, which costs the sender only the memory. */
const tokenShape = /^[\w-]{22,64}$/;

/**
 * Takes a report once for a form, however often its page is reloaded or its button pressed. The same form with the same
 * answers gives the same receipt again, words to come back with included: they follow from the token, which only the
 * sender's own page holds. Other answers in the same form are another report.
 */
export async function submitOnce(
  work: Work,
  input: ReportInput,
  form: { token: string; byAgencyId?: string },
): Promise<Result<Receipt & { isRepeat: boolean }>> {
  const submitted = async (phrase?: string) => {
    const receipt = await submitReport(work, input, { byAgencyId: form.byAgencyId, phrase });
    return receipt.ok ? ok({ ...receipt.value, isRepeat: false }) : receipt;
  };
  if (!tokenShape.test(form.token)) return submitted();
  const content = `${form.token}\n${JSON.stringify(input)}`;
  const hash = createHash('sha256').update(`form ${content}`).digest();
  const phrase = phraseFromText(`phrase ${content}`);
  // A second press waits here until the first is done, and then finds it.
  await sql`select pg_advisory_xact_lock(${hash.readBigInt64BE(0).toString()}::bigint)`.execute(work.db);
  const { rows } = await sql<
    Omit<Receipt, 'phrase'>
  >`select id, reference, service_id, service_name, agency_name, target_on, why from intake.report_of_form(${hash})`.execute(
    work.db,
  );
  const before = rows[0];
  if (before) {
    about(work, 'report', before.id, { sentAgain: true });
    return ok({ ...before, phrase, isRepeat: true });
  }
  const receipt = await submitted(phrase);
  if (receipt.ok)
    await work.db
      .insertInto('intake.sentForm')
      .values({ formHash: hash, reportId: receipt.value.id, sentAt: work.clock.now() })
      .execute();
  return receipt;
}
