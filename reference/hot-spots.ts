/**
 * How hot spots and repeats are counted. Every number is a **proposal of this product** (unverified): no source that was read sets one. They
 * stand beside every figure that uses them.
 */
export const spotMethod = {
  /** Sides of a square that can be chosen, in metres, and the usual one. */
  cells: [250, 500, 1000, 2000],
  usualCell: 500,
  /** Fewer records than this in a square are never a hot spot, and fewer in all make no product. */
  least: 5,
  /** Of all the squares looked at together, the chance of one false hot spot is kept to this. */
  chance: 0.01,
  /** Reports this near each other are taken for one place, in metres. */
  samePlace: 50,
  /** The share of the most affected is said from so many places or people. */
  tenthFrom: 10,
  /** What leaves the unit shows a hot spot only where its records lie at so many places, or its square has so many postcodes: fewer would point at a door. */
  doorsToLeave: 3,
} as const;
