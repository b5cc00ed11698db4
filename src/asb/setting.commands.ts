import { sql } from 'kysely';
import type { AsbSettings } from '../../reference/asb.ts';
import type { Preview } from '../directory/index.ts';
import { type FieldProblem, invalid, ok, type Result, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { asbCasePolicy } from './asb.policy.ts';
import { type Answered, levelOf } from './risk.ts';
import { asForm, asSettings, type SettingInput, settingFieldWords } from './setting.forms.ts';
import { settingsOf } from './setting.store.ts';

interface Planned {
  before: AsbSettings;
  after: AsbSettings;
  version: number;
}
async function planned(work: Work, input: SettingInput): Promise<Result<Planned>> {
  const { version, content } = await settingsOf(work, officerOf(work).agencyId);
  if (version !== input.version)
    return stale(
      'Somebody changed the settings while you had them open. Look at what they did, then try again.',
    );
  const problems: FieldProblem[] = [];
  if (input.highFrom <= input.mediumFrom)
    problems.push({ field: 'highFrom', words: 'High begins above medium' });
  if (input.highFrom > input.items.length * 3)
    problems.push({ field: 'highFrom', words: `The most that can be scored is ${input.items.length * 3}` });
  if (input.decide < input.agencies)
    problems.push({ field: 'decide', words: 'The decision comes after the agencies’ answers' });
  if (input.panel < input.decide)
    problems.push({ field: 'panel', words: 'The panel comes after the decision' });
  return problems.length > 0
    ? invalid(...problems)
    : ok({ before: content, after: asSettings(input), version });
}
/** Open cases whose last assessment would come to another level: shown before anything is saved, and never changed by it. */
async function otherLevels(work: Work, after: AsbSettings): Promise<number> {
  const { rows } = await sql<{ answers: Answered[]; overrides: string[]; level: string }>`
    select distinct on (s.asb_id) s.answers, s.overrides, s.level from asb.assessment s join asb.asb_case c on c.id = s.asb_id
    where c.status <> 'closed' and ${asbCasePolicy.visible(work.viewer, 'c')} order by s.asb_id, s.number desc`.execute(
    work.db,
  );
  return rows.filter(({ answers, overrides, level }) => levelOf(after, answers, overrides).level !== level)
    .length;
}
const plain = (value: string): string => value.replaceAll('\n', '; ');
/** What would be different, and what follows from it. */
export async function previewSettings(work: Work, input: SettingInput): Promise<Result<Preview>> {
  const plan = await planned(work, input);
  if (!plan.ok) return plan;
  const [before, after] = [asForm(plan.value.before), asForm(plan.value.after)];
  const moved = await otherLevels(work, plan.value.after);
  return ok({
    differences: Object.keys(settingFieldWords)
      .filter((field) => before[field] !== after[field])
      .map((field) => ({
        ...{ field, label: settingFieldWords[field] ?? field },
        ...{ before: plain(before[field] ?? ''), after: plain(after[field] ?? '') },
      })),
    effects: [
      'It holds from today for new assessments, plans and applications. What was assessed, planned or applied for stays as it was.',
      moved === 0
        ? 'No open case would come to another level by its last answers.'
        : `${moved} open ${moved === 1 ? 'case' : 'cases'} would come to another level when next assessed with the same answers.`,
    ],
  });
}
/** Saves the next version; the ones before stay. */
export async function changeSettings(work: Work, input: SettingInput): Promise<Result<{ version: number }>> {
  const plan = await planned(work, input);
  if (!plan.ok) return plan;
  const { agencyId, officerId } = officerOf(work);
  const version = plan.value.version + 1;
  const id = work.ids.next();
  const done = await work.db
    .insertInto('asb.setting')
    .values({
      ...{ id, agencyId, version, validFrom: work.clock.today(), content: JSON.stringify(plan.value.after) },
      ...{ reason: input.reason, madeBy: officerId, madeAt: work.clock.now() },
    })
    .onConflict((there) => there.columns(['agencyId', 'version']).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return stale('Somebody changed the settings a moment ago.');
  about(work, 'asb-setting', id, { version });
  return ok({ version });
}
