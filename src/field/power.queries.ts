import { areasOf, canUsePower, officerFacts, powerWords } from '../enforcement/index.ts';
import { officerOf, type Work } from '../platform/http/work.ts';

/** What an officer may do in a part of the county today, and what of their powers does not count there. */
export interface PowersHere {
  /** The district, by its name. */
  where: string;
  /** What is to be done there today. */
  why: string[];
  may: string[];
  /** A power that is on their list and does not count there today, and why. */
  mayNot: string[];
}

/** Powers that an order gives besides: where it lies and whom it names is asked when a notice is written. */
const onOrder = new Set(['fpn.pspo-breach']);

/**
 * “What may I do here?”, for each district of the day: every power on the officer's own list, in uniform, asked of the same rule that a
 * notice is. What they hold nowhere is not listed.
 */
export async function powersOfDay(
  work: Work,
  places: readonly { districtCode: string | null; why: string }[],
): Promise<PowersHere[]> {
  const { officerId } = officerOf(work);
  const facts = await officerFacts(work, officerId, true);
  if (!facts) return [];
  const held = [...new Set(facts.authorisations.map(({ power }) => power))].filter(
    (power) => powerWords[power],
  );
  const codes = [...new Set(places.flatMap(({ districtCode }) => districtCode ?? []))];
  if (held.length === 0 || codes.length === 0) return [];
  const named = await work.db
    .selectFrom('directory.area')
    .select(['code', 'name'])
    .where('code', 'in', codes)
    .orderBy('name')
    .execute();
  const today = work.clock.today();
  const found: PowersHere[] = [];
  for (const { code, name } of named) {
    const place = await areasOf(work, { wardCode: null, districtCode: code });
    const here: PowersHere = {
      ...{ where: name, may: [], mayNot: [] },
      why: [...new Set(places.filter((one) => one.districtCode === code).map(({ why }) => why))],
    };
    for (const power of held) {
      const words = `${powerWords[power] ?? power}${onOrder.has(power) ? ', inside the area of an order that you are authorised for' : ''}`;
      const answer = canUsePower(facts, power, place, today);
      if (answer.ok) here.may.push(words);
      else here.mayNot.push(`${words}: ${answer.unmet.map((one) => one.words).join('; ')}`);
    }
    found.push(here);
  }
  return found;
}
