import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { convertLegacy as mayConvert } from '../intelligence.permissions.ts';
import { gradeMark } from '../item/grade.rules.ts';
import type { Again } from '../item/item.view.tsx';
import { convertLegacy, undoConversion } from './conversion.commands.ts';
import { conversionExample, conversionParams, conversionSchema } from './conversion.forms.ts';
import { ConversionPage } from './conversion.pages.tsx';
import { listConversions, marksWaiting } from './conversion.store.ts';
import { convertedGrade } from './legacy.rules.ts';

async function shown(
  work: Work,
  ask: Ask,
  { problems = [], typed = {} }: Pick<Again, 'problems' | 'typed'> = {},
): Promise<PageReply> {
  const view = { marks: await marksWaiting(work), conversions: await listConversions(work) };
  return page('Older grades', <ConversionPage {...view} csrf={ask.csrf} {...{ problems, typed }} />, {
    problems,
    marking: 'OFFICIAL-SENSITIVE',
    back: { href: '/intelligence', text: 'Intelligence queue' },
  });
}

const instant = z.date().transform((at) => at.toISOString());
const output = z.object({ id: z.string(), paragraphs: z.number(), items: z.number() });
const looking = {
  words: 'What grades of the older 5x5x5 would become, and the conversions that were made',
  permission: mayConvert,
  audit: 'intelligence-conversion.listed',
};
const converting = {
  words: 'Convert grades of the older 5x5x5 in bulk',
  permission: mayConvert,
  audit: 'intelligence-conversion.made',
  body: conversionSchema,
  example: { body: conversionExample },
};
const undoing = {
  words: 'Undo a conversion: what nobody has graded since has no grade again',
  permission: mayConvert,
  audit: 'intelligence-conversion.undone',
  params: conversionParams,
  example: { params: { conversionId: '@conversionId' } },
};

/** Conversion of 5x5x5 in bulk: its dry run, the act and its undoing, as a page and as JSON. */
export const conversionRoutes: readonly Route[] = [
  show({ ...looking, path: '/intelligence/legacy', handle: (work, _input, ask) => shown(work, ask) }),
  act({
    ...converting,
    path: '/intelligence/legacy',
    handle: async (work, { body }) => {
      const { paragraphs, items } = demand(await convertLegacy(work, body));
      return redirect('/intelligence/legacy', {
        flash: `Converted: ${paragraphs} paragraphs of ${items} items`,
      });
    },
    invalid: (work, { raw, problems }, ask) => shown(work, ask, { problems, typed: raw }),
  }),
  act({
    ...undoing,
    path: '/intelligence/legacy/:conversionId/undo',
    handle: async (work, { params: { conversionId } }) => {
      const { paragraphs } = demand(await undoConversion(work, conversionId));
      return redirect('/intelligence/legacy', { flash: `Undone: ${paragraphs} paragraphs wait again` });
    },
    invalid: (work, { problems }, ask) => shown(work, ask, { problems }),
  }),
  apiGet({
    ...looking,
    path: '/api/v1/intelligence/legacy',
    output: z.object({
      marks: z.array(
        z.object({
          ...{ mark: z.string(), paragraphs: z.number(), items: z.number() },
          /** The grade it would become; null where the mark cannot be read. */
          becomes: z.string().nullable(),
        }),
      ),
      conversions: z.array(
        z.object({
          ...{ id: z.string(), at: instant, officerName: z.string(), paragraphs: z.number() },
          ...{ items: z.number(), undoneAt: instant.nullable(), undone: z.number().nullable() },
        }),
      ),
    }),
    handle: async (work) => ({
      marks: (await marksWaiting(work)).map((one) => {
        const grade = convertedGrade(one.mark);
        return { ...one, becomes: grade ? gradeMark(grade) : null };
      }),
      conversions: await listConversions(work),
    }),
  }),
  apiPost({
    ...converting,
    path: '/api/v1/intelligence/legacy',
    output,
    handle: async (work, { body }) => demand(await convertLegacy(work, body)),
  }),
  apiPost({
    ...undoing,
    path: '/api/v1/intelligence/legacy/:conversionId/undo',
    output,
    status: 200,
    handle: async (work, { params: { conversionId } }) => demand(await undoConversion(work, conversionId)),
  }),
];
