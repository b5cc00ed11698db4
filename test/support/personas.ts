import { buildPeople } from '../../county/people.ts';

/** Every persona of the county, by username: the covering set of viewers, with nobody beside them. */
export const personas: readonly string[] = buildPeople()
  .filter((person) => person.isPersona)
  .map((person) => person.username);
