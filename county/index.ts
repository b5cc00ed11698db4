import { buildAgencies, buildServices } from './agencies.ts';
import { buildAgreements } from './agreements.ts';
import type { County } from './county.types.ts';
import { COUNTY_NAME } from './districts.ts';
import { issueProfiles } from './issues.ts';
import { buildLists } from './lists.ts';
import { buildMap } from './map.ts';
import { buildMeetings } from './meetings.ts';
import { buildPenalties } from './penalties.ts';
import { buildPeople, leadOf } from './people.ts';
import { buildAuthorisations, buildClearances } from './powers.ts';
import { buildRoutingRules } from './routing.ts';
import { buildWays } from './streets.ts';
import { buildSubjects } from './subjects.ts';

export { adoptedAmount, adoptedAmounts } from './adopted-amounts.ts';
export type * from './county.types.ts';
export { countyReports } from './reports.ts';
export { knownGaps, routeFinder } from './routing.ts';

/** Makes the whole county as it stands on a day. The same day always gives the same bytes. */
export function buildCounty(today: string): County {
  const map = buildMap();
  const { streets, postcodes } = buildWays(map.wards);
  const wardCodes = new Map(map.wards.map((ward) => [ward.name, ward.code]));
  const issueTypes = issueProfiles.map((profile) => profile.type);
  const agencies = buildAgencies();
  const people = buildPeople();
  const services = buildServices(wardCodes).map((service) => {
    const leadPersonId = leadOf(service.id, people);
    return leadPersonId === undefined ? service : { ...service, leadPersonId };
  });
  const subjects = buildSubjects(agencies, streets);
  const authorisations = buildAuthorisations(people, today);
  return {
    name: COUNTY_NAME,
    today,
    areas: map.areas,
    postcodes,
    streets,
    agencies,
    services,
    issueTypes,
    routingRules: buildRoutingRules(issueTypes, wardCodes),
    people,
    authorisations,
    clearances: buildClearances(people, today),
    agreements: buildAgreements(),
    subjects,
    meetingSeries: buildMeetings(people),
    penalties: buildPenalties({
      today,
      agencies,
      people,
      streets,
      subjects,
      wards: map.wards,
      authorisations,
    }),
    lists: buildLists(agencies, streets, today),
  };
}
