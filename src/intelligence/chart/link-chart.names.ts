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
    const short = name.length > longest ? `${name.slice(0, longest - 2)}…` : name;
    const wide = window.widthOf(short);
    const left = x + size + wide + 8 < window.width ? x + size + 4 : x - size - 4 - wide;
    const right = left + wide;
    if (
      placed.every(
        (other) => left >= other.right || right <= other.left || Math.abs(y - other.y) >= lineOfText,
      )
    )
      placed.push({ name: short, left, right, y });
  }
  return placed;
}
