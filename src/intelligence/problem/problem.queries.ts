import type { Work } from '../../platform/http/work.ts';
import { monthWords } from '../spots/spots.forms.ts';
import { expectedWords } from '../spots/spots.parts.tsx';
import {
  confidenceWords,
  methodWords,
  mostShown,
  type Picture,
  pictureOf,
  pictureWords,
  placesMethod,
  tenthWords,
} from '../spots/spots.queries.ts';
import { spreadWords } from '../spots/spots.rules.ts';
import { type LeavingFigures, spotsToLeave, spreadToLeave, tablesOf, tenthToLeave } from './leaving.rules.ts';
import type { Problem } from './problem.store.ts';

/** Figures as they would leave now, and the items that are counted in them. */
export interface Leaving {
  figures: LeavingFigures;
  itemIds: string[];
  /** Records counted. */
  count: number;
  /** Items that stay with the unit and are not counted: not ready, or somebody has to fear for their source. */
  keptIds: string[];
  /** Hot spots that stay with the unit, since their square would point at a door. */
  keptSpots: number;
  /** More records are in the period than are counted. */
  isCut: boolean;
}

/** A picture as it may leave: small numbers, records and names are not in it. */
export function figuresToLeave(picture: Picture, asAt: string): LeavingFigures {
  const { spots, places, victims, subjects, where } = picture;
  const named = (rows: Picture['kinds']) => rows.map(({ name, n }) => ({ label: name, n }));
  const { tables, total } = tablesOf([
    picture.months.map(({ month, n }) => ({ label: monthWords(month), n })),
    named(picture.kinds),
    named(picture.districts),
  ]);
  const [months = [], kinds = [], districts = []] = tables;
  return {
    ...{ about: pictureWords(picture), asAt, total, months, kinds, districts, method: methodWords(picture) },
    before: tablesOf([[{ label: '', n: picture.before }]]).total,
    spots: spotsToLeave(spots.hot)
      .slice(0, mostShown)
      .map(({ id, count, expected, west, south, east, north, places: many }) => ({
        ...{ id, where: where.get(id) ?? id, count: String(count), expected: expectedWords(expected) },
        ...{ places: many < 5 ? 'Fewer than 5' : String(many), west, south, east, north },
      })),
    placesMethod,
    places: spreadToLeave(places, spreadWords),
    placesTenth: tenthToLeave(places, 'places', (of) => tenthWords(of, 'places')),
    victims: spreadToLeave(victims, spreadWords),
    victimsTenth: tenthToLeave(victims, 'people', (of) => tenthWords(of, 'people')),
    subjects: spreadToLeave(subjects, spreadWords),
    subjectsTenth: tenthToLeave(subjects, 'subjects', (of) => tenthWords(of, 'subjects')),
    confidence: `${confidenceWords[picture.confidence]}, by the grades of the items and by how new they are. Reports are not graded.`,
  };
}

/** What of a problem profile would leave now. */
export async function leavingOf(
  work: Work,
  { of, metres }: Pick<Problem, 'of' | 'metres'>,
): Promise<Leaving> {
  const picture = await pictureOf(work, of, metres, true);
  const items = picture.marks.filter(({ source }) => source === 'item');
  return {
    figures: figuresToLeave(picture, work.clock.today()),
    ...{
      itemIds: items.map(({ id }) => id),
      count: picture.marks.length,
      keptIds: picture.kept,
      isCut: picture.isCut,
    },
    keptSpots: picture.spots.hot.length - spotsToLeave(picture.spots.hot).length,
  };
}
