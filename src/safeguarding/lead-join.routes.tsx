import { demand } from '../platform/failures/failures.ts';
import { act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { examples } from './examples.ts';
import type { Field } from './fields.pages.tsx';
import { referralOutcomeFields } from './file.fields.ts';
import { joinFiles, partFiles } from './join.commands.ts';
import { answerLead, offerLead } from './lead.commands.ts';
import { partRoutes } from './part.routes.tsx';
import { JoinPage, PartPage } from './parts.pages.tsx';
import { noteReferralOutcome } from './referral.store.ts';
import {
  answerSchema,
  fileParams,
  joinSchema,
  offerSchema,
  referralOutcomeSchema,
  referralParams,
} from './register.forms.ts';
import { fileView } from './register.queries.ts';
import { keepRegister } from './safeguarding.permissions.ts';

const otherAgencies = async (work: Work, leadAgencyId: string): Promise<Field['items']> => [
  { value: '', text: 'Choose' },
  ...(
    await work.db
      .selectFrom('directory.agency')
      .select(['id', 'name'])
      .where('id', '<>', leadAgencyId)
      .orderBy('name')
      .execute()
  ).map(({ id, name }) => ({ value: id, text: name })),
];

const answerFields = (isTheirs: boolean): readonly Field[] => [
  {
    type: 'radios',
    name: 'answer',
    label: 'Answer',
    items: [
      { value: 'accept', text: isTheirs ? 'Accept: we lead from now on' : 'They accepted' },
      { value: 'decline', text: isTheirs ? 'Decline' : 'They declined' },
      ...(isTheirs ? [] : [{ value: 'withdraw', text: 'Take the offer back' }]),
    ],
  },
  {
    type: 'text',
    name: 'words',
    label: isTheirs ? 'More, if there is any' : 'Who there answered, when and how',
  },
];

/** Forms about who leads, about files of one person, and about what came back of a referral. */
export const leadRoutes: readonly Route[] = [
  ...partRoutes({
    path: 'lead',
    words: 'Offer the lead for somebody to another agency',
    audit: 'register.lead-offered',
    heading: 'Lead agency',
    button: 'Offer the lead',
    body: offerSchema,
    example: examples.offer,
    about: ({ file }) =>
      `${file.leadName} leads. The lead passes on when the other agency accepts: two agencies never both lead.`,
    fields: async (work, { file }) => [
      {
        type: 'select',
        name: 'agencyId',
        label: 'To which agency',
        items: (await otherAgencies(work, file.leadAgencyId)) ?? [],
      },
      { type: 'text', name: 'why', label: 'Why' },
    ],
    run: offerLead,
    flash: 'Offered; it passes on when they accept',
    page: ({ file, contact, precautions }, { heading, form }) => (
      <PartPage
        {...{ heading, file, contact, precautions }}
        about={
          file.offeredName
            ? `${file.leadName} leads, and the lead is offered to ${file.offeredName}.`
            : `${file.leadName} leads. The lead passes on when the other agency accepts: two agencies never both lead.`
        }
        form={
          file.offeredAgencyId === null
            ? form
            : {
                ...form,
                action: `${form.action}/answer`,
                fields: answerFields(false),
                button: 'Save the answer',
              }
        }
      />
    ),
  }),
  ...partRoutes({
    path: 'lead/answer',
    words: 'Answer an offer to lead, or take it back',
    audit: 'register.lead-answered',
    heading: 'Answer the offer to lead',
    button: 'Save the answer',
    body: answerSchema,
    example: examples.answer,
    about: ({ file }) =>
      file.offeredName
        ? `${file.leadName} leads, and the lead is offered to ${file.offeredName}.`
        : `${file.leadName} leads; the lead is offered to nobody.`,
    fields: (work, { file }) => answerFields(officerOf(work).agencyId === file.offeredAgencyId),
    run: answerLead,
    flash: 'Saved',
  }),
  ...partRoutes({
    path: 'join',
    words: 'Read two files of one person as one',
    audit: 'register.joined',
    heading: 'The same person in another file',
    button: 'Join it into this file',
    body: joinSchema,
    example: examples.join,
    fields: () => [
      {
        type: 'text',
        name: 'other',
        label: 'Reference of the other file',
        hint: 'Like V-7K3M-2XQ. It is read under this one from now on, and can be parted again.',
      },
      { type: 'text', name: 'why', label: 'Why they are the same person' },
    ],
    typed: ({ others }) => ({ other: others[0]?.reference ?? '' }),
    run: joinFiles,
    flash: 'Joined: one history from now on',
    page: ({ file, contact, precautions, others, joined }, props) => (
      <JoinPage {...props} {...{ file, contact, precautions, joined }} candidates={others} />
    ),
  }),
  act({
    path: '/register/:fileId/part',
    words: 'Let a file that was joined stand by itself again',
    permission: keepRegister,
    audit: 'register.parted',
    params: fileParams,
    body: joinSchema,
    example: { params: { fileId: '@victimFileId' }, body: examples.join },
    handle: async (work, { params, body }) => {
      demand(await partFiles(work, { ...params, ...body }));
      return redirect(`/register/${params.fileId}`, { flash: 'Parted: each file stands as it was' });
    },
    invalid: (_work, { params }) => redirect(`/register/${params.fileId}/join`),
  }),
  ...referralOutcomeRoutes(),
];

function referralOutcomeRoutes(): readonly Route[] {
  const path = '/register/:fileId/referrals/:referralId';
  const shown = async (
    work: Work,
    ids: { fileId: string; referralId: string },
    csrf: string,
    again: { problems: readonly { field: string; words: string }[]; typed: Record<string, unknown> },
  ) => {
    const { file, contact, precautions, referrals } = demand(await fileView(work, ids.fileId));
    if (!referrals.some(({ id }) => id === ids.referralId))
      demand({ ok: false, failure: { kind: 'not-found' } });
    const heading = 'What came back of the referral';
    const form = {
      action: `/register/${ids.fileId}/referrals/${ids.referralId}`,
      ...{ csrf, fields: referralOutcomeFields, button: 'Note it' },
      ...again,
    };
    return page(heading, <PartPage {...{ heading, file, contact, precautions, form }} />, {
      problems: again.problems,
      marking: 'OFFICIAL-SENSITIVE',
      back: { href: `/register/${ids.fileId}`, text: file.name },
    });
  };
  return [
    show({
      path,
      words: 'Note what came back of a referral',
      permission: keepRegister,
      audit: 'register.form-shown',
      params: referralParams,
      example: { params: { fileId: '@victimFileId', referralId: '@referralId' } },
      handle: (work, { params }, ask) => shown(work, params, ask.csrf, { problems: [], typed: {} }),
    }),
    act({
      path,
      words: 'Note what came back of a referral',
      permission: keepRegister,
      audit: 'register.referral-answered',
      params: referralParams,
      body: referralOutcomeSchema,
      example: {
        params: { fileId: '@victimFileId', referralId: '@referralId' },
        body: { outcome: 'enquiry' },
      },
      handle: async (work, { params, body }) => {
        demand(await noteReferralOutcome(work, { ...params, ...body }));
        return redirect(`/register/${params.fileId}`, { flash: 'Noted' });
      },
      invalid: (work, { params, raw, problems }, ask) =>
        shown(work, params, ask.csrf, { problems, typed: raw }),
    }),
  ];
}
