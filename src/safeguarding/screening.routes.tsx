import { z } from 'zod';
import { demand } from '../platform/failures/failures.ts';
import { act, apiPost, type Route } from '../platform/http/declare.ts';
import { redirect } from '../platform/http/reply.ts';
import { fileParams } from './register.forms.ts';
import { keepRegister } from './safeguarding.permissions.ts';
import { answerForFile, screenFile } from './screening.commands.ts';

const answerSchema = z.object({
  markerId: z.uuid(),
  answer: z.enum(['same', 'not'], 'Say whether it is this person'),
});
const params = { fileId: '@victimFileId' };
const planning = (fileId: string) => `/register/${fileId}/visits/plan`;

/** The officer-safety screen of somebody on the register, made before a visit to them is planned. */
export const screeningRoutes: readonly Route[] = [
  act({
    path: '/register/:fileId/screen',
    words: 'Screen for officer safety before a visit to somebody on the register',
    permission: keepRegister,
    audit: 'screening.made',
    params: fileParams,
    example: { params },
    handle: async (work, { params: { fileId } }) => {
      const { answers } = demand(await screenFile(work, { fileId }));
      const flash =
        answers.length > 0 ? 'Screened: look at what was met' : 'Screened: no live marker was met';
      return redirect(planning(fileId), { flash });
    },
  }),
  act({
    path: '/register/:fileId/screen/answers',
    words: 'Say whether a marker that was met is about somebody on the register',
    permission: keepRegister,
    audit: 'screening.answered',
    params: fileParams,
    body: answerSchema,
    example: { params, body: { markerId: '@markerId', answer: 'same' } },
    handle: async (work, { params: { fileId }, body }) => {
      demand(await answerForFile(work, { fileId, ...body }));
      return redirect(planning(fileId), { flash: 'Noted' });
    },
    invalid: (_work, { params: { fileId } }) => redirect(planning(fileId)),
  }),
  apiPost({
    path: '/api/v1/register/:fileId/screenings',
    words: 'Screen for officer safety before a visit to somebody on the register',
    permission: keepRegister,
    audit: 'screening.made',
    params: fileParams,
    output: z.object({
      id: z.string(),
      result: z.string(),
      met: z.array(
        z.object({
          markerId: z.string(),
          type: z.string(),
          words: z.string(),
          sureness: z.string(),
          onWhat: z.array(z.string()),
          answer: z.string().nullable(),
        }),
      ),
    }),
    example: { params },
    handle: async (work, { params: { fileId } }) => {
      const { screening, answers } = demand(await screenFile(work, { fileId }));
      return { ...screening, met: answers.map(({ hit, marker }) => ({ ...hit, ...marker })) };
    },
  }),
];
