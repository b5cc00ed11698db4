import {
  type AreaRow,
  findStreet,
  findStreets,
  fromFraction,
  listAreas,
  type MapMove,
  type MapView,
  mapMoves,
  moveView,
  placeOfPostcode,
  roundDegrees,
  type StreetMatch,
  type StreetRow,
  spanLimits,
  streetsOf,
  tidyPostcode,
  tidyView,
  type WardRow,
  wardsOf,
  wholeView,
} from '../../directory/index.ts';
import type { FieldProblem } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { type Answers, numberOf, type Pressed, plainLine } from './answers.ts';

/** What the page of the place shows besides the answers. */
export interface WhereLists {
  view: MapView;
  suggestions: readonly StreetMatch[];
  districts: readonly AreaRow[];
  wards: readonly WardRow[];
  streets: readonly StreetRow[];
}

export interface WhereAnswered {
  answers: Answers;
  problems: FieldProblem[];
  /** Whether the traveller stays on the page: they pressed something on it. */
  stays: boolean;
  suggestions: readonly StreetMatch[];
}

/** What a map shows when nothing has been chosen on it: the point, close by, or everything. */
export async function viewOf(work: Work, answers: Answers): Promise<MapView> {
  const [lon, lat, span] = [numberOf(answers.viewLon), numberOf(answers.viewLat), numberOf(answers.viewSpan)];
  if (lon !== undefined && lat !== undefined && span !== undefined) return tidyView({ lon, lat, span });
  const [pointLon, pointLat] = [numberOf(answers.lon), numberOf(answers.lat)];
  if (pointLon !== undefined && pointLat !== undefined)
    return tidyView({ lon: pointLon, lat: pointLat, span: 2000 });
  return wholeView(work.db);
}

export async function listsFor(
  work: Work,
  answers: Answers,
  suggestions: readonly StreetMatch[],
): Promise<WhereLists> {
  const today = work.clock.today();
  const districts = await listAreas(work.db, 'district', today);
  const district = districts.find((area) => area.code === answers.district);
  const wards = district ? await wardsOf(work.db, district.code, today) : [];
  const ward = wards.find((area) => area.code === answers.ward);
  return {
    view: await viewOf(work, answers),
    suggestions,
    districts,
    wards,
    streets: ward ? await streetsOf(work.db, ward.code) : [],
  };
}

const withView = (answers: Answers, view: MapView): Answers => ({
  ...answers,
  viewLon: String(view.lon),
  viewLat: String(view.lat),
  viewSpan: String(view.span),
});
const withoutPoint = (answers: Answers): Answers => ({
  ...answers,
  lon: '',
  lat: '',
  postcode: '',
  found: '',
});

/** A point was chosen by some way: it takes the place of the last one and of what was looked for, and the map follows. */
const withPoint = (answers: Answers, point: { lon: number; lat: number }, span: number): Answers => ({
  ...withView(withoutPoint(answers), tidyView({ ...point, span })),
  lon: String(roundDegrees(point.lon)),
  lat: String(roundDegrees(point.lat)),
  found: answers.search.trim(),
});

const stay = (answers: Answers, rest: Partial<WhereAnswered> = {}): WhereAnswered => ({
  answers,
  problems: [],
  stays: true,
  suggestions: [],
  ...rest,
});
const onward = (answers: Answers): WhereAnswered => ({
  answers,
  problems: [],
  stays: false,
  suggestions: [],
});

