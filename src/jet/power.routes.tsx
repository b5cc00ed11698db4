import { z } from 'zod';
import { listAreas, officersOf } from '../directory/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { exportFile, exportWords } from '../platform/documents/export.ts';
import { demand, notFound, ok } from '../platform/failures/failures.ts';
import { doneUnder } from '../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import type { FormState } from '../platform/ui/index.ts';
import {
  issueReaccreditation,
  openReaccreditation,
  stopReaccreditation,
  tickReaccreditation,
} from './accreditation.commands.ts';
import { AccreditationPage, AccreditationsPage } from './accreditation.pages.tsx';
import { findReaccreditation, listReaccreditations } from './accreditation.store.ts';
import { jetExamples } from './jet.examples.ts';
import { issuePowers, readPowers, readReaccreditations, renewPowers, usePowers } from './jet.permissions.ts';
import { askPower, recordUse } from './power.commands.ts';
import {
  askSchema,
  issueSchema,
  openSchema,
  reaccreditationParams,
  tickSchema,
  useSchema,
} from './power.forms.ts';
import { PowersPage, UsePage } from './power.pages.tsx';
import { type HeldLine, listHeld, listUses } from './power.store.ts';
import { versionSchema } from './time.forms.ts';

const nothing: FormState = { problems: [], typed: {} };
const marking = 'OFFICIAL-SENSITIVE';
const columns = [
  'officerName',
  'kind',
  'what',
  'references',
  'badgeNumber',
  'status',
  'endsOn',
  'holding',
] as const satisfies readonly (keyof HeldLine)[];

async function usePage(work: Work, ask: Ask, again: FormState, question?: z.output<typeof askSchema>) {
  const said = question ? await askPower(work, question) : undefined;
  const problems =
    said && !said.ok && said.failure.kind === 'invalid' ? said.failure.problems : again.problems;
  const body = (
    <UsePage
      {...again}
      problems={problems}
      csrf={ask.csrf}
      districts={await listAreas(work.db, 'district', work.clock.today())}
      said={said?.ok ? said.value : undefined}
      hidden={{ key: work.ids.next() }}
    />
  );
  return page('May I do this here?', body, {
    back: { href: '/teams/powers', text: 'Powers' },
    marking,
    problems,
  });
}
const anyQuestion = z.object({
  power: z.string().max(60).optional(),
  districtCode: z.string().max(20).optional(),
  isInUniform: z.string().max(5).optional(),
});

/** Who holds what, may I, and the record of use. */
export const powerRoutes: readonly Route[] = [
  show({
    path: '/teams/powers',
    words: 'Who of your agency holds which power, vetting and training, and until when',
    permission: readPowers,
    audit: 'power.listed',
    handle: async (work) => {
      const body = (
        <PowersPage
          viewer={work.viewer}
          held={await listHeld(work)}
          uses={await listUses(work)}
          mayUse={mayUse(work.viewer, usePowers)}
        />
      );
      return page('Powers, vetting and training', body, { wide: true, marking });
    },
  }),
  ...(['csv', 'xlsx'] as const).map((format) =>
    download({
      path: `/teams/powers.${format}`,
      words: `Who of your agency holds what, as ${exportWords[format]}`,
      permission: readPowers,
      audit: 'power.exported',
      handle: async (work) => {
        const held = await listHeld(work);
        async function* rows() {
          yield held.map((one) => columns.map((column) => one[column]));
        }
        return exportFile(work, format, { name: 'powers', columns, rows: rows() });
      },
    }),
  ),
  show({
    path: '/teams/powers/use',
    words: 'Whether you may use a power here today, why not, and who could',
    permission: usePowers,
    audit: 'power.asked',
    query: anyQuestion,
    handle: (work, { query }, ask) => {
      const question = askSchema.safeParse(query);
      return usePage(work, ask, { problems: [], typed: query }, question.success ? question.data : undefined);
    },
  }),
  act({
    path: '/teams/powers/use',
    words: 'Record that you used a power; refused where you do not hold it here and now',
    permission: usePowers,
    audit: 'power.used',
    body: useSchema,
    example: { body: jetExamples.use },
    handle: async (work, { body }) => {
      const { reference } = demand(await recordUse(work, body));
      return redirect('/teams/powers', { flash: `Recorded as ${reference}` });
    },
    invalid: (work, { raw, problems }, ask) => usePage(work, ask, { problems, typed: raw }),
  }),
];

