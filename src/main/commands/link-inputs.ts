import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  type FieldKind,
  fieldKinds,
  isSplink,
  type ModelDocument,
  readModel,
  readSplink,
} from '../../linkage/index.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import type { AnyModel } from './link-spark.ts';

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new StartRefused('link', `${path} cannot be read as JSON.`);
  }
}

/** The model in a file; without the file one is trained, and written there at the end. */
export async function modelAt(path: string | undefined): Promise<ModelDocument | undefined> {
  return path === undefined || !existsSync(path) ? undefined : readModel(await readJson(path));
}

/** A model of ours, or Splink's settings. */
export async function anyModelAt(path: string | undefined): Promise<AnyModel> {
  if (path === undefined || !existsSync(path)) return {};
  const read = await readJson(path);
  return isSplink(read) ? { splink: readSplink(read) } : { model: readModel(read) };
}

/** A mapping: `{"column": "kind"}`, as the report prints kinds. */
export async function mappingOf(path: string | undefined): Promise<Record<string, FieldKind>> {
  if (path === undefined) return {};
  const read = await readJson(path);
  const entries = typeof read === 'object' && read !== null ? Object.entries(read) : [];
  const isKind = (kind: unknown): kind is FieldKind => fieldKinds.some((one) => one === kind);
  for (const [column, kind] of entries)
    if (!isKind(kind))
      throw new StartRefused(
        'link',
        `${path}: «${column}» is mapped to «${String(kind)}»; it can be ${fieldKinds.join(', ')}.`,
      );
  return Object.fromEntries(entries.filter((entry): entry is [string, FieldKind] => isKind(entry[1])));
}
