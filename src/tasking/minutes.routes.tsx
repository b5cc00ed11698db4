import { z } from 'zod';
import { toDocx } from '../platform/documents/docx.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { toPdf } from '../platform/documents/pdf.ts';
import { demand } from '../platform/failures/failures.ts';
import { type Again, formsOn } from '../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, download, type Route, show } from '../platform/http/declare.ts';
import { file, page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { correctMinutes, minutesToCorrect, readMinutes } from './minutes.commands.ts';
import { MinutesPage } from './minutes.pages.tsx';
import { correctMinutesSchema, meetingParams, minutesQuery } from './tasking.forms.ts';
import { readMeetings, runMeetings } from './tasking.permissions.ts';
import { instant } from './tasking.views.ts';

const params = { meetingId: '@meetingId' };
const example = {
  params,
  body: { line: 'facts|1|0|0', words: 'Decided: agreed to fence the lane.', reason: 'Misheard.' },
};

async function minutesPage(
  work: Work,
  at: { meetingId: string; version?: number | undefined },
  ask: Ask,
  state: Again = { problems: [], typed: {} },
) {
  const view = demand(await readMinutes(work, at.meetingId, at.version));
  return page(view.paper.title, <MinutesPage view={view} csrf={ask.csrf} {...state} />, {
    back: { href: `/meetings/${view.meeting.id}`, text: view.meeting.seriesName },
    marking: view.paper.marking,
    problems: state.problems,
  });
}

const minutesView = z.object({
  meetingId: z.string(),
  title: z.string(),
  marking: z.string(),
  version: z.number(),
  isFrozen: z.boolean(),
  sha256: z.string().nullable(),
  editions: z.array(
    z.object({
      number: z.number(),
      at: instant,
      byName: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  lines: z.array(z.object({ id: z.string(), text: z.string() })),
  blocks: z.array(z.looseObject({ kind: z.string() })),
});
const minutesJson = async (work: Work, meetingId: string, version?: number) => {
  const { meeting, paper, editions, number, sha256, lines } = demand(
    await readMinutes(work, meetingId, version),
  );
  return {
    meetingId: meeting.id,
    title: paper.title,
    marking: paper.marking,
    version: number,
    isFrozen: editions.length > 0,
    sha256,
    editions: [...editions],
    lines: [...lines],
    blocks: paper.blocks.map((block) => ({ ...block })),
  };
};

/** Minutes: as a page, as files, in earlier versions, and their correction. */
export const minutesRoutes: readonly Route[] = [
  show({
    path: '/meetings/:meetingId/minutes',
    words: 'Minutes of a meeting: as written when it was closed, or after a correction',
    permission: readMeetings,
    audit: 'meeting.minutes-read',
    params: meetingParams,
    query: minutesQuery,
    example: { params },
    handle: (work, input, ask) => minutesPage(work, { ...input.params, ...input.query }, ask),
  }),
  act({
    path: '/meetings/:meetingId/minutes',
    words: 'Correct a line of the minutes: a further version, with its reason',
    permission: runMeetings,
    audit: 'meeting.minutes-corrected',
    params: meetingParams,
    body: correctMinutesSchema,
    example,
    handle: async (work, { params, body }) => {
      const { number } = demand(await correctMinutes(work, { ...params, ...body }));
      return redirect(`/meetings/${params.meetingId}/minutes`, {
        flash: `Corrected. This is version ${number}; the one before can still be read`,
      });
    },
    invalid: formsOn(async (work, at: { meetingId: string }, ask, again) => {
      demand(await minutesToCorrect(work, at.meetingId));
      return minutesPage(work, at, ask, again);
    })('correct'),
  }),
  apiGet({
    path: '/api/v1/meetings/:meetingId/minutes',
    words: 'Minutes of a meeting in one of their versions',
    permission: readMeetings,
    audit: 'meeting.minutes-read',
    params: meetingParams,
    query: minutesQuery,
    output: minutesView,
    example: { params },
    handle: (work, input) => minutesJson(work, input.params.meetingId, input.query.version),
  }),
  apiPost({
    path: '/api/v1/meetings/:meetingId/minutes',
    words: 'Correct a line of the minutes',
    permission: runMeetings,
    audit: 'meeting.minutes-corrected',
    params: meetingParams,
    body: correctMinutesSchema,
    output: z.object({ number: z.number() }),
    example,
    handle: async (work, input) => demand(await correctMinutes(work, { ...input.params, ...input.body })),
  }),
  ...(['pdf', 'docx'] as const).map((kind) =>
    download({
      path: `/meetings/:meetingId/minutes.${kind}`,
      words: `Minutes of a meeting as ${kind === 'pdf' ? 'PDF' : 'a Word file'}`,
      permission: readMeetings,
      audit: 'meeting.minutes-exported',
      params: meetingParams,
      query: minutesQuery,
      example: { params },
      handle: async (work, input) => {
        const { meeting, paper, number } = demand(
          await readMinutes(work, input.params.meetingId, input.query.version),
        );
        const version = number > 1 ? `-version-${number}` : '';
        const name = `minutes-${meeting.heldOn}-${meeting.reference}${version}.${kind}`;
        return file(name, documentTypes[kind], kind === 'pdf' ? await toPdf(paper) : await toDocx(paper));
      },
    }),
  ),
];
