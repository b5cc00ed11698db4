import type { Fields } from '../core/index.ts';
import { nameParts } from '../lists/list-row.ts';

/**
 * The fields of a record as matching takes them: a person's whole name in its two parts, so that a report's «Ada Bell» and a
 * list's forename and surname are held against each other part by part.
 */
export function matchedFields(kind: string, fields: Fields): Fields {
  if (kind !== 'person' || !fields.name || fields.forename || fields.surname) return fields;
  const { name, ...rest } = fields;
  return { ...rest, ...nameParts(name) };
}
