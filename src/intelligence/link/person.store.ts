import { sql } from 'kysely';
import { forenameInitials, nameLikeness } from '../../linkage/index.ts';
import type { Work } from '../../platform/http/work.ts';
import { confirmed, type Link, nameOf } from './link.store.ts';
import { peopleIn, personForm } from './person.rules.ts';
import { honorifics } from './person.words.ts';

/** From here on two names are taken for forms of one: a short form, a slip, a middle name more. */
const alike = 0.85;
/** So many people of nearly one name are offered beside it. */
const offered = 3;

/** Somebody of the unit's own links, by their name and date of birth. */
interface Known {
  name: string;
  label: string;
  keyKind: string;
}

/** First letters that the forename of somebody so written may have; of a title with a surname any, and a surname's own mark. */
const initialsFor = (name: string): string => {
  const [first = ''] = personForm(name).split(' ');
  return honorifics.has(first) ? '?abcdefghijklmnopqrstuvwxyz' : `?${forenameInitials(first)}`;
};

/** People with an exact key whom open items of the unit name by nearly these names. */
async function knownPeople(work: Work, names: readonly string[]): Promise<Known[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<Known>`select f.name, l.label, l.key_kind
    from intelligence.people_linked(${names}::text[], ${names.map(initialsFor)}::text[]) with ordinality f (name, id, place) join intelligence.link l on l.id = f.id
    where ${confirmed(work, 'l')} order by f.place`.execute(work.db);
  return rows.filter((row) => nameLikeness(row.name, nameOf(row)) >= alike);
}

/**
 * People whom a text names, less those a person answered: for each name those of the unit's own links whom it may mean, with their date of birth, and then the
 * name as it was typed, for somebody new. Nothing of services' records is looked at: a name alone is no key to them.
 */
export async function suggestedPeople(
  work: Work,
  { text, firms, answered }: { text: string; firms: readonly string[]; answered: readonly Link[] },
): Promise<{ kind: 'person'; label: string; more: string }[]> {
  const people = answered.filter(({ kind }) => kind === 'person');
  const live = people.filter(({ state }) => state === 'confirmed').map(nameOf);
  const refused = new Set(people.filter(({ state }) => state === 'refused').map(({ label }) => label));
  const refusedForms = new Set([...refused].map(personForm));
  const names = peopleIn(text, firms).filter((name) => !live.some((one) => nameLikeness(one, name) >= alike));
  const known = await knownPeople(work, names);
  return names.flatMap((name) => {
    const kept = known
      .filter((one) => one.name === name && !refused.has(one.label))
      .slice(0, offered)
      .map((one) => ({
        ...{ kind: 'person' as const, label: nameOf(one), more: one.label.slice(nameOf(one).length + 2) },
      }));
    const isRefused = refusedForms.has(personForm(name));
    return [...kept, ...(isRefused ? [] : [{ kind: 'person' as const, label: name, more: '' }])];
  });
}
