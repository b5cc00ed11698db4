import type { County, LandOwner, Point } from './county.types.ts';
import { at, get, type Random, randomFor, weightedDraw } from './random.ts';
import { along } from './streets.ts';

/** Where reports happen: a few hundred spots that come up again and again, and the rest of every street. */
export interface Spot {
  point: Point;
  street: string;
  words: string;
  postcode: string;
  wardCode: string;
  /** The ward's code before it was replaced, and the last day it was in force. */
  before?: { wardCode: string; endsOn: string };
  districtCode: string;
  landOwner: LandOwner;
}

const OWNERS: readonly LandOwner[] = ['public', 'highway', 'private', 'housing', 'unknown'];
const drawOwner = weightedDraw([42, 26, 12, 12, 8]);

/** How often a report comes from a known spot and not from just anywhere. */
const SPOT_SHARE = 0.72;

export function placeFinder(county: County): (random: Random) => Spot {
  const districts = new Map(county.postcodes.map((p) => [p.wardCode, p.districtCode]));
  const replaced = new Map(
    county.areas.flatMap((area) =>
      (area.successorCodes ?? []).map((code): [string, { wardCode: string; endsOn: string }] => [
        code,
        { wardCode: area.code, endsOn: area.endsOn ?? '' },
      ]),
    ),
  );
  const somewhere = (random: Random): Spot => {
    const street = random.pick(county.streets);
    const fraction = random.next();
    const point = along(street.points, fraction);
    const postcode = at(street.postcodes, Math.floor(fraction * street.postcodes.length));
    const before = replaced.get(street.wardCode);
    return {
      point,
      street: street.name,
      words: `${street.name}, ${street.town}`,
      postcode,
      wardCode: street.wardCode,
      ...(before === undefined ? {} : { before }),
      districtCode: get(districts, street.wardCode),
      landOwner: at(OWNERS, drawOwner(random)),
    };
  };
  const random = randomFor('county spots');
  const spots = Array.from({ length: county.streets.length * 2 }, () => somewhere(random));
  const drawSpot = weightedDraw(spots.map((_, rank) => (rank + 18) ** -0.92));
  return (source) => (source.chance(SPOT_SHARE) ? at(spots, drawSpot(source)) : somewhere(source));
}