/** Applies whatever was pressed on the page of the place: three ways to one point, none of them needing a script. */
export async function answerWhere(work: Work, answers: Answers, pressed: Pressed): Promise<WhereAnswered> {
  const view = await viewOf(work, answers);
  if (pressed.map) {
    const point = fromFraction(view, pressed.map.x, pressed.map.y);
    // A press on a wide map is rough: the map comes closer, so that a second press can be exact.
    return stay(withPoint(answers, point, Math.max(Math.min(view.span, 2000), view.span / 4)));
  }
  const { go } = pressed;
  if (isMove(go)) return stay(withView(answers, moveView(view, go)));
  if (go === 'middle')
    return stay(
      withPoint(
        answers,
        { lon: view.lon, lat: view.lat },
        Math.max(Math.min(view.span, 2000), view.span / 4),
      ),
    );
  if (go === 'clear') return stay({ ...withoutPoint(answers), search: '' });
  if (go === 'lists') return answerLists(work, answers);
  if (go.startsWith('street:')) return pickStreet(work, answers, go.slice('street:'.length));
  const needsLook = answers.search.trim() !== '' && answers.search.trim() !== answers.found;
  if (go === 'find' || needsLook) return find(work, answers, go === 'find');
  return onward(answers);
}

const isMove = (go: string): go is MapMove => mapMoves.some((move) => move === go);

async function find(work: Work, answers: Answers, isFindButton: boolean): Promise<WhereAnswered> {
  const search = plainLine(answers.search).slice(0, 200);
  if (search === '')
    return stay(answers, { problems: [{ field: 'search', words: 'Enter a postcode or a street' }] });
  if (tidyPostcode(search)) {
    const place = await placeOfPostcode(work.db, search, work.clock.today());
    if (place) {
      const pointed =
        place.lon !== null && place.lat !== null
          ? withPoint(answers, { lon: place.lon, lat: place.lat }, 2000)
          : withoutPoint(answers);
      const placed = { ...pointed, postcode: place.postcode ?? '', found: answers.search.trim() };
      return isFindButton ? stay(placed) : onward(placed);
    }
    return stay(answers, {
      problems: [
        {
          field: 'search',
          words: 'We do not know this postcode. Check it, or give the street or a few words instead',
        },
      ],
    });
  }
  const suggestions = await findStreets(work.db, search);
  const words =
    suggestions.length > 0
      ? 'Choose which street you mean'
      : 'We do not know this street. Check it, or say in your own words where it is';
  // Pressing Find shows the list plainly; going on without choosing is told as something to mend, unless words will do.
  if (!isFindButton && answers.placeWords.trim()) return onward(answers);
  if (isFindButton && suggestions.length > 0) return stay(answers, { suggestions });
  return stay(answers, { suggestions, problems: [{ field: 'search', words }] });
}

async function pickStreet(work: Work, answers: Answers, id: string): Promise<WhereAnswered> {
  const street = isUuid(id) ? await findStreet(work.db, id) : undefined;
  if (!street)
    return stay(answers, { problems: [{ field: 'search', words: 'Choose a street from the list' }] });
  const name = `${street.name}, ${street.town}`;
  return stay({ ...withPoint(answers, street, 2000), search: name, found: name });
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** District, then ward, then street, from lists: the map's equal for the keyboard and the ear. */
async function answerLists(work: Work, answers: Answers): Promise<WhereAnswered> {
  const lists = await listsFor(work, answers, []);
  const ward = lists.wards.find((area) => area.code === answers.ward);
  if (!answers.district)
    return stay(answers, { problems: [{ field: 'district', words: 'Choose a district' }] });
  if (!ward) return stay({ ...answers, ward: '', street: '' });
  const street = lists.streets.find((row) => row.id === answers.street);
  if (street) return pickStreet(work, answers, street.id);
  if (answers.street !== 'middle' || lists.streets.length === 0) return stay({ ...answers, street: '' });
  const mean = (pick: (row: StreetRow) => number) =>
    lists.streets.reduce((sum, row) => sum + pick(row), 0) / lists.streets.length;
  const words = answers.placeWords.trim() || `Somewhere in ${ward.name}: the street is not known`;
  return stay({
    ...withPoint(
      answers,
      { lon: mean((row) => row.lon), lat: mean((row) => row.lat) },
      Math.min(6000, spanLimits.widest),
    ),
    placeWords: words,
  });
}
