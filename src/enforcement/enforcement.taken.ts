import { sorted } from '../platform/database/sorting.ts';
import { type TakenList, takeRows } from '../platform/documents/taken-list.ts';
import type { Work } from '../platform/http/work.ts';
import { type CaseFile, caseSorting, listCases } from './case.store.ts';
import { listPenalties, type Penalty, penaltySorting } from './penalty.store.ts';

const caseColumns = [
  ...(['reference', 'title', 'status', 'leadAgencyName', 'leadServiceName', 'districtName'] as const),
  ...(['escalationRule', 'openedAt', 'closedAt', 'outcome', 'outcomeWords', 'reportCount'] as const),
];

/** Cases to take away, newest first; those about identifiable people are for their services alone. */
export const takenCases = (work: Work): TakenList => ({
  columns: caseColumns,
  rows: takeRows<CaseFile>(
    caseColumns,
    async (after, limit) => {
      const way = sorted(caseSorting, { after });
      const rows = await listCases(work, {}, { sorted: way, limit });
      const last = rows.at(-1);
      return { rows, last: last && way.cursorOf(last) };
    },
    (file) => !file.isPersonal,
  ),
});

const penaltyColumns = [
  ...(['reference', 'agencyName', 'status', 'offence', 'offenceOn', 'placeWords', 'districtName'] as const),
  ...(['landType', 'wasteType', 'wasteSize', 'amountPence', 'earlyPence', 'earlyUntil', 'payUntil'] as const),
  ...(['issuedOn', 'servedOn', 'servedHow', 'paidOn', 'paidPence', 'endedOn'] as const),
];

/** Penalties to take away, without whom they were given to. */
export const takenPenalties = (work: Work): TakenList => ({
  columns: penaltyColumns,
  rows: takeRows<Penalty>(
    penaltyColumns,
    async (after, limit) => {
      const way = sorted(penaltySorting(work), { after });
      const rows = await listPenalties(work, {}, { sorted: way, limit });
      const last = rows.at(-1);
      return { rows, last: last && way.cursorOf(last) };
    },
    () => true,
  ),
});
