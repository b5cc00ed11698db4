import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { type Result, refusedByRule } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { assess, fileFor, movedOn } from './file.commands.ts';
import { addEvent, changeFile, type VictimFile } from './file.store.ts';
import { type AsksAgain, type ContactAction, fileTransition, notNow } from './file.transitions.ts';
import { tellPlannedVisits } from './precautions.ts';
import type { ContactInput } from './register.forms.ts';

/** The day to ask again after a day of support: by the one row that visits and figures are counted by too. */
const repeatDue = (day: RawBuilder<unknown>) => sql<Day>`safeguarding.repeat_due(${day})`;
const askAgain: Readonly<Record<AsksAgain, (today: Day) => RawBuilder<Day | null>>> = {
  'from-today': (today) => repeatDue(sql`${today}::date`),
  'from-support': () => sql<Day | null>`coalesce(repeat_due_on, ${repeatDue(sql`supported_on`)})`,
  never: () => sql<null>`null`,
};

/** Notes that a person was reached, or was not. Where their file rests with it, visits that are planned are cancelled. */
export async function noteContact(
  work: Work,
  input: ContactInput & { fileId: string },
): Promise<Result<VictimFile>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const line = fileTransition(file.status, input.action as ContactAction); // the schema takes the table's actions alone
  if (!line)
    return refusedByRule(
      'register.not-now',
      notNow(input.action as ContactAction),
      'Look where the file stands.',
    );
  const today = work.clock.today();
  const set = {
    status: line.to,
    ...(line.supports ? { supportedOn: sql<Day>`coalesce(supported_on, ${today}::date)` } : {}),
    repeatDueOn: askAgain[line.asksAgain](today),
  };
  if (!(await changeFile(work, file, set))) return movedOn;
  await addEvent(work, file, {
    kind: line.action,
    words: input.words ? `${line.words}: ${input.words}` : line.words,
  });
  await tellPlannedVisits(work, { id: file.id });
  return fileFor(work, { fileId: file.id });
}

/** Notes what came of asking, some time after support, whether it has happened again. */
export async function noteRepeatCheck(
  work: Work,
  input: { fileId: string; version: number; isRevictimised: boolean; words: string },
): Promise<Result<VictimFile>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const set = {
    isRevictimised: file.isRevictimised || input.isRevictimised,
    repeatDueOn: repeatDue(sql`${work.clock.today()}::date`),
  };
  if (!(await changeFile(work, file, set))) return movedOn;
  await addEvent(work, file, {
    kind: 'repeat-check',
    words: `${input.isRevictimised ? 'Has become a victim again' : 'Nothing new has happened'}${input.words ? `: ${input.words}` : ''}`,
  });
  return assess(work, file.id);
}
