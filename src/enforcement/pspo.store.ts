import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Db } from '../platform/database/database.ts';
import { type Sorted, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import { type FileFilter, fileFilters, findFile, listFiles } from './procedure-files.store.ts';
import { pspoPolicy } from './pspo.policy.ts';
import type { PspoKind, PspoStatus } from './pspo.words.ts';
import type { Outline } from './pspo-area.ts';

/** The file of an order as the viewer may see it; consultees, officers and reasons are read apart. */
export interface Pspo {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  /** By the clock: an order whose last day has passed has expired. */
  status: PspoStatus;
  kind: PspoKind;
  title: string;
  districtCode: string;
  districtName: string | null;
  areaCode: string | null;
  areaWords: string;
  outline: Outline;
  prohibitions: string[];
  requirements: string[];
  exemptions: string[];
  signs: string[];
  signsUp: string[];
  signsCheckedOn: Day | null;
  isAlcohol: boolean;
  isRightOfWay: boolean;
  isClassifiedRoad: boolean;
  isOnlyAccess: boolean;
  evidencedOn: Day | null;
  consultRound: number;
  consultFrom: Day | null;
  consultUntil: Day | null;
  consentedOn: Day | null;
  decidedOn: Day | null;
  decidedBy: string | null;
  minute: string | null;
  madeOn: Day | null;
  startsOn: Day | null;
  endsOn: Day | null;
  endsWhy: string | null;
  challengeUntil: Day | null;
  challengeWhy: string | null;
  changedOn: Day | null;
  publishedOn: Day | null;
  endedOn: Day | null;
  madeAt: Date;
  version: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}

const statusNow = ({ clock }: Work) =>
  sql<PspoStatus>`case when c.status in ('made', 'published') and c.ends_on < ${clock.today()}::date then 'expired' else c.status end`;
const columns = (
  work: Work,
) => sql`c.id, c.reference, c.agency_id, a.name as agency_name, ${statusNow(work)} as status, c.kind, c.title, c.district_code,
  d.name as district_name, c.area_code, c.area_words, c.outline, c.prohibitions, c.requirements, c.exemptions, c.signs, c.signs_up, c.signs_checked_on,
  c.is_alcohol, c.is_right_of_way, c.is_classified_road, c.is_only_access, c.evidenced_on, c.consult_round, c.consult_from, c.consult_until,
  c.consented_on, c.decided_on, c.decided_by, c.minute, c.made_on, c.starts_on, c.ends_on, c.ends_why, c.challenge_until, c.challenge_why,
  c.changed_on, c.published_on, c.ended_on, c.made_at, c.version`;
const read = (work: Work) =>
  ({ procedure: 'pspo', alias: 'c', columns: columns(work), policy: pspoPolicy }) as const;

/** One file, if the viewer may see it. */
export const findPspo = (work: Work, id: string): Promise<Pspo | undefined> => findFile(work, read(work), id);

export interface PspoFilter extends FileFilter {
  status?: PspoStatus | 'in-force' | 'ending' | undefined;
  kind?: PspoKind | undefined;
}

function filters(work: Work, filter: PspoFilter): RawBuilder<unknown>[] {
  const parts = fileFilters(work, 'c', filter);
  const today = sql`${work.clock.today()}::date`;
  const inForce = sql`c.status in ('made', 'published') and ${today} between c.starts_on and c.ends_on`;
  if (filter.status === 'in-force') parts.push(inForce);
  else if (filter.status === 'ending')
    parts.push(sql`${inForce} and c.ends_on - interval '12 months' <= ${today}`);
  else if (filter.status) parts.push(sql`${statusNow(work)} = ${filter.status}`);
  if (filter.kind) parts.push(sql`c.kind = ${filter.kind}`);
  return parts;
}

/** How lists can be sorted. */
export const pspoSorting: Sorting = {
  usual: '-made',
  second: 'made',
  id: sql`c.id`,
  columns: {
    made: { value: sql`c.made_at`, type: 'timestamptz' },
    ends: { value: sql`coalesce(c.ends_on, '9999-12-31'::date)`, type: 'date' },
    title: { value: sql`c.title`, type: 'text' },
    reference: { value: sql`c.reference`, type: 'text' },
  },
};

/** Some files in an order, the latest made first unless told; `sorted` says where the page starts. */
export const listPspos = (
  work: Work,
  filter: PspoFilter,
  asked: { sorted?: Sorted; limit: number },
): Promise<Pspo[]> =>
  listFiles(work, read(work), filters(work, filter), { sorted: sorted(pspoSorting, {}), ...asked });

/** Columns that a command may set. */
export type PspoChange = Partial<
  Omit<
    Pspo,
    'id' | 'reference' | 'agencyId' | 'agencyName' | 'districtName' | 'madeAt' | 'version' | 'sortValue'
  >
>;

/** Changes a file if nobody saved before; false when somebody did. */
export const changePspo = (
  db: Db,
  file: { id: string; version: number },
  set: PspoChange,
): Promise<boolean> =>
  changeRow(db, 'enforcement.pspo', file, {
    ...set,
    ...(set.outline ? { outline: JSON.stringify(set.outline) } : {}),
  });
