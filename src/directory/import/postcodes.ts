import proj4 from 'proj4';
import { insertMany } from '../../platform/database/bulk.ts';
import { type Progress, readTable, type TableRow } from '../../platform/files/table-file.ts';
import type { Work } from '../../platform/http/work.ts';
import { tidyPostcode } from '../place.store.ts';

/** Columns of Code-Point Open as published: no header row. */
const codePointColumns = [
  'postcode',
  'quality',
  'easting',
  'northing',
  'country',
  'regional_ha',
  'nhs_ha',
  'county_code',
  'district_code',
  'ward_code',
];

/** British National Grid with the seven-parameter shift: good to about five metres. */
const nationalGrid =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';
const toDegrees = proj4(nationalGrid, 'WGS84');

export interface PostcodeImportResult {
  read: number;
  added: number;
  known: number;
  rejected: { row: number; why: string }[];
}

interface PostcodeRow {
  postcode: string;
  lon: number | null;
  lat: number | null;
  countyCode: string | null;
  districtCode: string | null;
  wardCode: string | null;
  quality: number | null;
}

const numberOf = (text: string | undefined): number | null =>
  text === undefined || text === '' || Number.isNaN(Number(text)) ? null : Number(text);

function positionOf(values: Record<string, string>): { lon: number | null; lat: number | null } {
  const lon = numberOf(values.lon ?? values.longitude ?? values.long);
  const lat = numberOf(values.lat ?? values.latitude);
  if (lon !== null && lat !== null) return { lon, lat };
  const easting = numberOf(values.easting);
  const northing = numberOf(values.northing);
  // Zero and zero is how the publisher writes "no position".
  if (easting === null || northing === null || (easting === 0 && northing === 0))
    return { lon: null, lat: null };
  const [x, y] = toDegrees.forward([easting, northing]);
  return { lon: x ?? null, lat: y ?? null };
}

function readRow({ values }: TableRow): PostcodeRow | string {
  const postcode = tidyPostcode(values.postcode ?? values.pcds ?? '');
  if (!postcode) return 'not a full postcode';
  const districtCode = values.district_code || values.laua || values.oslaua || null;
  const position = positionOf(values);
  if (!districtCode && position.lon === null) return 'neither a district code nor a position';
  return {
    postcode,
    ...position,
    countyCode: values.county_code || null,
    districtCode,
    wardCode: values.ward_code || null,
    quality: numberOf(values.quality),
  };
}

/** Loads full postcodes from Code-Point Open (with or without header, plain or gzipped). Known ones are left alone. */
export async function importPostcodes(
  work: Work,
  file: string,
  onProgress?: (progress: Progress) => void,
): Promise<PostcodeImportResult> {
  const result: PostcodeImportResult = { read: 0, added: 0, known: 0, rejected: [] };
  let batch: PostcodeRow[] = [];
  const flush = async () => {
    const added = await insertMany(work.db, 'directory.postcode', batch, 5000);
    result.added += added;
    result.known += batch.length - added;
    batch = [];
  };
  const columns = (await hasHeader(file)) ? undefined : codePointColumns;
  for await (const row of readTable(file, { columns, onProgress })) {
    result.read += 1;
    const read = readRow(row);
    if (typeof read === 'string') result.rejected.push({ row: row.number, why: read });
    else batch.push(read);
    if (batch.length >= 20_000) await flush();
  }
  await flush();
  work.note.detail = { file: 'postcodes', ...result, rejected: result.rejected.length };
  return result;
}

async function hasHeader(file: string): Promise<boolean> {
  for await (const row of readTable(file, { columns: ['first'] }))
    return tidyPostcode(row.values.first ?? '') === undefined;
  return true;
}
