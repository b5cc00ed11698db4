import { packageToUse } from '../intelligence/index.ts';
import {
  type FieldProblem,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { identifiersIn, namesSomebody, readWords } from '../records/index.ts';
import type { AlertInput, ReachInput } from './alert.forms.ts';
import {
  type Alert,
  type AlertSource,
  changeAlert,
  endedProsecution,
  findAlert,
  keepAlert,
  keepReach,
} from './alert.store.ts';
import { type AlertAction, alertSteps } from './alert.words.ts';
import { casesOfPackage, namedOnCase } from './prosecution.store.ts';

const openFields = ['title', 'words', 'advice'] as const;

/** A reference of this system: it tells which file or package a warning was made from. */
const ownReference =
  /\b(?:[A-Z]{1,3}-[A-Z0-9]{4}-[A-Z0-9]{3}|(?=[a-z0-9-]{0,11}\d)[a-z]{1,3}-[a-z0-9]{4}-[a-z0-9]{3})\b/;

/** Somebody's data in words that are meant for everybody: whatever has a form, however it is written, and names that stand on the case. */
function personal(input: AlertInput, names: readonly string[]): FieldProblem[] {
  return openFields.flatMap((field) => {
    const said = readWords(input[field]);
    // A link can be the way to more advice; whose page it is, whoever approves looks at.
    const found =
      identifiersIn(said).find(({ kind }) => kind !== 'link')?.typed ??
      ownReference.exec(said)?.[0] ??
      names.map((name) => namesSomebody(said, name)).find(Boolean);
    return found ? [{ field, words: `“${found}” points to somebody: a warning holds nobody’s data` }] : [];
  });
}

/** Drafts a warning from a prosecution that ended or a package that may be used openly. Nobody outside reads it before it is approved. */
export async function draftAlert(work: Work, input: AlertInput): Promise<Result<Alert>> {
  const [serviceId] = officerOf(work).serviceIds;
  if (!serviceId)
    return refusedByRule('alert.no-service', 'You are in no service.', 'Ask the directory administrator.');
  const reference = input.source.toUpperCase();
  const found: AlertSource | undefined =
    (await endedProsecution(work, reference)) ?? (await packageToUse(work, reference));
  if (!found)
    return invalid({
      field: 'source',
      words:
        'Enter the reference of a prosecution of your service that has ended, or of a package that you took on and no condition keeps from being used openly',
    });
  if (input.endsOn <= work.clock.today())
    return invalid({ field: 'endsOn', words: 'The last day must be to come' });
  const cases = 'caseId' in found ? [found.caseId] : await casesOfPackage(work, found.packageId);
  const names: string[] = [];
  for (const caseId of cases) names.push(...(await namedOnCase(work, caseId)));
  const problems = personal(input, names);
  if (problems.length > 0) return invalid(...problems);
  const id = work.ids.next();
  const { source: _, ...rest } = input;
  await keepAlert(work, { ...rest, id, reference: work.ids.reference('AL'), serviceId }, found);
  return openAlert(work, id);
}

/** A warning of the viewer's agency; noted in the audit by its id. */
export async function openAlert(work: Work, id: string): Promise<Result<Alert>> {
  const found = await findAlert(work, id);
  if (!found) return notFound;
  about(work, 'alert', found.id);
  return ok(found);
}

/** Publishes or withdraws a warning. Whoever made it does not approve it. */
export async function stepAlert(
  work: Work,
  input: { alertId: string; action: AlertAction; version: number },
): Promise<Result<Alert>> {
  const found = await openAlert(work, input.alertId);
  if (!found.ok) return found;
  const alert = found.value;
  const line = alertSteps.find(
    ({ action, from }) => action === input.action && (from as readonly string[]).includes(alert.status), // the statuses of the table
  );
  if (!line || alert.version !== input.version)
    return stale('Somebody has dealt with this warning since you opened it. Reload the page.');
  const { officerId } = officerOf(work);
  if (line.action === 'publish' && alert.madeBy === officerId)
    return refusedByRule(
      'alert.four-eyes',
      'You made this warning, so that somebody else approves it.',
      'Ask another communications officer.',
    );
  const set =
    line.action === 'publish'
      ? { status: line.to, publishedOn: work.clock.today(), approvedBy: officerId }
      : { status: line.to };
  if (!(await changeAlert(work, alert, set)))
    return stale('Somebody has dealt with this warning since you opened it. Reload the page.');
  return openAlert(work, alert.id);
}

/** Writes down how a warning went out. */
export async function recordReach(
  work: Work,
  input: ReachInput & { alertId: string },
): Promise<Result<Alert>> {
  const found = await openAlert(work, input.alertId);
  if (!found.ok) return found;
  if (found.value.status === 'draft')
    return refusedByRule('alert.not-published', 'It was not published yet.', 'Approve it first.');
  const { alertId, ...row } = input;
  if (row.onDay > work.clock.today() || row.onDay < (found.value.publishedOn ?? row.onDay))
    return invalid({ field: 'onDay', words: 'The day lies between publishing and today' });
  await keepReach(work, alertId, row);
  return openAlert(work, alertId);
}
