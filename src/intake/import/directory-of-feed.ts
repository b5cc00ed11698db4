import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { insertMany } from '../../platform/database/bulk.ts';
import type { Work } from '../../platform/http/work.ts';
import { idFromName } from '../../platform/ids/ids.ts';
import type { Learnable, LearntRule } from './learn.ts';
import { codeOf, type Mapping } from './mapping.ts';

/** From when the directory of an imported feed holds: before any of its rows. */
const since: Day = '2000-01-01';
const hours = JSON.stringify([{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' }]);

/** Ids made of the feed's names, so that a second import finds what the first made. */
export const feedService = (mapping: Mapping, queue: string): string =>
  idFromName(`service ${mapping.feed} ${queue}`);
export const feedAgency = (mapping: Mapping): string => idFromName(`agency ${mapping.feed}`);
const districtCode = (mapping: Mapping, name: string): string => `${codeOf(mapping.feed)}/${codeOf(name)}`;
const wardCode = (mapping: Mapping, district: string, ward: string): string =>
  `${districtCode(mapping, district)}/${codeOf(ward)}`;

/** The areas a row names, as codes of the feed's own; the ward only within its neighbourhood. */
export const namedAreas = (
  mapping: Mapping,
  draft: Pick<Learnable, 'districtName' | 'wardName'>,
): { districtCode: string | null; wardCode: string | null } => ({
  districtCode: draft.districtName ? districtCode(mapping, draft.districtName) : null,
  wardCode:
    draft.districtName && draft.wardName ? wardCode(mapping, draft.districtName, draft.wardName) : null,
});

/** Makes the issue types that the mapping lets the file bring. Known ones stay as they are. */
export async function addIssueTypes(work: Work, drafts: readonly Learnable[]): Promise<number> {
  const types = new Map(drafts.map((draft) => [draft.issueType, draft.categoryWords]));
  const rows = [...types].map(([code, name]) => ({
    code,
    name,
    groupName: 'Imported',
    words: [name],
    isSensitive: false,
    asksLandOwner: false,
    targetWorkingDays: 5,
    isActive: true,
  }));
  return insertMany(work.db, 'directory.issue_type', rows);
}

async function addAgency(work: Work, mapping: Mapping, name: string): Promise<void> {
  await insertMany(work.db, 'directory.agency', [
    {
      id: feedAgency(mapping),
      code: codeOf(mapping.feed).toUpperCase(),
      name,
      kind: 'imported',
      areaCode: null,
      startsOn: since,
    },
  ]);
}

const serviceRow = (mapping: Mapping, queue: string, name: string) => ({
  id: feedService(mapping, queue),
  agencyId: feedAgency(mapping),
  code: `${codeOf(mapping.feed)}/${queue}`,
  name,
  team: name,
  email: `${codeOf(queue)}@imported.example`,
  phone: '',
  hours: JSON.parse(hours) as unknown,
  isFallback: false,
  startsOn: since,
});

/** Makes services and rules of what was learnt, and the neighbourhoods and wards the rules name. */
export async function addLearntDirectory(
  work: Work,
  mapping: Mapping,
  drafts: readonly Learnable[],
  rules: readonly LearntRule[],
): Promise<void> {
  await addAgency(work, mapping, mapping.learn?.agencyName ?? mapping.feed);
  const queues = [...new Set(drafts.flatMap((draft) => draft.queue ?? []))];
  await insertMany(
    work.db,
    'directory.service',
    queues.map((queue) => serviceRow(mapping, queue, queue)),
  );
  const districts = new Map<string, object>();
  const wards = new Map<string, object>();
  for (const { districtName: district, wardName: ward } of drafts) {
    if (!district) continue;
    const code = districtCode(mapping, district);
    districts.set(code, { code, kind: 'district', name: district, startsOn: since });
    if (ward)
      wards.set(wardCode(mapping, district, ward), {
        code: wardCode(mapping, district, ward),
        kind: 'ward',
        name: `${district}, ward ${ward}`,
        parentCode: code,
        startsOn: since,
      });
  }
  await insertMany(work.db, 'directory.area', [...districts.values(), ...wards.values()]);
  await insertMany(
    work.db,
    'directory.routing_rule',
    rules.map((rule) => ({
      id: idFromName(
        `rule ${mapping.feed} ${rule.issueType} ${rule.districtName ?? ''} ${rule.wardName ?? ''}`,
      ),
      issueType: rule.issueType,
      areaCode:
        rule.districtName === null
          ? null
          : rule.wardName === null
            ? districtCode(mapping, rule.districtName)
            : wardCode(mapping, rule.districtName, rule.wardName),
      landOwner: 'any',
      applies: 'always',
      serviceId: feedService(mapping, rule.queue),
      startsOn: since,
      note: `Learnt: ${rule.agreed} of ${rule.rows} went here`,
    })),
  );
}

/** One service in each area of a kind, and a rule that sends the file's category there. */
export async function addServicePerArea(work: Work, mapping: Mapping): Promise<void> {
  const per = mapping.servicePerArea;
  const issueType = mapping.category.fixed;
  if (!per || !issueType) return;
  await addAgency(work, mapping, per.agencyName);
  const { rows } = await sql<{
    code: string;
    name: string;
  }>`select code, name from directory.area where kind = ${per.kind} and ends_on is null order by code`.execute(
    work.db,
  );
  await insertMany(
    work.db,
    'directory.service',
    rows.map((area) => serviceRow(mapping, area.code, per.serviceName.replace('{area}', area.name))),
  );
  // Points outside every area still need somebody to answer.
  await insertMany(work.db, 'directory.service', [
    { ...serviceRow(mapping, 'inbox', `${per.agencyName}: place not found`), isFallback: true },
  ]);
  await insertMany(
    work.db,
    'directory.service_area',
    rows.map((area) => ({ serviceId: feedService(mapping, area.code), areaCode: area.code })),
  );
  await insertMany(
    work.db,
    'directory.routing_rule',
    rows.map((area) => ({
      id: idFromName(`rule ${mapping.feed} ${area.code}`),
      issueType,
      areaCode: area.code,
      landOwner: 'any',
      applies: 'always',
      serviceId: feedService(mapping, area.code),
      startsOn: since,
      note: `Made for the feed ${mapping.feed}`,
    })),
  );
}
