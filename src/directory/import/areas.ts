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

/** An area as a file gives it. */
export interface AreaOutline {
  code: string;
  name: string;
  /** Coordinates of a MultiPolygon, in degrees (WGS84). */
  outline: Position[][][];
}
export interface AreasRead {
  read: number;
  areas: AreaOutline[];
  rejected: { index: number; why: string }[];
}

const isPosition = (point: unknown): boolean =>
  Array.isArray(point) &&
  typeof point[0] === 'number' &&
  typeof point[1] === 'number' &&
  Math.abs(point[0]) <= 180 &&
  Math.abs(point[1]) <= 90;

/** Reads the areas of a GeoJSON or TopoJSON text, each with a code, a name and an outline, or why it is left out. */
export function readAreas(
  text: string,
  file: string,
  given: Pick<AreaImport, 'codeProperty' | 'nameProperty'>,
): AreasRead {
  const features = featuresOf(text, file);
  const found = findProperties(features);
  const codeProperty = given.codeProperty ?? found.code;
  if (!codeProperty)
    throw new StartRefused('no-code', `No property of ${file} looks like an area code: name it with --code.`);
  const nameProperty = given.nameProperty ?? found.name ?? codeProperty;
  const result: AreasRead = { read: features.length, areas: [], rejected: [] };
  features.forEach((one, index) => {
    const code = one.properties?.[codeProperty] ?? one.id;
    const outline = polygonsOf(one.geometry);
    if (typeof code !== 'string' || code === '')
      result.rejected.push({ index, why: `no code in ${codeProperty}` });
    else if (!outline) result.rejected.push({ index, why: `${code} has no outline` });
    else if (!outline.flat(2).every(isPosition))
      result.rejected.push({ index, why: `${code} is not in degrees of longitude and latitude` });
    else result.areas.push({ code, name: String(one.properties?.[nameProperty] ?? code), outline });
  });
  return result;
}

/** Makes areas that are not there yet, with the rings by which places are found; the number made. */
export async function addAreas(
  db: Work['db'],
  areas: readonly AreaOutline[],
  all: { kind: string; parentCode: string | null; startsOn: Day; endsOn: Day | null },
): Promise<number> {
  const rings = areas.flatMap(({ code, outline }) => {
    let part = 0;
    return outline.flatMap((polygon) =>
      polygon.map((ring, at) => ({ areaCode: code, part: part++, isHole: at > 0, ring: ringText(ring) })),
    );
  });
  const added = await insertMany(
    db,
    'directory.area',
    areas.map((area) => ({ ...area, ...all })),
    200,
  );
  await insertMany(db, 'directory.area_ring', rings, 200);
  return added;
}

/** Loads areas with their outlines from GeoJSON or TopoJSON (WGS84). An area that is there already is left alone. */
export async function importAreas(work: Work, options: AreaImport): Promise<AreaImportResult> {
  const { read, areas, rejected } = readAreas(await readFile(options.file, 'utf8'), options.file, options);
  const added = await addAreas(work.db, areas, {
    ...{ kind: options.kind, startsOn: options.startsOn },
    ...{ parentCode: options.parentCode ?? null, endsOn: options.endsOn ?? null },
  });
  const result = { read, added, known: areas.length - added, rejected };
  work.note.detail = { file: 'areas', ...result, rejected: rejected.length };
  return result;
}
