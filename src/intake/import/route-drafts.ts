import { isHoliday } from '../../../reference/calendar.ts';
import { chooseService, loadRouting, type Routed, tidyPostcode } from '../../directory/index.ts';
import { addWorkingDays, dayOf } from '../../platform/clock/clock.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { idFromName } from '../../platform/ids/ids.ts';
import type { Draft } from './draft.ts';
import type { Mapping } from './mapping.ts';
import type { DraftPlace } from './place-drafts.ts';
import type { ReportRow } from './write-reports.ts';

/** What an import must know of a kind of issue. */
export interface ImportType {
  code: string;
  name: string;
  targetWorkingDays: number;
  isSensitive: boolean;
}

/** The kinds of issue there are, by code. */
export async function importTypes({ db }: Work): Promise<Map<string, ImportType>> {
  const rows = await db
    .selectFrom('directory.issueType')
    .select(['code', 'name', 'targetWorkingDays', 'isSensitive'])
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

/** Names and codes in small letters, for words of a file that are the same as ours. */
export const typesByName = (types: ReadonlyMap<string, ImportType>): Map<string, string> =>
  new Map(
    [...types.values()].flatMap(({ code, name }) => [
      [name.toLowerCase(), code],
      [code.toLowerCase(), code],
    ]),
  );

/** Whom an import's reports are for: who took them, and the run that loads them. */
export interface ImportOf {
  mapping: Mapping;
  agencyId: string;
  importId: string;
}

/** Chooses the service of each draft by the directory of the day it was received, and makes the row that is written. */
export async function draftRouter(
  work: Work,
  { mapping, agencyId, importId }: ImportOf,
  types: ReadonlyMap<string, ImportType>,
): Promise<(draft: Draft, place: DraftPlace) => { routed: Routed; row: ReportRow }> {
  const table = await loadRouting(work.db);
  return (draft, place) => {
    const day = dayOf(draft.receivedAt);
    const routed = chooseService(table, {
      issueType: draft.issueType,
      areas: place,
      landOwner: 'unknown',
      on: day,
      isOfficeHours: true,
    });
    if (!routed)
      throw new StartRefused(
        'no-inbox',
        'No rule fits and no service is the fallback inbox: add one to the directory.',
      );
    const type = types.get(draft.issueType);
    const { countyCode: _county, ...areas } = place;
    const row: ReportRow = {
      id: reportIdOf(mapping, draft),
      reference: work.ids.reference('R'),
      issueType: draft.issueType,
      description: draft.description,
      channel: draft.channel,
      isAnonymous: false,
      isSensitive: type?.isSensitive ?? false,
      receivedAt: draft.receivedAt,
      receivedPrecision: mapping.precision,
      receivedByAgencyId: agencyId,
      ...areas,
      postcode: draft.postcode ? (tidyPostcode(draft.postcode) ?? null) : null,
      placeWords: draft.placeWords,
      landOwner: 'unknown',
      serviceId: routed.serviceId,
      ownerAgencyId: routed.agencyId,
      routedBy: routed.routedBy,
      routeWhy: routed.why,
      routedAt: draft.receivedAt,
      timesRerouted: 0,
      status: draft.closedAt ? 'closed' : 'new',
      firstTargetOn: addWorkingDays(day, type?.targetWorkingDays ?? 5, isHoliday),
      closedAt: draft.closedAt,
      outcomeWords: draft.closedAt ? draft.outcomeWords : null,
      importId,
      feed: mapping.feed,
      externalId: draft.externalId,
      version: 1,
    };
    return { routed, row };
  };
}

/** The same row of the same source always has the same id: a second import finds what the first made. */
export const reportIdOf = (mapping: Mapping, draft: Draft): string =>
  idFromName(`report ${mapping.feed} ${draft.externalId}`);
