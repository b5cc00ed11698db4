import { victimReaders } from '../directory/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { demand, type FieldProblem, notFound } from '../platform/failures/failures.ts';
import { type FormAgain, formsOn } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { revealAddress } from './contact.commands.ts';
import { safeContactOf } from './contact.store.ts';
import { examples } from './examples.ts';
import { referFields } from './file.fields.ts';
import { findFile } from './file.store.ts';
import { PartPage, RevealPage } from './parts.pages.tsx';
import {
  cancelSchema,
  fileParams,
  referSchema,
  resultSchema,
  revealSchema,
  visitParams,
} from './register.forms.ts';
import { keepRegister, visitPeople } from './safeguarding.permissions.ts';
import { cancelVisit, recordResult, refer } from './visit.commands.ts';
import { MyVisitsPage, VisitSheet } from './visit.pages.tsx';
import { findVisit, historyForVisit, ownVisits, type Visit } from './visit.store.ts';

const mine = { href: '/visits', text: 'My visits' };
const marking = 'OFFICIAL-SENSITIVE';
type Again = { problems?: readonly FieldProblem[]; typed?: Record<string, unknown> };
const visitId = '@visitId';

async function openVisit(work: Work, id: string): Promise<Visit> {
  const visit = (await findVisit(work, id)) ?? demand(notFound);
  about(work, 'visit', visit.id);
  return visit;
}

async function sheet(
  work: Work,
  { visitId: id }: { visitId: string },
  ask: Ask,
  { form, problems = [], typed = {} }: Partial<FormAgain> = {},
): Promise<PageReply> {
  const visit = await openVisit(work, id);
  const body = (
    <VisitSheet
      visit={visit}
      contact={await safeContactOf(work, visit.fileId)}
      history={await historyForVisit(work, visit)}
      isKeeper={hasRole(work.viewer, ...victimReaders)}
      today={work.clock.today()}
      csrf={ask.csrf}
      {...{ form, problems, typed }}
    />
  );
  return page(`Visit to ${visit.personName}`, body, { problems, back: mine, marking });
}
const onVisit = formsOn(sheet);

async function referPage(work: Work, id: string, ask: Ask, { problems = [], typed = {} }: Again = {}) {
  const visit = await openVisit(work, id);
  const form = {
    action: `/visits/${id}/refer`,
    csrf: ask.csrf,
    fields: referFields,
    typed: { kind: 'adult-safeguarding', ...typed },
    problems,
    button: 'Refer',
  };
  const props = {
    heading: 'Refer them to adult safeguarding',
    file: { name: visit.personName },
    contact: await safeContactOf(work, visit.fileId),
    precautions: visit.precautions,
    about:
      'The three questions of the Care Act 2014, section 42: say what you know, and “not known” where you do not.',
    form,
  };
  return page(props.heading, <PartPage {...props} />, {
    problems,
    marking,
    back: { href: `/visits/${id}`, text: 'The visit' },
  });
}

const revealForm = (action: string, csrf: string, { problems = [], typed = {} }: Again) => ({
  action,
  csrf,
  fields: [
    {
      type: 'text' as const,
      name: 'reason',
      label: 'Why must you know it?',
      hint: 'For example: I visit on 3 November at 10.',
    },
  ],
  typed,
  problems,
  button: 'Show the address',
  isWarning: true,
});

