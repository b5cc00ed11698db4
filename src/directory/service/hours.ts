import { z } from 'zod';
import type { FieldProblem } from '../../platform/failures/failures.ts';

/** One span of opening hours: ISO weekdays, Monday 1, and London times. */
export interface Span {
  days: number[];
  from: string;
  to: string;
}

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, like 08:45');
export const spanSchema = z
  .object({ days: z.array(z.number().int().min(1).max(7)).min(1).max(7), from: time, to: time })
  .refine((span) => span.from < span.to, { path: ['to'], message: 'Closing comes after opening' });
export const spansSchema = z.array(spanSchema).max(14);

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Opening hours as the fields of the week: `from1` to `to7`. Hours that cannot be read leave the week empty. */
export function weekOf(hours: unknown): Record<string, string> {
  const spans = spansSchema.safeParse(hours);
  if (!spans.success) return {};
  return Object.fromEntries(
    spans.data.flatMap((span) =>
      span.days.flatMap((day) => [
        [`from${day}`, span.from],
        [`to${day}`, span.to],
      ]),
    ),
  );
}

/** `9:00`, `9.00` and `0900` are all 09:00. */
const tidyTime = (text: string): string => {
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim());
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : text.trim();
};

/** The week's fields as spans, days of the same hours together; or what is wrong, at its day. */
export function spansOf(
  week: Readonly<Record<string, unknown>>,
): { ok: true; spans: Span[] } | { ok: false; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const spans: Span[] = [];
  const text = (name: string) => tidyTime(typeof week[name] === 'string' ? String(week[name]) : '');
  for (const day of weekdays) {
    const [from, to] = [text(`from${day}`), text(`to${day}`)];
    if (from === '' && to === '') continue;
    const parsed = spanSchema.safeParse({ days: [day], from, to });
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      problems.push({ field: `${String(issue?.path[0] ?? 'from')}${day}`, words: issue?.message ?? '' });
      continue;
    }
    const same = spans.find((span) => span.from === from && span.to === to);
    if (same) same.days.push(day);
    else spans.push({ days: [day], from, to });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, spans };
}
