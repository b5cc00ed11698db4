import { describe, expect, it } from 'vitest';
import type { CountyArea, Point } from './county.types.ts';
import { isInside, ringArea } from './geometry.ts';
import { buildCounty } from './index.ts';

const county = buildCounty('2026-11-22');
const ringOf = (area: CountyArea) => area.polygon[0] ?? [];
const areaOf = (areas: readonly CountyArea[]) => areas.reduce((sum, area) => sum + ringArea(ringOf(area)), 0);
const current = county.areas.filter((area) => area.endsOn === undefined);
const kind = (name: CountyArea['kind']) => current.filter((area) => area.kind === name);
const childrenOf = (code: string, name: CountyArea['kind']) =>
  kind(name).filter((area) => area.parentCode === code);

describe('the map', () => {
  it('closes every ring', () => {
    for (const area of county.areas) {
      const ring = ringOf(area);
      expect(ring.length).toBeGreaterThan(4);
      expect(ring[0]).toEqual(ring.at(-1));
      expect(new Set(ring.map(String)).size).toBe(ring.length - 1);
    }
  });

  it('has no ring that crosses itself', () => {
    const side = (a: Point, b: Point, c: Point) =>
      Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
    for (const area of kind('smallArea')) {
      const ring = ringOf(area);
      const sides = ring.slice(1).map((to, i): [Point, Point] => [ring[i] ?? to, to]);
      const crossings = sides.flatMap(([a, b], i) =>
        sides
          .slice(i + 1)
          .filter(([c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0),
      );
      expect(crossings, area.name).toEqual([]);
    }
  });

  it('lies in open sea', () => {
    const points = county.areas.flatMap((area) => area.polygon.flat());
    expect(points.every(([lon, lat]) => lon > 1.9 && lon < 3.1 && lat > 54 && lat < 54.7)).toBe(true);
  });

  it('tiles each larger area with its smaller ones', () => {
    expect(kind('district')).toHaveLength(6);
    expect(kind('policeArea')).toHaveLength(4);
    for (const district of kind('district')) {
      const ratio = areaOf(childrenOf(district.code, 'ward')) / areaOf([district]);
      expect(Math.abs(ratio - 1)).toBeLessThan(1e-9);
    }
    for (const ward of kind('ward')) {
      const parts = childrenOf(ward.code, 'smallArea');
      expect(parts.length).toBeGreaterThanOrEqual(2);
      expect(Math.abs(areaOf(parts) / areaOf([ward]) - 1)).toBeLessThan(1e-9);
      expect(parts.reduce((sum, part) => sum + (part.population ?? 0), 0)).toBe(ward.population);
    }
    for (const name of ['district', 'policeArea'] as const) {
      expect(Math.abs(areaOf(kind(name)) / areaOf(kind('county')) - 1)).toBeLessThan(1e-9);
    }
  });

  it('replaced one ward by two that cover it, the day after it ended', () => {
    const ended = county.areas.filter((area) => area.endsOn !== undefined);
    expect(ended.map((area) => area.endsOn)).toEqual(['2025-03-31']);
    const successors = current.filter((area) => ended[0]?.successorCodes?.includes(area.code));
    expect(successors.map((area) => area.startsOn)).toEqual(['2025-04-01', '2025-04-01']);
    expect(Math.abs(areaOf(successors) / areaOf(ended) - 1)).toBeLessThan(1e-9);
  });

  it('puts every postcode inside its ward, and some outcodes over a border', () => {
    const rings = new Map(kind('ward').map((ward) => [ward.code, ringOf(ward)]));
    expect(county.postcodes.filter((p) => !isInside(p.point, rings.get(p.wardCode) ?? []))).toEqual([]);
    expect(new Set(county.postcodes.map((p) => p.postcode)).size).toBe(county.postcodes.length);
    const outcodes = Map.groupBy(county.postcodes, (p) => p.postcode.split(' ')[0]);
    const crossing = [...outcodes.values()].filter((own) => new Set(own.map((p) => p.districtCode)).size > 1);
    expect(crossing.length).toBeGreaterThanOrEqual(2);
    expect(crossing.length).toBeLessThan(outcodes.size);
  });
});
