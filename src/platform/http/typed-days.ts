import type { z } from 'zod';
import { isoDay } from '../clock/typed-day.ts';

/**
 * What was typed, with days in the form the schema asks for, where that is what the schema found wrong; undefined where it is not. Only what
 * failed is read anew, so that words which look like a day stay words.
 */
export function withTypedDays(raw: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const mended: Record<string, unknown> = {};
  for (const { path } of issues) {
    const [name] = path;
    if (path.length !== 1 || typeof name !== 'string') continue;
    const value = Object.getOwnPropertyDescriptor(raw, name)?.value;
    const day = typeof value === 'string' ? isoDay(value) : undefined;
    if (day) mended[name] = day;
  }
  return Object.keys(mended).length > 0 ? { ...raw, ...mended } : undefined;
}
