/** An amount and how many records have it. */
export interface Weighted {
  amount: number;
  n: number;
}

/** The median of weighted amounts in rising order, between the two middle ones where there are two; null of none. */
export function medianOf(rising: readonly Weighted[], count: number): number | null {
  if (count === 0) return null;
  const middle = (count - 1) / 2;
  const low = amountAt(rising, Math.floor(middle));
  const high = amountAt(rising, Math.ceil(middle));
  return (low + high) / 2;
}

/** The amount of the record at a place counted from 0. */
function amountAt(rising: readonly Weighted[], place: number): number {
  let before = 0;
  for (const { amount, n } of rising) {
    before += n;
    if (place < before) return amount;
  }
  return Number.NaN;
}
