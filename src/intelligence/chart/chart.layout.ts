/** An element as a drawing needs it: its step from the start, and its neighbours by place. */
export interface Drawn {
  step: number;
  near: readonly number[];
}

/** Where one element is drawn, and by whom it was reached; -1 is nobody. */
export interface Spot {
  x: number;
  y: number;
  parent: number;
}

const ringGap = 10;
/** Least distance between two elements of one ring. */
const elbow = 3;

/**
 * Rings around the start, one for each step, in a part of the circle as wide as what hangs from it: the same chart is drawn
 * the same each time, at once, with everything as far out as it is steps away. `elements` come as they were reached.
 */
export function ringsOf(elements: readonly Drawn[]): Spot[] {
  const parent = elements.map(
    ({ step, near }, place) =>
      near.find((other) => other !== place && (elements[other]?.step ?? step) < step) ?? -1,
  );
  const children = elements.map((): number[] => []);
  const roots: number[] = [];
  for (const [place, above] of parent.entries()) (above < 0 ? roots : (children[above] ?? roots)).push(place);
  const width = elements.map(() => 1);
  // Parents stand before their children, so that from the end every width is known when it is added.
  for (let place = elements.length - 1; place >= 0; place -= 1) {
    const below = children[place] ?? [];
    if (below.length > 0) width[place] = below.reduce((sum, child) => sum + (width[child] ?? 1), 0);
  }
  const rings = radiiOf(elements, roots.length);
  const spots: Spot[] = elements.map((_, place) => ({ x: 0, y: 0, parent: parent[place] ?? -1 }));
  let laid = 0;
  const lay = (places: readonly number[], from: number, to: number, next: [number, number, number][]) => {
    const whole = places.reduce((sum, place) => sum + (width[place] ?? 1), 0);
    let at = from;
    for (const place of places) {
      const end = at + ((to - from) * (width[place] ?? 1)) / whole;
      const middle = (at + end) / 2;
      const ring = rings[elements[place]?.step ?? 0] ?? { radius: 0, bands: 1 };
      const out = ring.radius + (laid % ring.bands) * elbow;
      laid += 1;
      const spot = spots[place];
      if (spot) [spot.x, spot.y] = [out * Math.cos(middle), out * Math.sin(middle)];
      next.push([place, at, end]);
      at = end;
    }
  };
  const waiting: [number, number, number][] = [];
  lay(roots, 0, 2 * Math.PI, waiting);
  for (const [place, from, to] of waiting) lay(children[place] ?? [], from, to, waiting);
  return spots;
}

/**
 * How far out each ring is: farther than the one before, and as wide as what stands on it. A crowded ring is several bands
 * deep, so that it stays a ring that can be seen into and not a line at the rim.
 */
function radiiOf(elements: readonly Drawn[], roots: number): { radius: number; bands: number }[] {
  const counts: number[] = [];
  for (const { step } of elements) counts[step] = (counts[step] ?? 0) + 1;
  const rings: { radius: number; bands: number }[] = [];
  let last = 0;
  for (let step = 0; step < counts.length; step += 1) {
    const count = counts[step] ?? 0;
    const bands = Math.max(1, Math.min(12, Math.round(Math.sqrt(count / 60))));
    const needed = (count * elbow) / (2 * Math.PI * bands);
    const radius = step === 0 ? (roots > 1 ? Math.max(needed, elbow) : 0) : Math.max(last + ringGap, needed);
    rings.push({ radius, bands });
    last = radius + (bands - 1) * elbow;
  }
  return rings;
}

/** Where an arrow key leads from an element: inward, outward, or to the one beside it; itself where there is nothing. */
export function moveTo(
  spots: readonly Spot[],
  from: number,
  way: 'inward' | 'outward' | 'next' | 'before',
): number {
  const parent = spots[from]?.parent ?? -1;
  if (way === 'inward') return parent < 0 ? from : parent;
  const childrenOf = (of: number): number[] => {
    const found: number[] = [];
    for (const [place, spot] of spots.entries()) if (spot.parent === of) found.push(place);
    return found;
  };
  if (way === 'outward') return childrenOf(from)[0] ?? from;
  const beside = childrenOf(parent);
  const at = beside.indexOf(from);
  const to = at + (way === 'next' ? 1 : -1);
  return beside[(to + beside.length) % beside.length] ?? from;
}
