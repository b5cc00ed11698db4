import type { Work } from '../platform/http/work.ts';
import type { FigureValue } from './indicator.ts';

/** An edition of a quarter. */
export interface Edition {
  quarter: string;
  edition: number;
  agencyId: string;
  publishedAt: Date;
  publishedByName: string;
  countedOver: string;
  summary: string;
  reason: string | null;
}
/** Every edition that was published, newest first. They hold no personal data and are for every reader of figures. */
export const listEditions = ({ db }: Work, quarter?: string): Promise<Edition[]> =>
  db
    .selectFrom('performance.publishedQuarter')
    .select([
      'quarter',
      'edition',
      'agencyId',
      'publishedAt',
      'publishedByName',
      'countedOver',
      'summary',
      'reason',
    ])
    .$if(quarter !== undefined, (query) => query.where('quarter', '=', quarter ?? ''))
    .orderBy('quarter', 'desc')
    .orderBy('edition', 'desc')
    .execute();

/** What an edition says of a figure or a part of one, in words that may leave the partnership. */
export interface PublishedFigure {
  code: string;
  areaCode: string;
  part: string;
  shown: string;
  lastYear: string | null;
}
export const listPublished = ({ db }: Work, quarter: string, edition: number): Promise<PublishedFigure[]> =>
  db
    .selectFrom('performance.publishedFigure')
    .select(['code', 'areaCode', 'part', 'shown', 'lastYear'])
    .where('quarter', '=', quarter)
    .where('edition', '=', edition)
    .orderBy('code')
    .orderBy('areaCode')
    .orderBy('part')
    .execute();

/** What an edition says besides its figures. */
export interface PublishedSection {
  section: 'case-studies' | 'restatement';
  position: number;
  words: string;
}
export async function listSections(
  { db }: Work,
  quarter: string,
  edition: number,
): Promise<PublishedSection[]> {
  const rows = await db
    .selectFrom('performance.publishedSection')
    .select(['section', 'position', 'words'])
    .where('quarter', '=', quarter)
    .where('edition', '=', edition)
    .orderBy('section')
    .orderBy('position')
    .execute();
  // A check of the table allows these two and no other.
  return rows.map((row) => ({ ...row, section: row.section as PublishedSection['section'] }));
}

/** An exact figure as it was frozen, with the hash of the records behind it. */
export interface FrozenFigure {
  code: string;
  areaCode: string;
  part: string;
  figure: FigureValue;
  recordCount: number;
  recordHash: string;
}
export async function listFrozen({ db }: Work, quarter: string, edition: number): Promise<FrozenFigure[]> {
  const rows = await db
    .selectFrom('performance.frozenFigure')
    .selectAll()
    .where('quarter', '=', quarter)
    .where('edition', '=', edition)
    .orderBy('code')
    .orderBy('part')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    areaCode: row.areaCode,
    part: row.part,
    figure: readFigure(row),
    recordCount: row.recordCount,
    recordHash: row.recordHash,
  }));
}
function readFigure(row: {
  kind: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}): FigureValue {
  if (row.kind === 'not-measured') return { kind: 'not-measured', why: 'It was not measured.' };
  if (row.kind === 'not-applicable')
    return { kind: 'not-applicable', why: 'There was nothing to take a share of.' };
  return {
    kind: 'value',
    value: row.value ?? 0,
    ...(row.numerator === null ? {} : { numerator: row.numerator }),
    ...(row.denominator === null ? {} : { denominator: row.denominator }),
  };
}

export interface NewEdition {
  quarter: string;
  edition: number;
  agencyId: string;
  officerId: string;
  officerName: string;
  countedOver: string;
  summary: string;
  reason: string | null;
  frozen: readonly FrozenFigure[];
  published: readonly PublishedFigure[];
  sections: readonly Pick<PublishedSection, 'section' | 'words'>[];
}
/** Writes an edition whole; nothing of an earlier one is touched. */
export async function addEdition({ db, clock }: Work, given: NewEdition): Promise<void> {
  const { quarter, edition } = given;
  await db
    .insertInto('performance.publishedQuarter')
    .values({
      quarter,
      edition,
      agencyId: given.agencyId,
      publishedAt: clock.now(),
      publishedBy: given.officerId,
      publishedByName: given.officerName,
      countedOver: given.countedOver,
      summary: given.summary,
      reason: given.reason,
    })
    .execute();
  await db
    .insertInto('performance.frozenFigure')
    .values(
      given.frozen.map(({ figure, ...row }) => ({
        quarter,
        edition,
        ...row,
        kind: figure.kind,
        value: figure.kind === 'value' ? figure.value : null,
        numerator: figure.kind === 'value' ? (figure.numerator ?? null) : null,
        denominator: figure.kind === 'value' ? (figure.denominator ?? null) : null,
      })),
    )
    .execute();
  await db
    .insertInto('performance.publishedFigure')
    .values(given.published.map((row) => ({ quarter, edition, ...row })))
    .execute();
  if (given.sections.length > 0)
    await db
      .insertInto('performance.publishedSection')
      .values(
        given.sections.map(({ section, words }, position) => ({
          quarter,
          edition,
          section,
          position,
          words,
        })),
      )
      .execute();
}
