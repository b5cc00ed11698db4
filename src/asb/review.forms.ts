import { z } from 'zod';
import { optional, recordField, text, tick, withDays } from '../enforcement/index.ts';
import { cursorParam } from '../platform/database/sorting.ts';
import type { FieldProblem } from '../platform/failures/failures.ts';
import type { Again } from '../platform/http/again.ts';
import { day, said, version } from './case.forms.ts';
import { reviewActions, reviewStatuses } from './review.transitions.ts';

export const mostComplaints = 6;
const complaintFields = ['happenedOn', 'complainedOn', 'told', 'incident', 'words'] as const;
const places = Array.from({ length: mostComplaints }, (_, n) => n + 1);

const rowsIn = (raw: Record<string, unknown>) =>
  places.map((n) => Object.fromEntries(complaintFields.map((name) => [name, raw[`${name}-${n}`]])));
const isFilled = (row: Readonly<Record<string, unknown>>): boolean =>
  Object.values(row).some((value) => value !== undefined && value !== '');
const withRowDays = withDays(...places.flatMap((n) => [`happenedOn-${n}`, `complainedOn-${n}`]));

/** The rows of the form (`told-1`, `happenedOn-1-day`) become one list; rows that are empty are none. */
const withComplaints = (raw: unknown): unknown => {
  if (typeof raw !== 'object' || raw === null) return raw;
  const given = withRowDays(raw) as Record<string, unknown>; // an object goes in, an object comes out
  return given.complaints === undefined ? { ...given, complaints: rowsIn(given).filter(isFilled) } : given;
};
/** What is wrong in the list of complaints, at the boxes of the row that it came from. */
export function atRows({ problems, typed }: Again): FieldProblem[] {
  const given = withRowDays(typed) as Record<string, unknown>; // as above
  const filled = rowsIn(given).flatMap((row, at) => (isFilled(row) ? [at + 1] : []));
  return problems.map(({ field, words }) => {
    const [, at, name] = /^complaints\.(\d+)\.(\w+)$/.exec(field) ?? [];
    if (name !== undefined) return { field: `${name}-${filled[Number(at)] ?? Number(at) + 1}`, words };
    return { field: field === 'complaints' ? 'told-1' : field, words };
  });
}
/** One line: what stands in a letter as a name has no paragraphs of its own. */
const line = <S extends z.ZodType<string>>(schema: S) =>
  schema.transform((value) => value.replace(/\s+/g, ' '));
const complaint = z
  .object({
    happenedOn: day('Enter the day it happened, like 2 12 2026'),
    complainedOn: day('Enter the day of the complaint, like 2 12 2026'),
    told: said('whom you told', 200, 'Say whom you told: the council, the police, the landlord'),
    incident: text('which incident', 60).default(''),
    words: text('what happened', 1000).default(''),
  })
  .refine((one) => one.complainedOn >= one.happenedOn, {
    path: ['complainedOn'],
    message: 'The complaint comes after what it is about',
  });
const fields = {
  name: line(said('your name', 200, 'Enter your name')),
  applicantKind: z.enum(['complainant', 'other'], 'Say for whom you apply'),
  victimName: line(text('their name', 200)).default(''),
  relation: line(text('who you are to them', 200)).default(''),
  hasConsent: tick,
  phone: text('the telephone number', 40).default(''),
  email: optional(
    text('the e-mail address', 200).pipe(z.email('Enter an e-mail address, like name@place.example')),
  ),
  postcode: said('the postcode', 10, 'Enter the postcode of where it happens'),
  complaints: z
    .array(complaint)
    .min(1, 'Give one complaint at least')
    .max(20, 'Give twenty complaints at most'),
};
export const applicationSchema = z.preprocess(withComplaints, z.object(fields));
export type ApplicationInput = z.output<typeof applicationSchema>;
const typed = z.preprocess((raw) => (typeof raw === 'string' ? raw : ''), z.string());
/** Takes whatever is typed: a malformed reference is a wrong one. */
export const returnSchema = z.object({ reference: typed, phrase: typed });

export const reviewListQuery = z.object({ status: optional(z.enum(reviewStatuses)), after: cursorParam });
export const tieSchema = z.object({ asbId: optional(recordField), hasNoCase: tick, version });
export const recommendSchema = z.object({
  bodyAgencyId: z.uuid('Choose the body'),
  words: said('what is recommended', 2000, 'Say what is recommended'),
});
export const responseSchema = z.object({
  response: z.enum(['accepted', 'partly', 'not-accepted'], 'Choose the answer'),
  words: said('the answer', 2000, 'Say what you will do, or why not'),
  version,
});
export const publishSchema = z.object({
  year: z.string('Choose the year').regex(/^20\d\d-\d\d$/, 'Choose the year, like 2026-27'),
  note: text('the note', 1000).default(''),
});
export const reviewParams = z.object({ reviewId: z.uuid() });
export const reviewStepParams = reviewParams.extend({ reviewStep: z.enum(reviewActions) });
export const recommendationParams = z.object({ recommendationId: z.uuid() });
export const letterParams = reviewParams.extend({
  letter: z.enum(['threshold', 'outcome']),
  edition: z.coerce.number().int().min(1).max(99),
  format: z.enum(['pdf', 'docx']),
});
