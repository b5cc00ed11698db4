import { nameLikeness } from '../linkage/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import type { Ground, MarkerAbout, Sureness } from './marker.words.ts';
import { addressKey, lookAlikeKey, markKey } from './screen.keys.ts';

/** Whom or what a screen is asked about. Everything is optional but at least one thing. */
export interface Asked {
  names: readonly string[];
  dateOfBirth?: Day | undefined;
  places: readonly { address: string; postcode: string }[];
  vehicle?: string | undefined;
  /** Records that the ledger takes to be about the person, as the viewer sees it. */
  recordIds: readonly string[];
}

/** What of a marker is held against what was asked. It does not leave the server. */
export interface Held {
  id: string;
  about: MarkerAbout;
  recordId: string | null;
  name: string;
  otherNames: readonly string[];
  dateOfBirth: Day | null;
  address: string;
  postcode: string;
  vehicle: string;
}

/** A marker that was met. */
export interface Met {
  markerId: string;
  sureness: Sureness;
  onWhat: Ground[];
  /** What the linkage model says of the names, birth dates and places together, 0 to 1; null where it was not asked. */
  probability: number | null;
}

/** How a screen weighs what it holds. */
export interface Weighing {
  /** Likeness of names from which one counts, 0 to 1. */
  alike: number;
  /** What the model says of the person and a marker; undefined without a model, or where they share no key. */
  judge(marker: Held): number | undefined;
}

/** From here on the model's word makes a marker likely, and below the second number it says nothing. */
const likelyFrom = 0.5;
const possibleFrom = 0.1;
/** Names that differ in no more than case, order and titles. */
const sameName = 0.98;

/** How two days of birth stand: one figure wrong, or the same figures in another order, is near. */
export function bornHow(
  one: Day | null | undefined,
  other: Day | null | undefined,
): Ground | 'apart' | undefined {
  if (!one || !other) return undefined;
  if (one === other) return 'born';
  // Figures in another order: day and month the other way round, or two figures changed over.
  if ([...one].sort().join('') === [...other].sort().join('')) return 'born-near';
  const wrong = [...one].filter((letter, at) => letter !== other[at]).length;
  return wrong === 1 ? 'born-near' : 'apart';
}

/** Holds what was asked against one marker; undefined where nothing of it is met. Pure, and the same for every order. */
export function holdAgainst(asked: Asked, marker: Held, weighing: Weighing): Met | undefined {
  const onWhat: Ground[] = [];
  if (marker.recordId && asked.recordIds.includes(marker.recordId)) onWhat.push('record');
  const here = addressKey(marker.address, marker.postcode);
  const isHere =
    here !== '' && asked.places.some(({ address, postcode }) => addressKey(address, postcode) === here);
  const vehicle = vehicleHow(asked.vehicle, marker.vehicle);
  const isBacked = isHere || vehicle !== undefined;
  const who = marker.about === 'person' ? person(asked, marker, { weighing, isBacked }) : undefined;
  if (who) onWhat.push(...who.onWhat);
  if (isHere) onWhat.push(marker.about === 'address' || who ? 'address' : 'household');
  if (vehicle) onWhat.push(vehicle);
  if (onWhat.length === 0) return undefined;
  return {
    markerId: marker.id,
    sureness: surenessOf(onWhat, marker.about, who),
    onWhat,
    probability: who?.probability ?? null,
  };
}

interface Who {
  onWhat: Ground[];
  probability: number | null;
  isLikely: boolean;
}

function person(
  asked: Asked,
  marker: Held,
  { weighing, isBacked }: { weighing: Weighing; isBacked: boolean },
): Who | undefined {
  const names = [marker.name, ...marker.otherNames];
  const likeness = Math.max(
    0,
    ...asked.names.flatMap((name) => names.map((other) => nameLikeness(name, other))),
  );
  const isAlike = likeness >= weighing.alike;
  const born = bornHow(asked.dateOfBirth, marker.dateOfBirth);
  const probability = weighing.judge(marker) ?? null;
  // Names alone are alike by chance; a birthday that contradicts one says that it is somebody else, unless the model doubts that.
  const byModel = (probability ?? 0) >= possibleFrom;
  if (!byModel && (!isAlike || born === 'apart')) return undefined;
  const onWhat: Ground[] = [];
  if (isAlike) onWhat.push(likeness >= sameName ? 'name' : 'name-alike');
  if (born === 'born' || born === 'born-near') onWhat.push(born);
  // One surname at one address is a family: that is the household, which is said as such.
  if (onWhat.length === 0) return undefined;
  // Many people share a name: without a birthday, a place or a plate beside it, it stays «perhaps», whatever the model says.
  const isLikely =
    (isBacked || born === 'born' || born === 'born-near') && (isAlike || (probability ?? 0) >= likelyFrom);
  return { onWhat, probability, isLikely };
}

function vehicleHow(asked: string | undefined, held: string): Ground | undefined {
  if (!asked || !held) return undefined;
  if (markKey(asked) === markKey(held)) return 'vehicle';
  return lookAlikeKey(asked) === lookAlikeKey(held) ? 'vehicle-alike' : undefined;
}

function surenessOf(onWhat: readonly Ground[], about: MarkerAbout, who: Who | undefined): Sureness {
  if (onWhat.includes('record') || (about === 'address' && onWhat.includes('address'))) return 'sure';
  if (who?.isLikely || onWhat.includes('household') || onWhat.includes('vehicle')) return 'likely';
  return 'possible';
}
