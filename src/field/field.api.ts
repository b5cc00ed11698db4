import { z } from 'zod';
import { demand } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import { asWriter, deliver } from './capture.commands.ts';
import { captureSchema, photoSchema } from './capture.forms.ts';
import { captureKindWords, largestPhoto } from './capture.words.ts';
import { dayOfViewer } from './day.queries.ts';
import { deviceKey } from './device-key.store.ts';
import { fieldExamples } from './field.examples.ts';
import { useField } from './field.permissions.ts';
import { keepPhoto } from './photo.store.ts';

const instant = z.date().transform((at) => at.toISOString());
const choices = z.array(z.object({ code: z.string(), name: z.string() }));
const text = z.string().nullable();

/** A day as it is taken along. */
export const dayShape = z.object({
  officer: z.object({ id: z.string(), name: z.string(), agencyName: z.string() }),
  day: z.string(),
  takenAt: instant,
  until: instant,
  /** Put into each form that the session sends, as on a page. */
  csrf: z.string(),
  /** What the officer's unsent work is sealed with on the telephone. */
  key: z.string(),
  tasks: z.array(
    z.object({
      ...{
        id: z.string(),
        reference: z.string(),
        title: z.string(),
        expected: z.string(),
        dueOn: z.string(),
      },
      ...{ isLate: z.boolean(), isPersonal: z.boolean(), version: z.number(), serviceName: z.string() },
      ...{ caseReference: text, isMine: z.boolean(), takesResult: z.boolean() },
      /** Where it is to be done, as far as the officer may know it. */
      place: z
        .object({ words: z.string(), lon: z.number().nullable(), lat: z.number().nullable() })
        .nullable(),
    }),
  ),
  plans: z.array(
    z.object({
      ...{ id: z.string(), reference: z.string(), title: z.string(), place: z.string(), districtName: text },
      ...{ orderReference: text, words: z.string(), toOn: z.string(), lines: choices },
    }),
  ),
  operations: z.array(
    z.object({
      ...{ id: z.string(), reference: z.string(), name: z.string(), roads: z.string(), briefing: z.string() },
      ...{ districtName: text, parts: z.array(z.string()), isUnderWay: z.boolean() },
    }),
  ),
  precautions: z.array(
    z.object({
      ...{ place: z.string(), precautions: z.array(z.string()), screenedAt: instant.nullable() },
      ...{ result: text, note: text },
    }),
  ),
  /** What the officer may do in each district of the day. */
  powers: z.array(
    z.object({
      ...{ where: z.string(), why: z.array(z.string()) },
      ...{ may: z.array(z.string()), mayNot: z.array(z.string()) },
    }),
  ),
  choices: z.object({
    kinds: z.array(z.enum(Object.keys(captureKindWords) as [string, ...string[]])), // there are some
    offences: z.array(
      z.object({
        ...{ code: z.string(), name: z.string(), amount: text, noAmountWhy: text, mayIssue: z.boolean() },
        ...{ power: z.string(), isAtHome: z.boolean() },
      }),
    ),
    ...{ identifiedBy: choices, landTypes: choices, wasteTypes: choices, wasteSizes: choices },
    ...{ activities: choices, stopKinds: choices, stopResults: choices },
  }),
});

const accepted = z.object({
  outcome: z.literal('accepted'),
  id: z.string(),
  kind: z.string(),
  reference: z.string(),
  words: z.string(),
  href: z.string(),
  deliveredAt: instant,
});
const conflicting = z.object({
  outcome: z.literal('conflict'),
  id: z.string(),
  conflict: z.object({
    ...{ reference: z.string(), href: z.string(), version: z.number(), statusWords: z.string() },
    ...{ words: text, by: text, at: instant.nullable(), mayReplace: z.boolean() },
  }),
});
export const captureAnswer = z.discriminatedUnion('outcome', [accepted, conflicting]);

/** What a telephone asks: the day, and that what was written there is taken. */
export const fieldApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/field/day',
    words:
      'Take today’s work along: your tasks, patrols, days of action, precautions, and what the forms offer',
    permission: useField,
    audit: 'field.day-taken',
    output: dayShape,
    handle: async (work, _input, ask) => ({
      ...(await dayOfViewer(work)),
      csrf: ask.csrf,
      key: await deviceKey(work),
    }),
  }),
  apiPost({
    path: '/api/v1/field/captures',
    words: 'Deliver one thing that was written on a telephone: once, however often it is sent',
    permission: useField,
    audit: 'field.delivered',
    body: captureSchema,
    output: captureAnswer,
    status: 200,
    example: { body: fieldExamples.note },
    handle: async (work, { body }) => {
      const done = demand(await deliver(work, body));
      return 'conflict' in done
        ? { outcome: 'conflict' as const, id: body.id, ...done }
        : { outcome: 'accepted' as const, ...done };
    },
  }),
  apiPost({
    path: '/api/v1/field/photos',
    words: 'Send a photograph or a drawn signature, with its hash, before the notice that it belongs to',
    permission: useField,
    audit: 'field.photo-sent',
    body: photoSchema,
    output: z.object({ id: z.string(), sha256: z.string() }),
    status: 200,
    uploadLimit: largestPhoto + 100_000,
    files: { field: 'photo', words: 'The picture: JPEG, PNG, WEBP or HEIC', isNeeded: true },
    example: { body: fieldExamples.photo },
    handle: async (work, { body }, ask) => {
      demand(asWriter(work, body.officerId));
      const upload = ask.uploads.find(({ field }) => field === 'photo');
      return demand(await keepPhoto(work, { ...body, upload }));
    },
  }),
];
