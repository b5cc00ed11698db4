import type { Day } from '../platform/clock/clock.ts';

/** Whose land it lies on, where that decides who answers. */
export const landOwners = ['any', 'public', 'private', 'housing', 'highway', 'unknown'] as const;
export type LandOwner = (typeof landOwners)[number];

export interface RoutingRule {
  id: string;
  issueType: string;
  areaCode: string | null;
  landOwner: string;
  applies: 'always' | 'in-hours' | 'out-of-hours';
  serviceId: string;
  startsOn: Day;
  endsOn: Day | null;
}

export interface RoutedService {
  id: string;
  agencyId: string;
  name: string;
  startsOn: Day;
  /** The first day on which it takes nothing more. */
  endsOn: Day | null;
  isFallback: boolean;
  agencyAreaCode: string | null;
  agencyAreaKind: string | null;
  /** Where the service works; none means wherever its agency does. */
  areaCodes: readonly string[];
}

/** The areas a place lies in, small to large; empty where the place is not known. */
export interface PlaceAreas {
  smallAreaCode: string | null;
  wardCode: string | null;
  districtCode: string | null;
  countyCode: string | null;
}

export interface RoutingFacts {
  issueType: string;
  areas: PlaceAreas;
  landOwner: string;
  on: Day;
  isOfficeHours: boolean;
}

/** Which service answers and why, in words and facts that the page can open. */
export interface Routed {
  serviceId: string;
  agencyId: string;
  routedBy: 'rule' | 'fallback';
  why: { ruleId: string | null; words: string; considered: number };
}

export interface RoutingTable {
  rules: ReadonlyMap<string, readonly RoutingRule[]>;
  services: ReadonlyMap<string, RoutedService>;
}

const areaWeight = { smallAreaCode: 4, wardCode: 3, districtCode: 2, countyCode: 1 } as const;
const areaWords = {
  smallAreaCode: 'this neighbourhood',
  wardCode: 'this ward',
  districtCode: 'this district',
  countyCode: 'the county',
} as const;
const areaKeys = ['smallAreaCode', 'wardCode', 'districtCode', 'countyCode'] as const;

const matchedArea = (areaCode: string, areas: PlaceAreas) => areaKeys.find((key) => areas[key] === areaCode);

function isLive(rule: RoutingRule, facts: RoutingFacts): boolean {
  if (rule.startsOn > facts.on || (rule.endsOn !== null && rule.endsOn <= facts.on)) return false;
  if (rule.applies === 'in-hours' && !facts.isOfficeHours) return false;
  return rule.applies !== 'out-of-hours' || !facts.isOfficeHours;
}

const isThere = (service: RoutedService, on: Day): boolean =>
  service.startsOn <= on && (service.endsOn === null || service.endsOn > on);

function worksThere(service: RoutedService, areas: PlaceAreas): boolean {
  if (service.areaCodes.length > 0)
    return service.areaCodes.some((code) => matchedArea(code, areas) !== undefined);
  if (service.agencyAreaCode === null) return true;
  // A district council answers in its own district alone; wider bodies answer everywhere they are named.
  return service.agencyAreaKind !== 'district' || matchedArea(service.agencyAreaCode, areas) !== undefined;
}

/** Higher is more particular: hours before land, land before place; null when the rule does not fit. */
function closeness(rule: RoutingRule, service: RoutedService, facts: RoutingFacts): number | null {
  if (!isLive(rule, facts) || !isThere(service, facts.on)) return null;
  const area = rule.areaCode === null ? undefined : matchedArea(rule.areaCode, facts.areas);
  if (rule.areaCode !== null && area === undefined) return null;
  if (rule.landOwner !== 'any' && rule.landOwner !== facts.landOwner) return null;
  if (!worksThere(service, facts.areas)) return null;
  const serviceArea = service.areaCodes.length > 0 ? 0.5 : 0;
  return (
    (rule.applies === 'always' ? 0 : 20) +
    (rule.landOwner === 'any' ? 0 : 10) +
    (area ? areaWeight[area] : 0) +
    serviceArea
  );
}

/**
 * Finds the service for a report (Waverley's A to Z, S2-27 and S2-28): the most particular live rule; without one,
 * the community safety inbox of the district, then of the county.
 */
export function chooseService(table: RoutingTable, facts: RoutingFacts): Routed | undefined {
  const rules = table.rules.get(facts.issueType) ?? [];
  let best: { rule: RoutingRule; service: RoutedService; score: number } | undefined;
  for (const rule of rules) {
    const service = table.services.get(rule.serviceId);
    const score = service ? closeness(rule, service, facts) : null;
    if (!service || score === null) continue;
    const isBetter =
      !best || score > best.score || (score === best.score && rule.startsOn > best.rule.startsOn);
    if (isBetter) best = { rule, service, score };
  }
  if (!best) return fallback(table, facts, rules.length);
  return {
    serviceId: best.service.id,
    agencyId: best.service.agencyId,
    routedBy: 'rule',
    why: { ruleId: best.rule.id, words: ruleWords(best.rule, best.service, facts), considered: rules.length },
  };
}

function ruleWords(rule: RoutingRule, service: RoutedService, facts: RoutingFacts): string {
  const area = rule.areaCode === null ? undefined : matchedArea(rule.areaCode, facts.areas);
  const where = area ? ` in ${areaWords[area]}` : '';
  const land = rule.landOwner === 'any' ? '' : ` on ${rule.landOwner} land`;
  const hours =
    rule.applies === 'always'
      ? ''
      : ` ${rule.applies === 'in-hours' ? 'in office hours' : 'outside office hours'}`;
  return `The directory sends ${facts.issueType.replaceAll('-', ' ')}${where}${land}${hours} to ${service.name}.`;
}

/**
 * Whether nobody is down for this. Where the kind has rules and only the place is not known, somebody is: that is no gap, and an
 * administrator is not told of one.
 */
export const isGap = (routed: Routed, districtCode: string | null): boolean =>
  routed.routedBy === 'fallback' && (districtCode !== null || routed.why.considered === 0);

function fallback(table: RoutingTable, facts: RoutingFacts, considered: number): Routed | undefined {
  const inboxes = [...table.services.values()].filter(
    (service) => service.isFallback && isThere(service, facts.on),
  );
  const inbox =
    inboxes.find(
      (service) => service.agencyAreaCode !== null && service.agencyAreaCode === facts.areas.districtCode,
    ) ??
    inboxes.find((service) => service.agencyAreaKind === 'county') ??
    inboxes[0];
  if (!inbox) return undefined;
  const words =
    facts.areas.districtCode === null
      ? `The place is not known, so nobody can be chosen by area: ${inbox.name} will find out.`
      : `Nobody is down in the directory for this: ${inbox.name} will find out who answers.`;
  return {
    serviceId: inbox.id,
    agencyId: inbox.agencyId,
    routedBy: 'fallback',
    why: { ruleId: null, words, considered },
  };
}