/** Visits: the sheet of whoever goes, its result, and a hidden address for whoever may see it. */
export const visitRoutes: readonly Route[] = [
  show({
    path: '/visits',
    words: 'The visits that are assigned to you',
    permission: visitPeople,
    audit: 'visit.listed',
    handle: async (work) =>
      page('My visits', <MyVisitsPage visits={await ownVisits(work, officerOf(work).officerId)} />, {
        marking,
      }),
  }),
  show({
    path: '/visits/:visitId',
    words: 'One visit: where, how to reach them safely, precautions, what was tried',
    permission: visitPeople,
    audit: 'visit.opened',
    params: visitParams,
    handle: (work, { params }, ask) => sheet(work, params, ask),
  }),
  act({
    path: '/visits/:visitId/result',
    words: 'Say what came of a visit',
    permission: visitPeople,
    audit: 'visit.done',
    params: visitParams,
    body: resultSchema,
    example: { params: { visitId }, body: { version: 1, result: 'seen', doneThings: ['call-blocker'] } },
    handle: async (work, { params, body }) => {
      const { id } = demand(await recordResult(work, { ...params, ...body }));
      return redirect(`/visits/${id}`, { flash: 'Saved' });
    },
    invalid: onVisit('result'),
  }),
  act({
    path: '/visits/:visitId/cancel',
    words: 'Cancel a visit',
    permission: keepRegister,
    audit: 'visit.cancelled',
    params: visitParams,
    body: cancelSchema,
    example: { params: { visitId }, body: { version: 1, why: 'They are away' } },
    handle: async (work, { params, body }) => {
      const { fileId } = demand(await cancelVisit(work, { ...params, ...body }));
      return redirect(`/register/${fileId}`, { flash: 'The visit is cancelled' });
    },
    invalid: onVisit('cancel'),
  }),
  show({
    path: '/visits/:visitId/refer',
    words: 'Refer somebody to adult safeguarding, from a visit',
    permission: visitPeople,
    audit: 'visit.refer-form-shown',
    params: visitParams,
    handle: (work, { params }, ask) => referPage(work, params.visitId, ask),
  }),
  act({
    path: '/visits/:visitId/refer',
    words: 'Refer somebody to adult safeguarding, from a visit',
    permission: visitPeople,
    audit: 'visit.referred',
    params: visitParams,
    body: referSchema,
    example: { params: { visitId }, body: examples.refer },
    handle: async (work, { params, body }) => {
      const visit = await openVisit(work, params.visitId);
      demand(await refer(work, { ...body, visitId: visit.id, fileId: visit.fileId }));
      return redirect(`/visits/${visit.id}`, { flash: 'Referred' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      referPage(work, params.visitId, ask, { problems, typed: raw }),
  }),
  ...addressRoutes({
    path: '/visits/:visitId/address',
    params: visitParams,
    permission: visitPeople,
    example: { visitId },
    target: async (work, { visitId: id = '' }) => {
      const visit = await openVisit(work, id);
      const contact = await safeContactOf(work, visit.fileId);
      if (!contact?.hidesAddress || visit.state !== 'planned') demand(notFound);
      const showsSources =
        hasRole(work.viewer, ...victimReaders) && visit.assignedTo !== officerOf(work).officerId;
      return { fileId: visit.fileId, name: visit.personName, showsSources, back: `/visits/${id}` };
    },
  }),
  ...addressRoutes({
    path: '/register/:fileId/address',
    params: fileParams,
    permission: keepRegister,
    example: { fileId: '@victimFileId' },
    target: async (work, { fileId = '' }) => {
      const file = (await findFile(work, fileId)) ?? demand(notFound);
      const contact = await safeContactOf(work, file.id);
      if (!contact?.hidesAddress) demand(notFound);
      return { fileId: file.id, name: file.name, showsSources: true, back: `/register/${file.id}` };
    },
  }),
];

interface Target {
  fileId: string;
  name: string;
  showsSources: boolean;
  back: string;
}

function addressRoutes<P extends typeof visitParams | typeof fileParams>(spec: {
  path: string;
  params: P;
  permission: typeof keepRegister;
  example: Record<string, string>;
  target(work: Work, params: Record<string, string>): Promise<Target>;
}): readonly Route[] {
  const asked = async (work: Work, params: unknown, ask: Ask, again: Again = {}) => {
    const target = await spec.target(work, params as Record<string, string>); // ids, as the schema gave them
    const form = revealForm(`${target.back}/address`, ask.csrf, again);
    return page('Hidden address', <RevealPage name={target.name} form={form} shown={undefined} />, {
      problems: again.problems ?? [],
      marking,
      back: { href: target.back, text: target.name },
    });
  };
  const common = { path: spec.path, permission: spec.permission, params: spec.params as typeof visitParams };
  return [
    show({
      ...common,
      words: 'Ask for an address that must stay hidden',
      audit: 'address.asked',
      example: { params: spec.example },
      handle: (work, { params }, ask) => asked(work, params, ask),
    }),
    act({
      ...common,
      words: 'Show an address that must stay hidden, to somebody who says why',
      audit: 'address.revealed',
      body: revealSchema,
      example: { params: spec.example, body: { reason: 'I visit tomorrow at ten' } },
      handle: async (work, { params, body }, ask) => {
        const target = await spec.target(work, params as unknown as Record<string, string>); // ids, as the schema gave them
        const shown = await revealAddress(work, { ...target, ...body });
        const form = revealForm(`${target.back}/address`, ask.csrf, {});
        return page('Hidden address', <RevealPage name={target.name} form={form} shown={shown} />, {
          marking,
          back: { href: target.back, text: target.name },
        });
      },
      invalid: (work, { params, raw, problems }, ask) => asked(work, params, ask, { problems, typed: raw }),
    }),
  ];
}
