import type { PenaltyOffence } from '../reference/penalties.ts';
import { agencyId } from './agencies.ts';
import { DISTRICTS } from './districts.ts';
import { at, get } from './random.ts';

/**
 * What each invented council adopted, and the invented minute that says so. The law gives a range; the amount on a notice
 * is the council's own, as it stood on the day of the offence.
 */
export interface AdoptedAmount {
  agencyId: string;
  offence: PenaltyOffence;
  amountPence: number;
  earlyPence?: number;
  earlyDays?: number;
  windowDays: number;
  validFrom: string;
  validTo?: string;
  minute: string;
}

/** council offence from pounds [early pounds, days] minute; a later line for the same offence closes the one before. */
const TABLE = `
WEND fly-tipping 2019-04-01 300 200/10 Executive 7 Mar 2019, minute 93
WEND litter 2019-04-01 100 75/10 Executive 7 Mar 2019, minute 94
WEND household-waste-duty 2019-04-01 300 200/10 Executive 7 Mar 2019, minute 95
WEND fly-tipping 2023-10-01 400 280/10 Executive 14 Sep 2023, minute 41
WEND fly-tipping 2026-04-01 600 400/10 Executive 12 Feb 2026, minute 118
WEND litter 2023-10-01 150 100/10 Executive 14 Sep 2023, minute 42
WEND household-waste-duty 2023-10-01 400 250/10 Executive 14 Sep 2023, minute 43
WEND abandoned-vehicle 2019-04-01 200 120/7 Executive 7 Mar 2019, minute 96
WEND waste-carrier-registration 2023-10-01 300 - Executive 14 Sep 2023, minute 44
WEND pspo-breach 2020-10-20 100 75/10 Executive 10 Sep 2020, minute 30
WEND cpn-breach 2015-01-01 100 - Executive 11 Dec 2014, minute 62
WEND cpn-breach 2018-06-01 100 75/10 Executive 10 May 2018, minute 9
ALDE fly-tipping 2019-04-01 400 - Cabinet 6 Mar 2019, minute 77
ALDE litter 2019-04-01 100 65/10 Cabinet 6 Mar 2019, minute 78
ALDE household-waste-duty 2019-04-01 300 200/10 Cabinet 6 Mar 2019, minute 79
ALDE abandoned-vehicle 2019-04-01 200 - Cabinet 6 Mar 2019, minute 80
ALDE cpn-breach 2015-01-01 100 - Cabinet 3 Dec 2014, minute 51
SALT fly-tipping 2019-04-01 400 300/10 Environment Committee 5 Feb 2019, minute 27
SALT litter 2019-04-01 150 100/10 Environment Committee 5 Feb 2019, minute 28
SALT household-waste-duty 2019-04-01 400 300/10 Environment Committee 5 Feb 2019, minute 29
SALT fly-tipping 2024-01-01 1000 650/10 Environment Committee 21 Nov 2023, minute 12
SALT litter 2024-01-01 250 150/10 Environment Committee 21 Nov 2023, minute 13
SALT household-waste-duty 2024-01-01 600 400/10 Environment Committee 21 Nov 2023, minute 14
SALT abandoned-vehicle 2018-04-01 200 - Environment Committee 6 Feb 2018, minute 31
SALT pspo-breach 2021-05-01 100 75/10 Environment Committee 2 Mar 2021, minute 8
BRAC fly-tipping 2019-04-01 400 300/10 Cabinet 19 Mar 2019, minute 88
BRAC litter 2019-04-01 100 75/10 Cabinet 19 Mar 2019, minute 89
BRAC household-waste-duty 2019-04-01 400 300/10 Cabinet 19 Mar 2019, minute 90
BRAC fly-tipping 2023-09-01 500 350/10 Cabinet 18 Jul 2023, minute 204
BRAC litter 2023-09-01 150 100/10 Cabinet 18 Jul 2023, minute 205
BRAC litter 2026-01-01 200 150/10 Cabinet 11 Nov 2025, minute 377
BRAC household-waste-duty 2023-09-01 400 300/10 Cabinet 18 Jul 2023, minute 206
BRAC abandoned-vehicle 2018-04-01 200 - Cabinet 20 Feb 2018, minute 51
PELL fly-tipping 2019-04-01 300 200/10 Policy Committee 28 Feb 2019, minute 5
PELL fly-tipping 2025-10-01 500 300/10 Policy Committee 3 Jul 2025, minute 22
PELL litter 2019-04-01 100 65/10 Policy Committee 28 Feb 2019, minute 6
PELL household-waste-duty 2019-04-01 200 - Policy Committee 28 Feb 2019, minute 7
PELL abandoned-vehicle 2019-04-01 200 - Policy Committee 28 Feb 2019, minute 8
FENN fly-tipping 2019-04-01 250 150/10 Executive 14 Mar 2019, minute 37
FENN litter 2019-04-01 100 65/10 Executive 14 Mar 2019, minute 38
FENN household-waste-duty 2019-04-01 200 150/10 Executive 14 Mar 2019, minute 39
FENN fly-tipping 2023-11-01 400 300/10 Executive 5 Oct 2023, minute 64
FENN litter 2023-11-01 125 85/10 Executive 5 Oct 2023, minute 65
FENN household-waste-duty 2023-11-01 400 200/10 Executive 5 Oct 2023, minute 66
FENN abandoned-vehicle 2019-04-01 200 - Executive 14 Mar 2019, minute 40
FENN dog-fouling 2021-01-01 100 60/10 Executive 12 Nov 2020, minute 18
MCC pnd-upper-tier 2013-07-01 90 - Set by order for the whole country
MPOL pnd-upper-tier 2013-07-01 90 - Set by order for the whole country
`;

