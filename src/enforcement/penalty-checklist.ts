import type { PenaltyOffence } from '../../reference/penalties.ts';
import type { Day } from '../platform/clock/clock.ts';
import {
  type IdentifiedBy,
  offencesAtHome,
  type ServiceMethod,
  servesWithoutAddress,
} from './penalty.words.ts';
import type { Condition } from './procedure.ts';

/** What the checklist looks at. */
export interface DraftFacts {
  offence: PenaltyOffence | null;
  offenceOn: Day | null;
  offenceTime: string | null;
  placeWords: string | null;
  districtCode: string | null;
  identifiedBy: IdentifiedBy | null;
  policyConsidered: boolean;
  recipientName: string | null;
  recipientAddress: string | null;
  /** The address must stay hidden: the notice is then handed over. */
  isAddressHidden: boolean;
  servedHow: ServiceMethod;
  evidence: readonly { kind: string }[];
  landType: string | null;
  wasteType: string | null;
  wasteSize: string | null;
}

type Ask = Omit<Condition, 'met'> & {
  isMet: (facts: DraftFacts, today: Day) => boolean;
  /** Asked only where this holds. */
  asksIf?: (facts: DraftFacts) => boolean;
};

const isToHidden = (facts: DraftFacts): boolean => facts.isAddressHidden;
/** Where it happened need not be said of somebody whose address it would give away. */
const mayLeavePlaceOut = (f: DraftFacts): boolean =>
  f.isAddressHidden && f.offence !== null && offencesAtHome.includes(f.offence);

/** What must be there before a notice is issued: without an offence and proof of who did it, there is no penalty. */
const checklist: readonly Ask[] = [
  {
    code: 'offence',
    words: 'The offence is identified',
    isMet: (f) => f.offence !== null,
    mend: 'Choose the offence.',
    field: 'offence',
  },
  {
    code: 'when',
    words: 'The day and time of the offence are known',
    isMet: (f, today) => f.offenceOn !== null && f.offenceOn <= today && f.offenceTime !== null,
    mend: 'Enter the day, not in the future, and the time, even if it is about.',
    field: 'offenceOn',
  },
  {
    code: 'where',
    words: 'The place is known and lies in a district',
    isMet: (f) => (Boolean(f.placeWords) || mayLeavePlaceOut(f)) && f.districtCode !== null,
    mend: 'Say where, and give a full postcode in the county.',
    field: 'placeWords',
  },
  {
    code: 'tip',
    words: 'What was tipped, how much and on whose land',
    asksIf: (f) => f.offence === 'fly-tipping',
    isMet: (f) => f.landType !== null && f.wasteType !== null && f.wasteSize !== null,
    mend: 'Choose land, waste and size: the national return asks for them.',
    field: 'landType',
  },
  {
    code: 'who',
    words: 'It is known what shows who did it',
    isMet: (f) => f.identifiedBy !== null,
    mend: 'Choose what identifies the person.',
    field: 'identifiedBy',
  },
  {
    code: 'statement',
    words: 'There is a statement',
    isMet: (f) => f.evidence.some((e) => e.kind === 'statement' || e.kind === 'admission'),
    mend: 'Add an officer’s or witness’s statement.',
    field: 'evidence',
  },
  {
    code: 'picture',
    words: 'There is a photograph, recording or document',
    isMet: (f) => f.evidence.some((e) => e.kind === 'photo' || e.kind === 'cctv' || e.kind === 'document'),
    mend: 'Add a photograph, CCTV or a document found.',
    field: 'evidence',
  },
  {
    code: 'policy',
    words: 'The enforcement policy and public interest were considered',
    isMet: (f) => f.policyConsidered,
    mend: 'Read the policy, then tick that a penalty is right here: age, health, first offence, advice given before.',
    field: 'policyConsidered',
  },
  {
    code: 'recipient',
    words: 'The person’s name and address are known',
    isMet: (f) => Boolean(f.recipientName) && Boolean(f.recipientAddress),
    mend: 'Enter the full name and the address for service.',
    field: 'recipientName',
    asksIf: (f) => !isToHidden(f),
  },
  {
    code: 'recipient',
    words: 'The person’s name is known; their address must stay hidden',
    isMet: (f) => Boolean(f.recipientName),
    mend: 'Enter the full name, and no address.',
    field: 'recipientName',
    asksIf: isToHidden,
  },
  {
    code: 'by-hand',
    words: 'The notice is handed over, since the address must stay hidden',
    isMet: (f) => servesWithoutAddress(f.servedHow),
    mend: 'Hand the notice to the person.',
    field: 'servedHow',
    asksIf: isToHidden,
  },
];

/** The evidence checklist as it stands for a draft. */
export const conditionsOf = (facts: DraftFacts, today: Day): Condition[] =>
  checklist
    .filter(({ asksIf }) => asksIf?.(facts) ?? true)
    .map(({ isMet, asksIf: _asksIf, ...rest }) => ({ ...rest, met: isMet(facts, today) }));
