import { agencyId } from './agencies.ts';
import type { County, CountyIssueType, CountyReport } from './county.types.ts';
import type { Spot } from './places.ts';
import { get, type Random } from './random.ts';
import { routeFinder } from './routing.ts';

/** Which service a report reaches, and how: by a rule, by the fallback inbox, or sent on by a person. */

export type Handover = Pick<CountyReport, 'serviceId' | 'routedBy' | 'rerouted'>;

const FALLBACK_SHARE = 0.055;
/** A little over one in fourteen, because some services have no neighbour to send to. */
const REROUTED_SHARE = 0.09;

/** Where a report wrongly sent to a team usually belongs. */
const NEXT_DOOR: Readonly<Record<string, readonly string[]>> = {
  ENV: ['EH', 'GREEN', 'JET'],
  EH: ['HSG', 'ENV', 'LIC'],
  OOH: ['EH'],
  LIC: ['EH', 'PLAN'],
  HSG: ['EH', 'PLAN'],
  PARK: ['JET'],
  PLAN: ['HSG'],
  GREEN: ['ENV'],
  JET: ['ENV', 'PARK'],
  CS: ['JET', 'HSG'],
  PARISH: ['ENV'],
  HWY: ['LIGHT'],
  LIGHT: ['HWY'],
  TS: ['WASTE'],
  WASTE: ['TS'],
  PREV: ['PROT'],
  PROT: ['PREV'],
};

export function handoverFinder(
  county: County,
): (type: CountyIssueType, spot: Spot, day: string, isInHours: boolean, random: Random) => Handover {
  const find = routeFinder(county.routingRules);
  const byCode = new Map(county.services.map((service) => [service.code, service]));
  const codes = new Map(county.services.map((service) => [service.id, service.code]));
  const fallbacks = new Map(
    county.agencies.flatMap((agency) => {
      const inbox = county.services.find(
        (service) => service.isFallback === true && service.agencyId === agency.id,
      );
      return inbox ? [[agency.areaCode, inbox.id] as const] : [];
    }),
  );
  const onward = (serviceId: string): readonly string[] => {
    const [agency = '', key = ''] = get(codes, serviceId).split('-');
    return (NEXT_DOOR[key] ?? []).flatMap((next) => byCode.get(`${agency}-${next}`)?.id ?? []);
  };
  const turns = [...new Set(county.routingRules.flatMap((rule) => (rule.endsOn ? [rule.endsOn] : [])))];
  const known = new Map<string, string | undefined>();
  const ruled = (type: CountyIssueType, spot: Spot, day: string, isInHours: boolean): string | undefined => {
    const landOwner = type.asksLandOwner === true ? spot.landOwner : 'unknown';
    // Rules only change on the days after one has ended, so an answer holds between those days.
    const era = turns.filter((turn) => day > turn).length;
    const key = `${type.code} ${spot.wardCode} ${landOwner} ${isInHours} ${era}`;
    if (!known.has(key)) {
      const { wardCode, districtCode } = spot;
      known.set(
        key,
        find({ issueType: type.code, wardCode, districtCode, landOwner, isInHours, day })?.serviceId,
      );
    }
    return known.get(key);
  };
  return (type, spot, day, isInHours, random) => {
    const serviceId = ruled(type, spot, day, isInHours);
    if (serviceId === undefined || (type.isSensitive !== true && random.chance(FALLBACK_SHARE))) {
      return { serviceId: get(fallbacks, spot.districtCode), routedBy: 'fallback', rerouted: false };
    }
    if (type.isSensitive !== true && random.chance(REROUTED_SHARE)) {
      const choices = onward(serviceId);
      if (choices.length > 0) return { serviceId: random.pick(choices), routedBy: 'person', rerouted: true };
    }
    return { serviceId, routedBy: 'rule', rerouted: false };
  };
}

/** Who took the report: police and county matters mostly reach their own front doors, the rest the district's. */
export function receiverOf(type: CountyIssueType, districtAgency: string, random: Random): string {
  if (type.providedBy === 'police' && random.chance(0.55)) return agencyId('MPOL');
  if (type.providedBy === 'county' && random.chance(0.75)) return agencyId('MCC');
  return districtAgency;
}
