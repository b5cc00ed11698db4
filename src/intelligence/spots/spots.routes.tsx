import { z } from 'zod';
import { listAreas } from '../../directory/index.ts';
import { mayUse } from '../../platform/access/permission.ts';
import { csv } from '../../platform/documents/csv.ts';
import { apiGet, download, type Route, show } from '../../platform/http/declare.ts';
import { file, page } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { draftPackages, readIntelligence } from '../intelligence.permissions.ts';
import { askedFor, type SpotsInput, spotsFileQuery, spotsPageQuery, spotsQuery } from './spots.forms.ts';
import { SpotsPage, spotLines, spotsPath } from './spots.pages.tsx';
import {
  marksBehind,
  methodWords,
  type Picture,
  pictureOf,
  pictureWords,
  placeWords,
} from './spots.queries.ts';
import { cellOf, type Mark, spreadWords } from './spots.rules.ts';
import { mapOf } from './spots.view.ts';

const marking = 'OFFICIAL-SENSITIVE';
const squareOf = ({ lon, lat }: Mark, metres: number): string | undefined =>
  lon === null || lat === null ? undefined : cellOf({ lon, lat }, metres);

async function counted(work: Work, query: SpotsInput): Promise<Picture> {
  const picture = await pictureOf(work, askedFor(query, work.clock.today()), query.metres);
  work.note.detail.count = picture.marks.length;
  return picture;
}

type Rows = readonly [columns: readonly string[], rows: readonly (readonly unknown[])[]];
const tables: Record<z.output<typeof spotsFileQuery>['table'], (picture: Picture) => Rows> = {
  spots: ({ spots, where }) => [
    ['Where', 'Records', 'By chance', 'Places', 'West', 'South', 'East', 'North'],
    spots.hot.map((one) => [
      ...[where.get(one.id) ?? one.id, one.count, one.expected.toFixed(3), one.places],
      ...[one.west, one.south, one.east, one.north].map((degrees) => degrees.toFixed(5)),
    ]),
  ],
  places: (picture) => [
    ['Place', 'Records', 'Last'],
    picture.places.again.map((one) => [placeWords(picture, one), one.records.length, one.records[0]?.at]),
  ],
  victims: ({ victims }) => [
    ['Victim', 'Records', 'Last'],
    victims.again.map((one) => [one.label, one.records.length, one.records[0]?.at]),
  ],
  records: ({ marks, metres }) => [
    ['Record', 'Source', 'Kind', 'Received', 'District', 'Square'],
    marks.map((one) => [
      one.reference,
      one.source,
      one.kind,
      one.at,
      one.districtCode,
      squareOf(one, metres),
    ]),
  ],
};

const spread = z.object({
  things: z.number(),
  held: z.number(),
  spread: z.array(z.object({ with: z.string(), things: z.number() })),
  tenth: z.object({ things: z.number(), held: z.number() }).nullable(),
  again: z.array(z.object({ words: z.string(), records: z.number() })),
});
const repeatsShape = (some: Picture['places'], words: (one: { key: string; label: string }) => string) => ({
  ...{ things: some.things, held: some.held, tenth: some.tenth ?? null },
  spread: spreadWords.map((name, index) => ({ with: name, things: some.spread[index] ?? 0 })),
  again: some.again.map((one) => ({ words: words(one), records: one.records.length })),
});
const tally = z.array(z.object({ name: z.string(), n: z.number() }));
const pictureShape = z.object({
  about: z.string(),
  method: z.string(),
  count: z.number(),
  before: z.number(),
  placed: z.number(),
  unplaced: z.number(),
  isCut: z.boolean(),
  confidence: z.string(),
  months: z.array(z.object({ month: z.string(), n: z.number(), before: z.number() })),
  kinds: tally,
  districts: tally,
  hotSpots: z.array(
    z.object({
      ...{ id: z.string(), where: z.string(), count: z.string(), expected: z.string(), places: z.string() },
      ...{ west: z.number(), south: z.number(), east: z.number(), north: z.number() },
    }),
  ),
  places: spread,
  victims: spread,
});

/** Hot spots and repeats of the unit: a page, its tables as files, and the same as JSON. */
export const spotsRoutes: readonly Route[] = [
  show({
    path: spotsPath,
    words:
      'Hot spots, repeat locations and repeat victims of one kind of harm, with the records behind each number',
    permission: readIntelligence,
    audit: 'intelligence-spots.counted',
    query: spotsPageQuery,
    example: { query: { kind: 'waste', metres: 500 } },
    handle: async (work, { query: asked }) => {
      const picture = await counted(work, asked);
      const behind = [asked.cell, asked.month, asked.key].some((one) => one !== undefined)
        ? marksBehind(picture, squareOf, asked)
        : undefined;
      const body = (
        <SpotsPage
          {...{ picture, asked, behind, today: work.clock.today() }}
          areas={await listAreas(work.db, 'district', work.clock.today())}
          map={await mapOf(work, spotLines(picture))}
          mayDraft={mayUse(work.viewer, draftPackages)}
        />
      );
      return page('Hot spots and repeats', body, { marking, wide: true });
    },
  }),
  download({
    path: `${spotsPath}/table.csv`,
    words: 'One table of the hot spots and repeats as CSV, every row of it',
    permission: readIntelligence,
    audit: 'intelligence-spots.exported',
    query: spotsFileQuery,
    example: { query: { kind: 'waste', table: 'records' } },
    handle: async (work, { query }) => {
      const [columns, rows] = tables[query.table](await counted(work, query));
      return file(
        `hot-spots-${query.kind}-${query.table}.csv`,
        'text/csv; charset=utf-8',
        csv(columns, rows),
      );
    },
  }),
  apiGet({
    path: `/api/v1${spotsPath}`,
    words: 'Hot spots, repeat locations and repeat victims of one kind of harm',
    permission: readIntelligence,
    audit: 'intelligence-spots.counted',
    query: spotsQuery,
    output: pictureShape,
    example: { query: { kind: 'waste' } },
    handle: async (work, { query }) => {
      const picture = await counted(work, query);
      const { marks, before, spots, isCut, confidence, months, kinds, districts } = picture;
      return {
        ...{ about: pictureWords(picture), method: methodWords(picture), count: marks.length, before, isCut },
        ...{ placed: spots.placed, unplaced: spots.unplaced, confidence, months, kinds, districts },
        hotSpots: spotLines(picture),
        places: repeatsShape(picture.places, (one) => placeWords(picture, one)),
        victims: repeatsShape(picture.victims, ({ label }) => label),
      };
    },
  }),
];
