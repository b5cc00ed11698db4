import type { Day } from '../platform/clock/clock.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { OrderFacts, UnmetCondition } from './power.ts';
import { standingOn } from './pspo.ts';
import { isInOutline, type Outline } from './pspo-area.ts';
import type { PublishedPspo } from './pspo-parts.store.ts';

/** Where and when an order is said to have been broken. */
export interface Breach {
  offenceOn: Day | null;
  lon: number | null;
  lat: number | null;
  /** Codes of the areas that the place lies in. */
  areas: readonly string[];
  /** The order that the draft names, if it does. */
  pspoId: string | null;
}

/** Whether a place lies in the area of an order; a place without a point, only in a whole ward or district that it lies in. */
export const coversPlace = (
  order: Pick<PublishedPspo, 'areaCode' | 'outline'>,
  { lon, lat, areas }: Pick<Breach, 'lon' | 'lat' | 'areas'>,
): boolean =>
  lon !== null && lat !== null
    ? isInOutline(order.outline, lon, lat)
    : order.areaCode !== null && areas.includes(order.areaCode);

const unmet = (code: UnmetCondition['code'], words: string, mend: string): UnmetCondition => ({
  code,
  words,
  mend,
});
/** In force by what was published on the day itself: nobody is penalised under an extension that they could not have read of. */
const isInForce = (order: PublishedPspo, day: Day): boolean =>
  standingOn(order, day) === 'in-force' &&
  order.editions.some(({ publishedOn, endsOn }) => publishedOn <= day && day <= endsOn);
/** When an order was published; of one that was extended, each publication. */
const publishedWords = ({ editions }: PublishedPspo): string =>
  [
    ...new Set(
      editions.map(({ publishedOn, endsOn }) => `${dayWords(publishedOn)} (to ${dayWords(endsOn)})`),
    ),
  ].join(' and ');

/**
 * The order that was broken: the one that the draft names, or the one that covers the place on the day. Says what is in the way: no
 * order there, outside its area, outside its days, or several of which the draft names none.
 *
 * @param orders as they were published, in force or not
 * @param authorised by order, the officers whom its council authorised for it
 */
export function orderBroken(
  orders: readonly PublishedPspo[],
  breach: Breach,
  authorised: (pspoId: string) => readonly string[],
): OrderFacts & { pspoId: string | null } {
  const on = breach.offenceOn;
  const none = (...reasons: UnmetCondition[]) => ({
    pspoId: null,
    reference: '',
    unmet: reasons,
    authorised: [],
  });
  if (on === null)
    return none(unmet('order-days', 'The day of the breach is not known', 'Enter the day of the offence.'));
  const found = (order: PublishedPspo, reasons: UnmetCondition[]) => ({
    ...{ pspoId: order.pspoId, reference: order.reference, unmet: reasons },
    authorised: authorised(order.pspoId),
  });
  const dayUnmet = (order: PublishedPspo) =>
    isInForce(order, on)
      ? []
      : [
          unmet(
            'order-days',
            `${order.reference} (${order.title}) had no effect on ${dayWords(on)}: it is in force from ${dayWords(order.startsOn)} to ${dayWords(order.endsOn)}${order.endedOn ? `, and was discharged on ${dayWords(order.endedOn)}` : ''}, published on ${publishedWords(order)}`,
            'Nothing was broken on that day: discard the draft, or correct the day.',
          ),
        ];
  const areaUnmet = (order: PublishedPspo) =>
    coversPlace(order, breach)
      ? []
      : [
          unmet(
            'order-area',
            `The place is not shown to lie in the area of ${order.reference} (${order.title})`,
            'Correct the place by its postcode, or choose another order.',
          ),
        ];
  if (breach.pspoId !== null) {
    const named = orders.find(({ pspoId }) => pspoId === breach.pspoId);
    if (!named)
      return none(
        unmet(
          'order-area',
          'The order that is named was not published',
          'Choose an order that was published.',
        ),
      );
    return found(named, [...areaUnmet(named), ...dayUnmet(named)]);
  }
  const here = orders.filter((order) => coversPlace(order, breach));
  const now = here.filter((order) => isInForce(order, on));
  const [only] = now;
  if (only && now.length === 1) return found(only, []);
  if (now.length > 1)
    return none(
      unmet(
        'order-which',
        `More than one order covers this place on ${dayWords(on)}: ${now.map((o) => `${o.reference} (${o.title})`).join(', ')}`,
        'Choose on the draft which of them was broken.',
      ),
    );
  const [past] = here;
  if (past) return found(past, dayUnmet(past));
  return none(
    unmet(
      'order-area',
      'No public spaces order covers this place',
      'Check the place; a penalty for a breach needs an order that was broken there.',
    ),
  );
}

const edgesOf = (outline: Outline) => {
  const points = outline.flat(2);
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return {
    west: Math.min(...lons),
    east: Math.max(...lons),
    south: Math.min(...lats),
    north: Math.max(...lats),
  };
};
/** How many points of a raster a side, by which two areas are compared. */
const raster = 24;
/** Whether two areas share ground, by a raster over the part that both their boxes cover, and by their corners. */
export function sharesGround(a: Outline, b: Outline): boolean {
  const [one, two] = [edgesOf(a), edgesOf(b)];
  const [west, east] = [Math.max(one.west, two.west), Math.min(one.east, two.east)];
  const [south, north] = [Math.max(one.south, two.south), Math.min(one.north, two.north)];
  if (west >= east || south >= north) return false;
  const both = (lon: number, lat: number) => isInOutline(a, lon, lat) && isInOutline(b, lon, lat);
  const steps = Array.from({ length: raster }, (_, n) => (n + 0.5) / raster);
  return steps.some((x) => steps.some((y) => both(west + x * (east - west), south + y * (north - south))));
}

/** Published orders whose area and days touch those of an order, for whoever looks at it. */
export const overlapping = (
  file: { id: string; outline: Outline; startsOn: Day | null; endsOn: Day | null },
  others: readonly PublishedPspo[],
): PublishedPspo[] =>
  others.filter(
    (other) =>
      other.pspoId !== file.id &&
      (file.endsOn === null || other.startsOn <= file.endsOn) &&
      (file.startsOn === null || other.endsOn >= file.startsOn) &&
      sharesGround(file.outline, other.outline),
  );
