import { flyTipLandTypes, flyTipSizes, flyTipWasteTypes } from '../../reference/fly-tip.ts';
import { activityClasses, rowsOn } from '../../reference/jet.ts';
import { rowsOn as partsOn, stopResults } from '../../reference/operation-parts.ts';
import {
  amountFor,
  areasOf,
  canUsePower,
  identifiedByWords,
  listAdopted,
  listPenaltyLaw,
  offences,
  offencesAtHome,
  offencesFor,
  offenceWords,
  officerFacts,
  writePenalties,
} from '../enforcement/index.ts';
import { stopKindWords } from '../operations/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { moneyWords } from '../platform/ui/index.ts';
import { captureKinds } from './capture.kinds.ts';
import { type CaptureKind, captureKindWords } from './capture.words.ts';

/** One thing to choose, by its code. */
export interface Choice {
  code: string;
  name: string;
}
/** An offence with what it costs today, and whether the officer may sign a penalty for it in their own area. */
export interface OffenceChoice extends Choice {
  amount: string | null;
  /** Why there is no amount today, where there is none. */
  noAmountWhy: string | null;
  mayIssue: boolean;
  /** By which power, or what is in the way. */
  power: string;
  isAtHome: boolean;
}

const named = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([code, name]) => ({ code, name }));

async function offenceChoices(work: Work): Promise<OffenceChoice[]> {
  const viewer = officerOf(work);
  if (!mayUse(viewer, writePenalties)) return [];
  const today = work.clock.today();
  const [laws, adopted, facts, agency] = await Promise.all([
    listPenaltyLaw(work),
    listAdopted(work, viewer.agencyId),
    officerFacts(work, viewer.officerId, true),
    work.db
      .selectFrom('directory.agency')
      .select('areaCode')
      .where('id', '=', viewer.agencyId)
      .executeTakeFirst(),
  ]);
  const place = await areasOf(work, { wardCode: null, districtCode: agency?.areaCode ?? null });
  return offencesFor(viewer.roles, offences).map((offence) => {
    const amount = amountFor({ laws, adopted, agencyId: viewer.agencyId, offence, day: today });
    const answer = facts
      ? canUsePower(facts, `fpn.${offence}`, place, today)
      : { ok: false as const, unmet: [] };
    return {
      ...{ code: offence, name: offenceWords[offence], isAtHome: offencesAtHome.includes(offence) },
      ...{ amount: amount.ok ? moneyWords(amount.value.adopted.amountPence) : null },
      ...{ noAmountWhy: amount.ok ? null : amount.words, mayIssue: answer.ok },
      power: (answer.ok ? answer.words : answer.unmet.map(({ words }) => words).join('; ')).replace(
        /\.$/,
        '',
      ),
    };
  });
}

/** What the forms of the telephone offer today, to this officer. */
export async function choicesFor(work: Work) {
  const viewer = officerOf(work);
  const today = work.clock.today();
  return {
    kinds: (Object.keys(captureKindWords) as CaptureKind[]).filter((kind) =>
      mayUse(viewer, captureKinds[kind].permission),
    ),
    offences: await offenceChoices(work),
    identifiedBy: named(identifiedByWords),
    landTypes: flyTipLandTypes.map(({ code, name }) => ({ code, name })),
    wasteTypes: flyTipWasteTypes.map(({ code, name }) => ({ code, name })),
    wasteSizes: flyTipSizes.map(({ code, name }) => ({ code, name })),
    activities: rowsOn(activityClasses, today).map(({ code, name }) => ({ code, name })),
    stopKinds: named(stopKindWords),
    stopResults: partsOn(stopResults, today).map(({ code, name }) => ({ code, name })),
  };
}
