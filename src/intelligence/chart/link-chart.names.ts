/** A name that wants to stand beside its mark, in CSS pixels of the window. */
export interface Wanted {
  name: string;
  x: number;
  y: number;
  size: number;
}

/** A name where there is room for it: its left edge, and the middle of its line. */
export interface Placed {
  name: string;
  left: number;
  y: number;
}

const namesShown = 40;
/** A crowded window is not looked through to its end. */
const namesTried = 400;
const lineOfText = 16;
const longest = 42;

/** A name with fewer letters than these left says nothing. */
const shortest = 10;

/** As much of a name as there is room for; nothing where that is too little. */
function cut(name: string, room: number, widthOf: (text: string) => number): string | undefined {
  for (let length = Math.min(name.length, longest); length >= Math.min(shortest, name.length); length -= 1) {
    const text = length < name.length ? `${name.slice(0, length - 2)}…` : name;
    if (widthOf(text) <= room) return text;
  }
  return undefined;
}

/** As many names as find room, in their order, to the right of their marks or else to the left; none over another. */
export function namesThatFit(
  wanted: Iterable<Wanted>,
  window: { width: number; height: number; widthOf(text: string): number },
): Placed[] {
  const placed: (Placed & { right: number })[] = [];
  let tried = 0;
  for (const { name, x, y, size } of wanted) {
    if (x < 0 || y < 0 || x > window.width || y > window.height) continue;
    tried += 1;
    if (placed.length >= namesShown || tried > namesTried) break;
    const beside = size + 4;
    const isFree = (left: number, right: number) =>
      placed.every(
        (other) => left >= other.right || right <= other.left || Math.abs(y - other.y) >= lineOfText,
      );
    const sides = [true, false].flatMap((isRight) => {
      const short = cut(name, (isRight ? window.width - x : x) - beside - 4, window.widthOf);
      if (short === undefined) return [];
      const left = isRight ? x + beside : x - beside - window.widthOf(short);
      return [{ name: short, left, right: left + window.widthOf(short), y }];
    });
    // The side that shows more of it, the right one where both show as much.
    const found = sides
      .sort((one, other) => other.name.length - one.name.length)
      .find(({ left, right }) => isFree(left, right));
    if (found) placed.push(found);
  }
  return placed;
}
