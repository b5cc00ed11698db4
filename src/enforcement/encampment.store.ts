import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Db } from '../platform/database/database.ts';
import { type Sorted, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import { encampmentPolicy } from './encampment.policy.ts';
import type { EncampmentStatus, LandKind, PoliceDecision } from './encampment.words.ts';
import { type FileFilter, fileFilters, findFile, listFiles } from './procedure-files.store.ts';

/** The file of an encampment as the viewer may see it; which land it is and how many people are on it are read apart. */
export interface Encampment {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  status: EncampmentStatus;
  landKind: LandKind;
  wardCode: string | null;
  districtCode: string | null;
  districtName: string | null;
  caseId: string | null;
  arrivedOn: Day;
  caravans: number;
  /** Vehicles besides the caravans. */
  vehicles: number;
  hasWaste: boolean;
  hasDamage: boolean;
  assessedOn: Day | null;
  policeToldOn: Day | null;
  policeDecision: PoliceDecision | null;
  policeDecidedOn: Day | null;
  policeReturnUntil: Day | null;
  policeReturnWhy: string | null;
  directedOn: Day | null;
  returnUntil: Day | null;
  returnWhy: string | null;
  complainedOn: Day | null;
  hearingAt: Date | null;
  orderedOn: Day | null;
  noticeAt: Date | null;
  noticeUntil: Date | null;
  noticeWhy: string | null;
  removedAt: Date | null;
  leftOn: Day | null;
  toleratedOn: Day | null;
  toleratedUntil: Day | null;
  cleanupPence: number | null;
  endedOn: Day | null;
  madeAt: Date;
  version: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}

// The ward is finer than the district and stays with the agency: a ward with one encampment would say the land.
const ward = ({ viewer }: Work): RawBuilder<string | null> =>
  viewer.kind === 'officer'
    ? sql<string | null>`case when c.agency_id = ${viewer.agencyId}::uuid then c.ward_code end`
    : sql<null>`null::text`;
const columns = (
  work: Work,
) => sql`c.id, c.reference, c.agency_id, a.name as agency_name, c.status, c.land_kind, ${ward(work)} as ward_code, c.district_code,
  d.name as district_name, c.case_id, c.arrived_on, c.caravans, c.vehicles, c.has_waste, c.has_damage, c.assessed_on, c.police_told_on,
  c.police_decision, c.police_decided_on, c.police_return_until, c.police_return_why, c.directed_on, c.return_until, c.return_why, c.complained_on,
  c.hearing_at, c.ordered_on, c.notice_at, c.notice_until, c.notice_why, c.removed_at, c.left_on, c.tolerated_on, c.tolerated_until,
  c.cleanup_pence, c.ended_on, c.made_at, c.version`;
const read = (work: Work) =>
  ({ procedure: 'encampment', alias: 'c', columns: columns(work), policy: encampmentPolicy }) as const;

/** One file, if the viewer may see it. */
export const findEncampment = (work: Work, id: string): Promise<Encampment | undefined> =>
  findFile(work, read(work), id);

export interface EncampmentFilter extends FileFilter {
  status?: EncampmentStatus | 'live' | undefined;
  landKind?: LandKind | undefined;
}

function filters(work: Work, filter: EncampmentFilter): RawBuilder<unknown>[] {
  const parts = fileFilters(work, 'c', filter);
  if (filter.status === 'live') parts.push(sql`c.status not in ('ended', 'void')`);
  else if (filter.status) parts.push(sql`c.status = ${filter.status}`);
  if (filter.landKind) parts.push(sql`c.land_kind = ${filter.landKind}`);
  return parts;
}

/** How lists can be sorted. */
export const encampmentSorting: Sorting = {
  usual: '-made',
  second: 'made',
  id: sql`c.id`,
  columns: {
    made: { value: sql`c.made_at`, type: 'timestamptz' },
    arrived: { value: sql`c.arrived_on`, type: 'date' },
    reference: { value: sql`c.reference`, type: 'text' },
    status: { value: sql`c.status`, type: 'text' },
  },
};

/** Some files in an order, the latest made first unless told; `sorted` says where the page starts. */
export const listEncampments = (
  work: Work,
  filter: EncampmentFilter,
  asked: { sorted?: Sorted; limit: number },
): Promise<Encampment[]> =>
  listFiles(work, read(work), filters(work, filter), { sorted: sorted(encampmentSorting, {}), ...asked });

/** Columns that a command may set. */
export type EncampmentChange = Partial<
  Omit<
    Encampment,
    'id' | 'reference' | 'agencyId' | 'agencyName' | 'districtName' | 'madeAt' | 'version' | 'sortValue'
  >
>;

/** Changes a file if nobody saved before; false when somebody did. */
export const changeEncampment = (
  db: Db,
  file: { id: string; version: number },
  set: EncampmentChange,
): Promise<boolean> => changeRow(db, 'enforcement.encampment', file, set);
