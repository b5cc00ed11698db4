import type { CountyReport, CountyStreet, ReporterType } from './county.types.ts';
import { FORENAMES, reporterPhone, SURNAMES } from './names.ts';
import { at, type Random, randomFor, weightedDraw } from './random.ts';
import { addressOn } from './subjects.ts';

type Reporter = NonNullable<CountyReport['reporter']>;

const POOL = 6000;
/** The rest of the drama numbers belong to the victim lists; past them, reporters leave an e-mail address only. */
const WITH_PHONE = 680;

/** A pool of members of the public, few of whom report often. */
export function reporterDrawer(streets: readonly CountyStreet[]): (random: Random) => Reporter {
  const random = randomFor('county reporters');
  const pool = Array.from({ length: POOL }, (_, n): Reporter => {
    const [forename, surname] = [random.pick(FORENAMES), random.pick(SURNAMES)];
    const home = addressOn(random.pick(streets), random);
    const phone = n < WITH_PHONE ? reporterPhone(n) : undefined;
    const email = `${forename}.${surname}${n}@post.example`.toLowerCase();
    return {
      name: `${forename} ${surname}`,
      ...(phone === undefined ? {} : { phone }),
      ...(phone === undefined || n % 2 === 0 ? { email } : {}),
      ...(n % 3 === 0 ? {} : { address: `${home.address} ${home.postcode}` }),
    };
  });
  const draw = weightedDraw(pool.map((_, rank) => (rank + 40) ** -0.55));
  return (source) => at(pool, draw(source));
}

const byGroup: Readonly<Record<string, readonly ReporterType[]>> = {
  Housing: ['tenant', 'tenant', 'tenant', 'affected-neighbour', 'legitimate-landlord', 'concerned-citizen'],
  'Noise and nuisance': ['affected-neighbour', 'affected-neighbour', 'resident', 'tenant'],
  'Trading and scams': [
    'consumer',
    'consumer',
    'victim',
    'legitimate-trader',
    'employee',
    'concerned-citizen',
  ],
  'Food, health and safety': ['consumer', 'consumer', 'employee', 'health-professional'],
  Licensing: ['resident', 'concerned-citizen', 'legitimate-trader', 'affected-neighbour'],
  Safeguarding: ['concerned-citizen', 'affected-neighbour', 'health-professional', 'victim'],
  'Anti-social behaviour': ['resident', 'resident', 'victim', 'affected-neighbour', 'elected-member'],
};
const ANYONE: readonly ReporterType[] = [
  'resident',
  'resident',
  'resident',
  'concerned-citizen',
  'elected-member',
];

export const reporterTypeFor = (group: string, random: Random): ReporterType =>
  random.pick(byGroup[group] ?? ANYONE);
