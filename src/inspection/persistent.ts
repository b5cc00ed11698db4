import { persistentSelling } from '../../reference/inspection.ts';
import { addMonths } from '../enforcement/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';

/** An attempt as far as persistent selling looks at it. */
export interface TestedSale {
  result: string;
  product: string;
  volunteerAge: number;
  onDay: Day;
}
/** Whether an attempt was an unlawful sale: alcohol, sold, to somebody under 18. A pass, a void and a buyer of age are none. */
export const isUnlawfulSale = ({ result, product, volunteerAge }: TestedSale): boolean =>
  result.startsWith('fail') &&
  product === persistentSelling.product &&
  volunteerAge < persistentSelling.underAge;

/** Two sales that are persistent selling together: the first and the last of a period of three consecutive months. */
export interface PersistentSelling {
  firstOn: Day;
  lastOn: Day;
  sales: number;
}

/**
 * Persistent selling (Licensing Act 2003 s.147A): on two occasions or more within three consecutive months alcohol was sold unlawfully
 * on the same premises. Three months that start with 5 August end with 4 November: a sale on the 5th of November is outside.
 *
 * @param sales days of the unlawful sales on one premises; each occasion is one
 * @returns the latest such period; undefined where there is none
 */
export function persistentOf(sales: readonly Day[]): PersistentSelling | undefined {
  const days = [...sales].sort();
  for (let last = days.length - 1; last > 0; last -= 1) {
    const lastOn = days[last];
    if (lastOn === undefined) continue;
    const within = days.slice(0, last + 1).filter((day) => lastOn <= endOfPeriod(day));
    const [firstOn] = within;
    if (firstOn !== undefined && within.length >= persistentSelling.sales)
      return { firstOn, lastOn, sales: within.length };
  }
  return undefined;
}
/** The last day of three consecutive months that start with a day; of a day that the last month has not, that month's last. */
function endOfPeriod(day: Day): Day {
  const same = addMonths(day, persistentSelling.months);
  return same.slice(8) === day.slice(8) ? addDays(same, -1) : same;
}
