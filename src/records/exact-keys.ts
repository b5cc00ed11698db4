import { isoDay } from '../platform/clock/typed-day.ts';
import { withoutAccents } from '../platform/search/accents.ts';
import { tidyMark, tidyPhone } from './mentions.ts';

/** An identifier in the one form by which records are matched. */
export interface ExactKey {
  kind: 'phone' | 'vehicle' | 'email' | 'company' | 'name-born' | 'address';
  value: string;
}

/** A text as exact keys have it: small letters and figures, one space between words, without accents. */
export const keyForm = (text: string): string =>
  withoutAccents(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * The exact keys of a record: what must be alike, letter for letter after tidying, for two records to be shown as
 * perhaps the same. A name alone is never a key: many people share one.
 */
export function exactKeys(fields: Readonly<Record<string, string | undefined>>): ExactKey[] {
  const keys: ExactKey[] = [];
  const phone = fields.phone ? tidyPhone(fields.phone) : undefined;
  if (phone) keys.push({ kind: 'phone', value: phone });
  const mark = fields.vehicle ?? fields.vrm ?? fields.registration;
  if (mark && tidyMark(mark)) keys.push({ kind: 'vehicle', value: tidyMark(mark) ?? '' });
  if (fields.email) keys.push({ kind: 'email', value: fields.email.trim().toLowerCase() });
  const company = fields.companyNumber?.replace(/\s/g, '').toUpperCase();
  if (company && /^[A-Z0-9]{8}$/.test(company)) keys.push({ kind: 'company', value: company });
  const typed = fields.dateOfBirth ?? fields.dob;
  const born = typed && (isoDay(typed) ?? typed);
  if (fields.name && born && /^\d{4}-\d\d-\d\d$/.test(born))
    keys.push({ kind: 'name-born', value: `${keyForm(fields.name)} ${born}` });
  const postcode = fields.postcode?.replace(/\s/g, '').toUpperCase();
  if (fields.address && postcode)
    keys.push({ kind: 'address', value: `${keyForm(fields.address)} ${postcode}` });
  return keys;
}