/** The parts of the statutory window: every council here keeps the statutory fourteen days but one, which allows 28; of a PND 21. */
const windowOf = (council: string, offence: string): number =>
  offence === 'pnd-upper-tier' ? 21 : council === 'FENN' ? 28 : 14;
/** Who gives a penalty notice for disorder besides the districts' own penalties. */
const OTHERS = ['MCC', 'MPOL'];

interface Line extends AdoptedAmount {
  key: string;
}

const OFFENCES: ReadonlyMap<string, PenaltyOffence> = new Map(
  (
    [
      'fly-tipping',
      'litter',
      'household-waste-duty',
      'abandoned-vehicle',
      'pspo-breach',
      'cpn-breach',
      'waste-carrier-registration',
      'dog-fouling',
      'pnd-upper-tier',
    ] as const
  ).map((offence): [string, PenaltyOffence] => [offence, offence]),
);

function lineOf(text: string): Line {
  const [council = '', word = '', validFrom = '', pounds, early = '-', ...minute] = text.split(' ');
  const [earlyPounds, days] = early.split('/');
  if (!OTHERS.includes(council) && !DISTRICTS.some((d) => d.agencyCode === council))
    throw new Error(`No council ${council}`);
  return {
    key: `${council} ${word}`,
    agencyId: agencyId(council),
    offence: get(OFFENCES, word),
    amountPence: Number(pounds) * 100,
    ...(early === '-' ? {} : { earlyPence: Number(earlyPounds) * 100, earlyDays: Number(days) }),
    windowDays: windowOf(council, word),
    validFrom,
    minute: minute.join(' '),
  };
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

function close(lines: readonly Line[]): AdoptedAmount[] {
  return lines.map(({ key, ...amount }, i) => {
    const next = lines.slice(i + 1).find((later) => later.key === key);
    return next ? { ...amount, validTo: dayBefore(next.validFrom) } : amount;
  });
}

export const adoptedAmounts: readonly AdoptedAmount[] = close(TABLE.trim().split('\n').map(lineOf));

/** What a council had adopted for an offence on the day it happened. */
export function adoptedAmount(
  agency: string,
  offence: PenaltyOffence,
  day: string,
): AdoptedAmount | undefined {
  const found = adoptedAmounts.filter(
    (row) =>
      row.agencyId === agency &&
      row.offence === offence &&
      row.validFrom <= day &&
      day <= (row.validTo ?? day),
  );
  return found.length > 0 ? at(found, 0) : undefined;
}
