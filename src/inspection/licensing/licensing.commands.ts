import { persistentObjectives } from '../../../reference/licensing.ts';
import { addEvent } from '../../enforcement/index.ts';
import { ok, type Result, stale } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { dayWords } from '../../platform/ui/index.ts';
import { choiceName, visitKindName, visitResultName } from '../inspection.words.ts';
import { persistentOn } from '../persistent.queries.ts';
import { ownPremises, toldPremises } from '../premises.commands.ts';
import { visitsOf } from '../visit.store.ts';
import type { LicensingClockInput, LicensingDraftInput } from './licensing.forms.ts';
import { openLicensing } from './licensing.queries.ts';
import { type Evidence, type Licensing, listLicensings } from './licensing.store.ts';
import { licensingKindWords } from './licensing.words.ts';

/** What the records of the premises show: unlawful sales, what was decided of them, and visits that were not in order. */
async function evidenceOf(
  work: Work,
  premisesId: string,
): Promise<{ rows: Evidence[]; isPersistent: boolean }> {
  const selling = (await persistentOn(work, [premisesId])).get(premisesId);
  const visits = await visitsOf(work, premisesId);
  const own = officerOf(work).agencyId;
  const rows = [
    ...(selling?.sales ?? []).map(({ onDay, reference, isPaid }) => ({
      onDay,
      words: `Alcohol was sold to a child: ${reference ? `test purchase ${reference}` : 'a penalty that was paid'}${isPaid ? '; the penalty was paid, which is evidence of the sale (s.147A)' : ''}`,
    })),
    ...(selling?.decisions ?? []).map(({ lastOn, firstOn, choice, hours }) => ({
      onDay: lastOn,
      words: `Persistent selling from ${dayWords(firstOn)} to ${dayWords(lastOn)}; decided: ${choiceName(choice).toLowerCase()}${hours === null ? '' : `, ${hours} hours`}`,
    })),
    ...visits.flatMap(({ agencyId, visitedOn, result, kind }) =>
      agencyId === own && visitedOn && result && result !== 'compliant'
        ? [{ onDay: visitedOn, words: `${visitKindName(kind)}: ${visitResultName(result).toLowerCase()}` }]
        : [],
    ),
  ].sort((a, b) => a.onDay.localeCompare(b.onDay));
  return { rows, isPersistent: selling?.found !== undefined || (selling?.decisions.length ?? 0) > 0 };
}

/** Begins the review of the licence of premises, with what their records show as its evidence. */
export async function draftLicensing(
  work: Work,
  { premisesId, kind }: LicensingDraftInput,
): Promise<Result<Licensing>> {
  const found = await ownPremises(work, premisesId);
  if (!found.ok) return found;
  const [open] = await listLicensings(work, { premisesId, status: 'open', kind }, { limit: 1 });
  if (open) return stale(`A review of this licence is open already: ${open.reference}.`);
  const { agencyId, officerId } = officerOf(work);
  const { rows, isPersistent } = await evidenceOf(work, premisesId);
  const id = work.ids.next();
  await work.db
    .insertInto('inspection.licensing')
    .values({
      ...{ id, reference: work.ids.reference('LR'), agencyId, premisesId, kind, status: 'draft' },
      ...{ grounds: isPersistent ? [...persistentObjectives] : [], outcomes: [] },
      ...{ madeBy: officerId, madeAt: work.clock.now() },
    })
    .execute();
  if (rows.length > 0)
    await work.db
      .insertInto('inspection.licensingEvidence')
      .values(
        rows.map((row, position) => ({ id: work.ids.next(), licensingId: id, agencyId, position, ...row })),
      )
      .execute();
  await addEvent(
    work,
    'licensing',
    { id, agencyId },
    {
      kind: 'drafted',
      words: `${licensingKindWords[kind]} begun, with ${rows.length} ${rows.length === 1 ? 'line' : 'lines'} of evidence from the records of the premises`,
    },
  );
  await toldPremises(work, found.value, 'review-begun', 'A review of the licence was begun');
  return openLicensing(work, id);
}

/** Enters the number that the agency uses for a period from today on; without a number it uses none. */
export async function setLicensingClock(
  work: Work,
  { code, count, source }: LicensingClockInput,
): Promise<Result<{ id: string }>> {
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  await work.db
    .insertInto('inspection.licensingClock')
    .values({
      ...{ id, agencyId, code, count: count ?? null, source, validFrom: work.clock.today() },
      ...{ setBy: officerId, setAt: work.clock.now() },
    })
    .execute();
  about(work, 'licensing-clock', id, { code, count: count ?? null });
  return ok({ id });
}
