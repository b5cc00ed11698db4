import { type TakenList, takeRows } from '../platform/documents/taken-list.ts';
import type { Work } from '../platform/http/work.ts';
import { type CaseFile, listCases } from './case.store.ts';
import { listPenalties, type Penalty } from './penalty.store.ts';

const caseColumns = [
  ...(['reference', 'title', 'status', 'leadAgencyName', 'leadServiceName', 'districtName'] as const),
  ...(['escalationRule', 'openedAt', 'closedAt', 'outcome', 'outcomeWords', 'reportCount'] as const),
];

/** Cases to take away, newest first; those about identifiable people are for their services alone. */
export const takenCases = (work: Work): TakenList => ({
  columns: caseColumns,
  rows: takeRows<CaseFile>(
    caseColumns,
    (last, limit) => {
      const after = last && { at: last.openedAt.toISOString(), id: last.id };
      return listCases(work, {}, { after, limit });
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
    (last, limit) => {
      const after = last && { day: last.issuedOn ?? '9999-12-31', id: last.id };
      return listPenalties(work, {}, { after, limit });
    },
    () => true,
  ),
});
