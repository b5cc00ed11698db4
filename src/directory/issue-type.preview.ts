import type { Work } from '../platform/http/work.ts';
import { namesOf } from './change/change.store.ts';
import { differencesOf } from './change/change.words.ts';
import type { Preview } from './change/edit-form.pages.tsx';
import type { PlannedRule } from './directory.commands.ts';
import { loadRouting } from './directory.store.ts';
import { issueFields, type PlannedIssueType } from './issue-type.commands.ts';
import { chooseService, type PlaceAreas, type RoutingFacts, type RoutingRule } from './routing.ts';

/** What changes about a line of the A to Z, and what it means for reports that come from now on. */
export async function previewOfIssueType(_work: Work, { before, after }: PlannedIssueType): Promise<Preview> {
  const was = before && issueFields(before);
  const differences = differencesOf(was, after, new Map());
  const effects: string[] = [];
  if (before === null)
    effects.push(
      'Reports of it go to the community safety inbox, and a gap is noted, until a rule says who answers.',
    );
  if (before && differences.length === 0) effects.push('Nothing: it already stands like this.');
  if (before && before.targetWorkingDays !== after.targetWorkingDays)
    effects.push('New reports are due by the new number of days. Those that were taken keep their day.');
  if (before?.isActive && after.isActive === false)
    effects.push(
      'Nobody can choose it for a new report any more. Reports that were taken stay, and are counted.',
    );
  if (before && !before.asksLandOwner && after.asksLandOwner === true)
    effects.push('Whoever reports it is asked whose land it is on, and rules may tell by that.');
  if (before && JSON.stringify(before.words) !== JSON.stringify(after.words))
    effects.push('The public’s form and “where would this go?” suggest it by the new words at once.');
  const warning =
    Boolean(before?.isSensitive) === Boolean(after.isSensitive)
      ? undefined
      : after.isSensitive
        ? 'From now on a report of it is known to the service it goes to and to nobody else. Those taken before stay as they were.'
        : 'From now on a report of it is seen like any other. Those taken before stay restricted.';
  return { differences, effects, warning };
}

const shownLines = 20;

/** Where reports of one kind go: the same question before and after, for each place that may differ. */
export async function previewOfRule(work: Work, plan: PlannedRule): Promise<Preview> {
  const { before, after, issueType } = plan;
  const on = before ? (after.endsOn ?? after.startsOn) : after.startsOn;
  const names = await namesOf(work.db, [after.serviceId, after.areaCode ?? '']);
  const table = await loadRouting(work.db, [issueType]);
  const others = (table.rules.get(issueType) ?? []).filter((rule) => rule.id !== after.id);
  const then = { ...table, rules: new Map([[issueType, [...others, after]]]) };
  const effects: string[] = [];
  for (const place of await placesOf(work, after)) {
    const facts: RoutingFacts = {
      ...{ issueType, areas: place.areas, on },
      landOwner: after.landOwner === 'any' ? 'unknown' : after.landOwner,
      isOfficeHours: after.applies !== 'out-of-hours',
    };
    const [was, is] = [chooseService(table, facts), chooseService(then, facts)].map((routed) =>
      routed ? (table.services.get(routed.serviceId)?.name ?? '') : 'nobody',
    );
    if (was !== is) effects.push(`In ${place.name}: ${is} in place of ${was}.`);
  }
  if (effects.length === 0)
    effects.push('Nothing goes elsewhere: another rule is more particular, or it says the same.');
  const more = effects.length - shownLines;
  return {
    differences: differencesOf(before && { ...before }, { ...after }, names),
    effects: [
      ...effects.slice(0, shownLines),
      ...(more > 0 ? [`And in ${more} places more.`] : []),
      'Reports that were sent stay where they went.',
      ...(before === null ? ['Open gaps of this kind are settled by it.'] : []),
    ],
  };
}

/** The area that a rule names, else every district. */
async function placesOf(work: Work, rule: RoutingRule): Promise<{ name: string; areas: PlaceAreas }[]> {
  const rows = await work.db
    .selectFrom('directory.area as a')
    .leftJoin('directory.area as p', 'p.code', 'a.parentCode')
    .select(['a.code', 'a.kind', 'a.name', 'a.parentCode', 'p.parentCode as grandparentCode'])
    .where((where) =>
      rule.areaCode ? where('a.code', '=', rule.areaCode) : where('a.kind', '=', 'district'),
    )
    .where('a.startsOn', '<=', rule.startsOn)
    .where((where) => where.or([where('a.endsOn', 'is', null), where('a.endsOn', '>', rule.startsOn)]))
    .orderBy('a.name')
    .execute();
  return rows.map(({ code, kind, name, parentCode, grandparentCode }) => {
    const nowhere = { smallAreaCode: null, wardCode: null, districtCode: null, countyCode: null };
    if (kind === 'ward')
      return {
        name,
        areas: { ...nowhere, wardCode: code, districtCode: parentCode, countyCode: grandparentCode },
      };
    if (kind === 'county') return { name, areas: { ...nowhere, countyCode: code } };
    if (kind === 'district')
      return { name, areas: { ...nowhere, districtCode: code, countyCode: parentCode } };
    return { name, areas: { ...nowhere, smallAreaCode: code, wardCode: parentCode } };
  });
}
