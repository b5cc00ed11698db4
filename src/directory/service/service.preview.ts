import type { Work } from '../../platform/http/work.ts';
import { namesOf } from '../change/change.store.ts';
import { differencesOf } from '../change/change.words.ts';
import type { Preview } from '../change/edit-form.pages.tsx';
import { type PlannedService, serviceFields } from './service.commands.ts';
import { membersOf, rulesTo } from './service.store.ts';

/** What changes about a service, and what it means for reports still to come and for its people. */
export async function previewOfService(work: Work, plan: PlannedService): Promise<Preview> {
  const before = plan.before && serviceFields(plan.before);
  const names = await namesOf(work.db, [...Object.values(before ?? {}), ...Object.values(plan.after)]);
  const differences = differencesOf(before, plan.after, names);
  const effects: string[] = [];
  if (before === null) effects.push('Nothing is sent to it until a rule in the A to Z names it.');
  if (plan.before && plan.after.endsOn !== plan.before.endsOn) {
    const day = typeof plan.after.endsOn === 'string' ? plan.after.endsOn : work.clock.today();
    const rules = await rulesTo(work.db, plan.before.id, day);
    const members = await membersOf(work.db, plan.before.id);
    effects.push(
      rules.length === 0
        ? 'No rule sends anything to it after that day.'
        : `From that day the next rule that fits, or the fallback inbox, takes: ${rules.map((r) => r.issueName).join(', ')}.`,
      members.length === 0
        ? 'Nobody is left in it.'
        : `Still in it, and to be moved: ${members.map((m) => m.name).join(', ')}.`,
    );
  }
  if (before && JSON.stringify(before.areaCodes) !== JSON.stringify(plan.after.areaCodes))
    effects.push('New reports are routed by the new places. Those already sent stay where they are.');
  if (before && before.isFallback !== plan.after.isFallback)
    effects.push(
      plan.after.isFallback
        ? 'From now on it also takes what no rule fits.'
        : 'What no rule fits goes to another fallback inbox from now on.',
    );
  if (differences.length === 0) effects.push('Nothing: it already stands like this.');
  return { differences, effects };
}
