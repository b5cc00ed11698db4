import { spotMethod } from '../../../reference/hot-spots.ts';
import { listAreas, pointWords } from '../../directory/index.ts';
import type { Work } from '../../platform/http/work.ts';
import { type Confidence, confidenceIn } from '../harm/harm.rules.ts';
import { matricesOf } from '../harm/harm.store.ts';
import { monthWords } from './spots.forms.ts';
import {
  type Cell,
  hotSpotsOf,
  type Mark,
  monthsFrom,
  type Repeats,
  readCell,
  repeatsOf,
  type Spots,
  tallied,
  yearBefore,
} from './spots.rules.ts';
import { gradesOf, groundOf, marksOf, type SpotsOf } from './spots.store.ts';

/** Everything that is counted of one kind of harm in an area and a period. */
export interface Picture {
  of: SpotsOf;
  metres: number;
  /** Names of the districts that were chosen; none where all were. */
  areas: string[];
  marks: Mark[];
  isCut: boolean;
  /** Ids of items that are not counted because they may not leave, even as a number. */
  kept: string[];
  /** Records of the same months a year before. */
  before: number;
  months: { month: string; n: number; before: number }[];
  kinds: { name: string; n: number }[];
  districts: { name: string; n: number }[];
  spots: Spots;
  places: Repeats;
  victims: Repeats;
  subjects: Repeats;
  grades: Awaited<ReturnType<typeof gradesOf>>;
  confidence: Confidence;
  /** Words for squares: «near Mill Lane, Easterby». */
  where: ReadonlyMap<string, string>;
}

/** Rows of a table of squares or of places on a page; the file has all. */
export const mostShown = 25;
/** So many squares are put into words; the others stand by their point. */
const mostNamed = 60;

const middle = ({ west, east, south, north }: Cell) => ({ lon: (west + east) / 2, lat: (south + north) / 2 });
/** A square in words. */
async function wordsOf(work: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const named = new Map<string, string>();
  for (const id of [...new Set(ids)].slice(0, mostNamed)) {
    const cell = readCell(id);
    if (!cell) continue;
    const at = middle(cell);
    named.set(id, (await pointWords(work.db, at, null)) ?? `at ${at.lat.toFixed(3)}, ${at.lon.toFixed(3)}`);
  }
  return named;
}

/** What is counted, with the chance of it and the words; what is to leave counts only what may. */
export async function pictureOf(
  work: Work,
  of: SpotsOf,
  metres: number,
  isToLeave = false,
): Promise<Picture> {
  const found = await marksOf(work, of);
  const keep = ({ mayLeave }: Mark): boolean => mayLeave || !isToLeave;
  const marks = found.marks.filter(keep);
  const earlier = (
    await marksOf(work, { ...of, from: yearBefore(of.from), to: yearBefore(of.to) })
  ).marks.filter(keep);
  const areas = await listAreas(work.db, 'district', work.clock.today());
  const nameOf = (code: string | null) => areas.find((one) => one.code === code)?.name ?? 'Not known';
  const spots = hotSpotsOf(marks, await groundOf(work, of.districts, metres), metres);
  const places = repeatsOf(marks, 'places');
  const items = marks.filter(({ source }) => source === 'item').map(({ id }) => id);
  const grades = await gradesOf(work, items);
  const [matrix] = await matricesOf(work);
  return {
    ...{
      of,
      metres,
      marks,
      isCut: found.isCut,
      kept: found.marks.filter((mark) => !keep(mark)).map(({ id }) => id),
      before: earlier.length,
      spots,
      places,
      grades,
    },
    areas: of.districts.map(nameOf),
    months: monthsFrom(of.from, of.to).map((month) => ({
      month,
      n: marks.filter((mark) => mark.month === month).length,
      before: earlier.filter((mark) => mark.month === yearBefore(month)).length,
    })),
    kinds: tallied(marks.map(({ kind }) => kind)),
    districts: tallied(marks.map(({ districtCode }) => nameOf(districtCode))),
    victims: repeatsOf(marks, 'victims'),
    subjects: repeatsOf(marks, 'subjects'),
    confidence: confidenceIn(matrix.document, grades, work.clock.today()),
    where: await wordsOf(work, [
      ...spots.hot.slice(0, mostShown).map(({ id }) => id),
      ...places.again.slice(0, mostShown).map(({ key }) => key),
    ]),
  };
}

/** Where a repeated place is: what a link calls it, or the street that a square of reports lies near. */
export const placeWords = ({ where }: Picture, one: { key: string; label: string }): string =>
  one.label || where.get(one.key) || `square ${one.key}`;

const counted = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
export const recordsWords = (n: number): string => counted(n, 'record', 'records');

/** Kind, area and period in words. */
export const pictureWords = ({ of, areas }: Pick<Picture, 'of' | 'areas'>): string =>
  `${of.kind.words}, ${areas.length === 0 ? 'everywhere' : areas.join(', ')}, ${monthWords(of.from)} to ${monthWords(of.to)}`;

/** The method in words: stands beside every hot spot, on a page and on paper. */
export const methodWords = ({ metres, spots }: Pick<Picture, 'metres' | 'spots'>): string =>
  `Squares of ${metres.toLocaleString('en-GB')} metres. A square is a hot spot where ${spotMethod.least} records or more lie in it, and more than chance would put there: by chance a record falls on any postcode of the area alike, and of all ${counted(spots.cells, 'square', 'squares')} together the chance that even one would look so is at most ${spotMethod.chance * 100} in 100 (Poisson, with Bonferroni’s correction). The numbers of the method are this product’s proposal.`;
/** How far the items can be relied on, in a word. */
export const confidenceWords = { high: 'High', medium: 'Medium', low: 'Low' } as const;
/** The same and why, for the unit: the numbers can be small. */
export const confidenceSaid = ({ confidence, grades }: Pick<Picture, 'confidence' | 'grades'>): string =>
  `${confidenceWords[confidence]}: ${grades.good} of ${grades.graded} graded paragraphs are 1A or 1B, of ${grades.paragraphs} in all. Reports are not graded.`;
/** How places were told apart. */
export const placesMethod = `An item counts at each address that it names, by a link that a person confirmed. Reports within about ${spotMethod.samePlace} metres of each other are one place. The most affected tenth is said from ${spotMethod.tenthFrom} places or people.`;
/** What the most affected tenth holds. */
export const tenthWords = ({ tenth, held }: Repeats, what: string): string =>
  tenth === undefined
    ? `Fewer than ${spotMethod.tenthFrom} ${what}: too few to say what the most affected tenth holds.`
    : `The most affected tenth, ${tenth.things.toLocaleString('en-GB')} of the ${what}, holds ${tenth.held.toLocaleString('en-GB')} of ${held.toLocaleString('en-GB')} (${Math.round((100 * tenth.held) / held)}%).`;

/** The marks behind one figure. */
export const marksBehind = (
  { marks, metres }: Picture,
  cellOfMark: (mark: Mark, metres: number) => string | undefined,
  asked: { cell?: string | undefined; month?: string | undefined; key?: string | undefined },
): Mark[] =>
  marks.filter(
    (mark) =>
      (asked.cell === undefined || cellOfMark(mark, metres) === asked.cell) &&
      (asked.month === undefined || mark.month === asked.month) &&
      (asked.key === undefined ||
        [...mark.places, ...mark.victims, ...mark.subjects].some(({ key }) => key === asked.key)),
  );
