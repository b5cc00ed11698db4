import type { Work } from '../../platform/http/work.ts';
import { dayWords } from '../../platform/ui/index.ts';
import { namesOf } from '../change/change.store.ts';
import { differencesOf } from '../change/change.words.ts';
import type { Preview } from '../change/edit-form.pages.tsx';
import { roleName } from '../person/role.rules.ts';
import { agreementFields, type PlannedAgreement } from './agreement.commands.ts';
import { readersAt } from './agreement.store.ts';
import { sharedKinds } from './agreement.words.ts';

const shownPeople = 30;

/** The people who see records of a kind by an agreement, in a sentence. */
async function toWhom(work: Work, agencyId: string, roles: readonly string[]): Promise<string> {
  const people = await readersAt(work.db, agencyId, roles, work.clock.today());
  if (people.length === 0) return 'Nobody there holds a role that reads them today.';
  const named = people
    .slice(0, shownPeople)
    .map(({ name, role }) => `${name} (${roleName(role).toLowerCase()})`);
  const more = people.length > shownPeople ? ` and ${people.length - shownPeople} more` : '';
  return `${people.length === 1 ? '1 person' : `${people.length} people`} there: ${named.join(', ')}${more}. Whoever joins them later as well.`;
}

/**
 * What an agreement opens or closes, and to whom. How many records there are is not said: an administrator may not learn
 * of records they cannot see.
 */
export async function previewOfAgreement(work: Work, { before, after }: PlannedAgreement): Promise<Preview> {
  const was = before && agreementFields(before);
  const names = await namesOf(work.db, [...Object.values(was ?? {}), ...Object.values(after)]);
  const differences = differencesOf(was, after, names);
  const kind = sharedKinds.find((each) => each.code === after.recordKind);
  const name = (field: string) => names.get(String(after[field])) ?? '';
  const people = await toWhom(work, String(after.toAgencyId), kind?.readers ?? []);
  const endsNow = typeof after.endsOn === 'string' && after.endsOn <= work.clock.today();
  const neverStarts = after.endsOn === after.startsOn && String(after.startsOn) > work.clock.today();
  const until = typeof after.endsOn === 'string' ? `until ${dayWords(after.endsOn)}` : 'until further notice';
  const [shares, sees] = [name('fromAgencyId'), name('toAgencyId')];
  if (before && differences.length === 0)
    return { differences, effects: ['Nothing: it already stands like this.'] };
  if (neverStarts) return { differences, effects: ['It never opens anything.'] };
  if (endsNow)
    return {
      differences,
      warning: `At once ${sees} sees nothing of ${shares} by this any more.`,
      effects: [
        `Closed: ${kind?.opens ?? ''}`,
        `To whom: ${people}`,
        'What they saw so far stays in the audit. Work that they share by a service on it goes on.',
      ],
    };
  return {
    differences,
    warning: before
      ? `${sees} goes on seeing this of ${shares} ${until}.`
      : `From ${dayWords(String(after.startsOn))} ${until} ${sees} would see records of ${shares}. It does not go the other way.`,
    effects: [
      `Opened: ${kind?.opens ?? ''}`,
      `Still closed: ${kind?.staysClosed ?? ''}`,
      `To whom: ${people}`,
      `By which power: ${String(after.gateway)}.`,
    ],
  };
}
