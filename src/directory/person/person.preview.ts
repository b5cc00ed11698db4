import type { Work } from '../../platform/http/work.ts';
import { namesOf } from '../change/change.store.ts';
import { differencesOf } from '../change/change.words.ts';
import type { Preview } from '../change/edit-form.pages.tsx';
import type { Role } from '../roles.ts';
import { type PlannedPerson, personFields } from './person.commands.ts';
import { leadsOf } from './person.store.ts';
import type { PlannedRole } from './role.commands.ts';
import { needsConsent, roleMustNotSee, roleName, roleRules, roleSide, sideWords } from './role.rules.ts';

/** What changes about a person, and what they gain or lose by it. */
export async function previewOfPerson(work: Work, { before, after }: PlannedPerson): Promise<Preview> {
  const was = before && personFields(before);
  const names = await namesOf(work.db, [...Object.values(was ?? {}), ...Object.values(after)]);
  const differences = differencesOf(was, after, names);
  const effects: string[] = [];
  if (!before)
    effects.push('They cannot sign in until they have a role and have set a password with a link.');
  if (before && before.agencyId !== after.agencyId) {
    // The stored roles are those of the list.
    const ends = before.roles.filter((role) => needsConsent(role as Role, undefined)).map(roleName);
    effects.push(
      `From the next press they see the records of ${names.get(String(after.agencyId)) ?? 'the new agency'}, and no longer those of ${before.agencyName}.`,
      ends.length > 0
        ? `These roles were agreed by ${before.agencyName} and end: ${ends.join(', ')}.`
        : 'Their roles stay.',
    );
  }
  if (before && JSON.stringify(before.serviceIds) !== JSON.stringify(after.serviceIds))
    effects.push(
      'Sensitive reports and cases about people are seen by the teams on them: they gain and lose those.',
    );
  if (before?.isActive && after.isActive === false) {
    const leads = await leadsOf(work.db, before.id, work.clock.today());
    effects.push(
      'They are signed out everywhere at once and cannot come back. What they did stays theirs; open notices, cases and tasks stay with their teams, where colleagues carry them on.',
      ...(leads.length > 0
        ? [`Left without a lead: ${leads.map((service) => service.name).join(', ')}.`]
        : []),
    );
  }
  if (before && !before.isActive && after.isActive === true)
    effects.push('They can sign in again, with the roles that are still in force.');
  if (differences.length === 0) effects.push('Nothing: it already stands like this.');
  const leaves = before?.isActive && after.isActive === false;
  return { differences, effects, ...(leaves ? { warning: 'They lose sight of everything at once.' } : {}) };
}

/** What a role would let somebody do, what it must not show them, and who decides. */
export function previewOfRole(plan: PlannedRole): Preview {
  const { person, role } = plan;
  return {
    differences: [
      {
        label: 'Roles',
        before: person.roles.map(roleName).join(', '),
        after: [...person.roles.map(roleName), roleName(role)].join(', '),
      },
    ],
    effects: [
      `Side of the wall: ${sideWords[roleSide(role)]}.`,
      `Must not see: ${roleMustNotSee(role)}`,
      roleRules[role].why,
      plan.needsConsent
        ? `Nothing is given yet: ${plan.spokespersonName ?? ''} is asked for the word of ${person.agencyName}.`
        : 'It is in force from the next press.',
    ],
    ...(plan.needsConsent ? { warning: 'This role needs the consent of their agency.' } : {}),
  };
}