async function listPage(work: Work, ask: Ask, again: FormState = nothing) {
  const mayRenew = mayUse(work.viewer, renewPowers);
  const body = (
    <AccreditationsPage
      {...again}
      csrf={ask.csrf}
      viewer={work.viewer}
      rows={await listReaccreditations(work)}
      mayRenew={mayRenew}
      officers={mayRenew ? await officersOf(work.db, [officerOf(work).agencyId]) : []}
    />
  );
  return page('Accreditation anew', body, { wide: true, marking, problems: again.problems });
}
async function onePage(work: Work, id: string, ask: Ask, again: FormState = nothing) {
  const found = await findReaccreditation(work, id);
  const row = demand(found ? ok(found) : notFound);
  about(work, 'reaccreditation', row.id);
  const viewer = officerOf(work);
  const isOwn = viewer.agencyId === row.agencyId;
  const body = (
    <AccreditationPage
      {...again}
      csrf={ask.csrf}
      row={row}
      mayTick={
        isOwn &&
        mayUse(viewer, renewPowers) &&
        row.officerId !== viewer.officerId &&
        ['open', 'ready'].includes(row.status)
      }
      mayIssue={
        mayUse(viewer, issuePowers) && viewer.agencyId === row.forceAgencyId && row.status === 'ready'
      }
    />
  );
  return page(`Accreditation of ${row.officerName}`, body, {
    ...{
      back: { href: '/teams/accreditations', text: 'Accreditation anew' },
      marking,
      problems: again.problems,
    },
  });
}
const accredited = doneUnder('/teams/accreditations');

/** Accreditation anew: three ticks, then the force. */
export const accreditationRoutes: readonly Route[] = [
  show({
    path: '/teams/accreditations',
    words: 'Accreditations anew: of your team, or those your force is to issue',
    permission: readReaccreditations,
    audit: 'reaccreditation.listed',
    handle: (work, _input, ask) => listPage(work, ask),
  }),
  act({
    path: '/teams/accreditations',
    words: 'Begin an accreditation anew for an officer of your agency',
    permission: renewPowers,
    audit: 'reaccreditation.opened',
    body: openSchema,
    example: { body: { officerId: '@jetOfficerId' } },
    handle: async (work, { body }) => {
      const { id } = demand(await openReaccreditation(work, body));
      return redirect(`/teams/accreditations/${id}`, { flash: 'Begun' });
    },
    invalid: (work, { raw, problems }, ask) => listPage(work, ask, { problems, typed: raw }),
  }),
  show({
    path: '/teams/accreditations/:reaccreditationId',
    words: 'One accreditation anew with its ticks',
    permission: readReaccreditations,
    audit: 'reaccreditation.read',
    params: reaccreditationParams,
    handle: (work, { params }, ask) => onePage(work, params.reaccreditationId, ask),
  }),
  act({
    path: '/teams/accreditations/:reaccreditationId/tick',
    words: 'Record that an officer of your agency was vetted, trained or assessed anew',
    permission: renewPowers,
    audit: 'reaccreditation.ticked',
    params: reaccreditationParams,
    body: tickSchema,
    example: { body: jetExamples.tick },
    handle: async (work, { params, body }) =>
      accredited(await tickReaccreditation(work, { ...params, ...body }), 'Ticked'),
    invalid: (work, { params, raw, problems }, ask) =>
      onePage(work, params.reaccreditationId, ask, { problems, typed: raw, form: 'tick' }),
  }),
  act({
    path: '/teams/accreditations/:reaccreditationId/issue',
    words: 'Issue an accreditation for the force, with its powers, badge number and last day',
    permission: issuePowers,
    audit: 'reaccreditation.issued',
    params: reaccreditationParams,
    body: issueSchema,
    example: { body: jetExamples.issue },
    handle: async (work, { params, body }) =>
      accredited(await issueReaccreditation(work, { ...params, ...body }), 'Issued'),
    invalid: (work, { params, raw, problems }, ask) =>
      onePage(work, params.reaccreditationId, ask, { problems, typed: raw, form: 'issue' }),
  }),
  act({
    path: '/teams/accreditations/:reaccreditationId/stop',
    words: 'Stop an accreditation anew that is not issued yet',
    permission: renewPowers,
    audit: 'reaccreditation.stopped',
    params: reaccreditationParams,
    body: versionSchema,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) => {
      demand(await stopReaccreditation(work, { ...params, ...body }));
      return redirect(`/teams/accreditations/${params.reaccreditationId}`, { flash: 'Stopped' });
    },
    invalid: (work, { params, problems }, ask) =>
      onePage(work, params.reaccreditationId, ask, { problems, typed: {} }),
  }),
];
