import { readFile } from 'node:fs/promises';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Day } from '../../platform/clock/clock.ts';
import { insertMany } from '../../platform/database/bulk.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';

/** How to read a file of outlines. What is left out is found from the file. */
export interface AreaImport {
  file: string;
  /** district, ward, smallArea, policeArea, county … */
  kind: string;
  startsOn: Day;
  endsOn?: Day | undefined;
  codeProperty?: string | undefined;
  nameProperty?: string | undefined;
  parentCode?: string | undefined;
}

export interface AreaImportResult {
  read: number;
  added: number;
  known: number;
  rejected: { index: number; why: string }[];
}

function featuresOf(text: string, file: string): Feature[] {
  const json = JSON.parse(text) as FeatureCollection | Topology;
  if (json.type === 'FeatureCollection') return json.features;
  if (json.type === 'Topology') {
    const [object] = Object.values(json.objects);
    if (object?.type === 'GeometryCollection') return feature(json, object as GeometryCollection).features;
  }
  throw new StartRefused(
    'not-areas',
    `${file} is neither a GeoJSON FeatureCollection nor a TopoJSON file with a collection.`,
  );
}

const looksLikeCode = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Z]\d{2}\d{5,6}$/.test(value);

/** The property that holds national codes, and the first other one that holds words. */
function findProperties(features: readonly Feature[]): {
  code: string | undefined;
  name: string | undefined;
} {
  const sample = features.slice(0, 20);
  const keys = Object.keys(sample[0]?.properties ?? {});
  const code = keys.find((key) => sample.every((f) => looksLikeCode(f.properties?.[key])));
  const name = keys.find(
    (key) =>
      key !== code &&
      /(nm|name|district|ward)/i.test(key) &&
      sample.every((f) => typeof f.properties?.[key] === 'string'),
  );
  return { code, name };
}

const polygonsOf = (geometry: Feature['geometry']): Position[][][] | undefined =>
  geometry?.type === 'Polygon'
    ? [geometry.coordinates]
    : geometry?.type === 'MultiPolygon'
      ? geometry.coordinates
      : undefined;

const ringText = (ring: readonly Position[]): string =>
  `(${ring.map(([lon, lat]) => `(${lon},${lat})`).join(',')})`;

/** Loads areas with their outlines from GeoJSON or TopoJSON (WGS84). An area that is there already is left alone. */
export async function importAreas(work: Work, options: AreaImport): Promise<AreaImportResult> {
  const features = featuresOf(await readFile(options.file, 'utf8'), options.file);
  const found = findProperties(features);
  const codeProperty = options.codeProperty ?? found.code;
  if (!codeProperty)
    throw new StartRefused(
      'no-code',
      `No property of ${options.file} looks like an area code: name it with --code.`,
    );
  const nameProperty = options.nameProperty ?? found.name ?? codeProperty;
  const result: AreaImportResult = { read: features.length, added: 0, known: 0, rejected: [] };
  const areas: object[] = [];
  const rings: object[] = [];
  features.forEach((one, index) => {
    const code = one.properties?.[codeProperty] ?? one.id;
    const polygons = polygonsOf(one.geometry);
    if (typeof code !== 'string' || code === '')
      result.rejected.push({ index, why: `no code in ${codeProperty}` });
    else if (!polygons) result.rejected.push({ index, why: `${code} has no outline` });
    else {
      const name = String(one.properties?.[nameProperty] ?? code);
      areas.push({
        code,
        kind: options.kind,
        name,
        parentCode: options.parentCode ?? null,
        startsOn: options.startsOn,
        endsOn: options.endsOn ?? null,
        outline: polygons,
      });
      let part = 0;
      for (const polygon of polygons)
        for (const [at, ring] of polygon.entries())
          rings.push({ areaCode: code, part: part++, isHole: at > 0, ring: ringText(ring) });
    }
  });
  result.added = await insertMany(work.db, 'directory.area', areas, 200);
  result.known = areas.length - result.added;
  await insertMany(work.db, 'directory.area_ring', rings, 200);
  work.note.detail = { file: 'areas', ...result, rejected: result.rejected.length };
  return result;
}
