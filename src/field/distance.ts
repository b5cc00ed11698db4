/** A point of the map, in degrees. */
export interface Point {
  lon: number;
  lat: number;
}

const earthMetres = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points as the crow flies: on a sphere, which is near enough to choose where to go first. */
export function metresBetween(a: Point, b: Point): number {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** A distance as one says it to somebody who walks or drives there: in steps of 50 metres, then in miles. */
export const distanceWords = (metres: number): string => {
  if (metres < 75) return 'here';
  if (metres < 800) return `${Math.round(metres / 50) * 50} metres away`;
  const miles = (metres / 1609.344).toFixed(1);
  return `${miles} ${miles === '1.0' ? 'mile' : 'miles'} away`;
};

interface Placed {
  dueOn: string;
  reference: string;
  place: { lon: number | null; lat: number | null } | null;
}
export const pointOf = ({ place }: Placed): Point | undefined =>
  place && place.lon !== null && place.lat !== null ? { lon: place.lon, lat: place.lat } : undefined;

/**
 * The order in which tasks are shown: by the day they are due; from where somebody stands what is nearest first, of two at one place what
 * is due first, and what has no point on the map last.
 */
export function inOrder<Task extends Placed>(tasks: readonly Task[], from: Point | undefined): Task[] {
  const away = (task: Task): number => {
    const point = pointOf(task);
    return from && point ? metresBetween(from, point) : Number.POSITIVE_INFINITY;
  };
  const byDay = (a: Task, b: Task): number =>
    a.dueOn.localeCompare(b.dueOn) || a.reference.localeCompare(b.reference);
  return [...tasks].sort((a, b) => {
    const [one, other] = [away(a), away(b)];
    return one === other ? byDay(a, b) : one - other;
  });
}
