import { agencyId } from './agencies.ts';
import type { CountyAgreement } from './county.types.ts';
import { DISTRICTS } from './districts.ts';
import { uuidOf } from './random.ts';

/** Which agency may pass which kind of record to which, and under what power. What is not here is not allowed. */

const CDA = 'Crime and Disorder Act 1998 s.115';
const ENTERPRISE = 'Enterprise Act 2002 Part 9';
const CARE = 'Care Act 2014 s.6/7/45';
const CRIME_AND_TAX = 'Data Protection Act 2018 Sch 2 para 2';
const SAFEGUARDING = 'Data Protection Act 2018 Sch 1 (safeguarding)';

interface Pair {
  from: string;
  to: string;
  kinds: readonly string[];
  gateway: string;
  startsOn?: string;
  endsOn?: string;
}

const both = (pair: Pair): Pair[] => [pair, { ...pair, from: pair.to, to: pair.from }];

/** Tidewater has none with the police, and Saltmarch's with Harbourlight was let lapse: both are met in the product. */
function pairs(): Pair[] {
  const districts = DISTRICTS.map((d) => d.agencyCode);
  return [
    ...districts.flatMap((district) => [
      ...both({ from: district, to: 'MCC', kinds: ['report', 'case', 'task'], gateway: CDA }),
      ...both({ from: district, to: 'MPOL', kinds: ['report', 'case', 'task'], gateway: CDA }),
      ...both({ from: district, to: 'MFRS', kinds: ['report', 'task'], gateway: CDA }),
    ]),
    ...both({ from: 'WEND', to: 'HARB', kinds: ['report', 'case', 'task'], gateway: CDA }),
    ...both({ from: 'BRAC', to: 'HARB', kinds: ['report', 'task'], gateway: CDA }),
    {
      from: 'SALT',
      to: 'HARB',
      kinds: ['report', 'case'],
      gateway: CDA,
      startsOn: '2021-09-01',
      endsOn: '2024-08-31',
    },
    ...['ALDE', 'PELL', 'FENN'].flatMap((d) =>
      both({ from: d, to: 'TIDE', kinds: ['report', 'task'], gateway: CDA }),
    ),
    ...both({ from: 'MCC', to: 'MPOL', kinds: ['report', 'case', 'task', 'person'], gateway: CDA }),
    ...both({ from: 'MPOL', to: 'HARB', kinds: ['report', 'case'], gateway: CRIME_AND_TAX }),
    ...both({ from: 'MPOL', to: 'PROB', kinds: ['report', 'case', 'person'], gateway: CDA }),
    ...both({ from: 'MCC', to: 'MICB', kinds: ['case', 'person'], gateway: CARE }),
    ...both({ from: 'MCC', to: 'STED', kinds: ['person'], gateway: SAFEGUARDING }),
    ...both({ from: 'MPOL', to: 'HAVN', kinds: ['person'], gateway: SAFEGUARDING }),
    { from: 'NSU', to: 'MCC', kinds: ['report', 'person', 'restricted-list'], gateway: ENTERPRISE },
    // Who opens victim lists to the county's register. The fire service says only that it knows somebody; Tidewater says nothing.
    ...['MPOL', 'HARB', 'STED', 'WEND'].map((from) => ({
      from,
      to: 'MCC',
      kinds: ['victim', 'victim-contact'],
      gateway: SAFEGUARDING,
    })),
    { from: 'MFRS', to: 'MCC', kinds: ['victim-contact'], gateway: SAFEGUARDING },
    // Who lets whom know that two should go. Tidewater has no agreement with anybody: a screen says that it was not asked.
    ...[...districts, 'MCC', 'MPOL', 'HARB'].flatMap((from, index, all) =>
      all.slice(index + 1).flatMap((to) => both({ from, to, kinds: ['marker'], gateway: CDA })),
    ),
    ...[...districts, 'MCC'].map((to) => ({ from: 'PROB', to, kinds: ['marker'], gateway: CDA })),
  ];
}

export function buildAgreements(): CountyAgreement[] {
  return pairs().flatMap(({ from, to, kinds, gateway, startsOn = '2023-04-01', endsOn }) =>
    kinds.map((recordKind) => ({
      id: uuidOf(`agreement ${from} ${to} ${recordKind}`),
      fromAgencyId: agencyId(from),
      toAgencyId: agencyId(to),
      recordKind,
      gateway,
      startsOn,
      ...(endsOn === undefined ? {} : { endsOn }),
    })),
  );
}
