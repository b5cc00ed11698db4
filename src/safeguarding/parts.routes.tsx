import { demand, invalid, type Result } from '../platform/failures/failures.ts';
import { act, type Route } from '../platform/http/declare.ts';
import { redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { saveSafeContact } from './contact.commands.ts';
import { examples } from './examples.ts';
import { saveProfile } from './file.commands.ts';
import {
  contactFields,
  lossFields,
  planFields,
  precautionFields,
  profileFields,
  referFields,
  repeatFields,
  safeContactFields,
} from './file.fields.ts';
import { recordLoss, withdrawLoss } from './loss.commands.ts';
import { partRoutes } from './part.routes.tsx';
import { PrecautionsPage } from './parts.pages.tsx';
import { PlanPage } from './plan.pages.tsx';
import { effectOf } from './precaution.rules.ts';
import { addPrecaution, endPrecaution } from './precautions.ts';
import { noteContact, noteRepeatCheck } from './reached.commands.ts';
import {
  contactSchema,
  endPrecautionSchema,
  fileParams,
  lossSchema,
  type PlanInput,
  planSchema,
  precautionSchema,
  profileSchema,
  referSchema,
  repeatSchema,
  safeContactSchema,
  withdrawSchema,
} from './register.forms.ts';
import { keepRegister } from './safeguarding.permissions.ts';
import { screenIfDue } from './screening.commands.ts';
import { planVisit, refer } from './visit.commands.ts';
import { visitors } from './visit.store.ts';

/**
 * Plans a visit on a screen: one is made first where the last is too old. What it says is shown on the form, so that the
 * screen is kept and a refusal is not the last word.
 */
async function screenAndPlan(work: Work, input: PlanInput & { fileId: string }): Promise<Result<unknown>> {
  const screened = await screenIfDue(work, input);
  if (!screened.ok) return screened;
  const done = await planVisit(work, input);
  if (done.ok || done.failure.kind !== 'refused-by-rule') return done;
  return invalid({ field: 'plannedOn', words: `${done.failure.words} ${done.failure.mend}` });
}

/** The forms about somebody on the register. */
export const partsRoutes: readonly Route[] = [
  ...partRoutes({
    path: 'profile',
    words: 'What is known of somebody: kind of scam, age band, concerns',
    audit: 'register.profile-changed',
    heading: 'Profile',
    button: 'Save the profile',
    body: profileSchema,
    example: examples.profile,
    fields: () => profileFields,
    typed: ({ file }) => ({ ...file, firstOn: file.firstOn ?? '', lastOn: file.lastOn ?? '' }),
    run: saveProfile,
    flash: 'Saved; priority and route were worked out anew',
  }),
  ...partRoutes({
    path: 'safe-contact',
    words: 'How somebody may safely be reached, and whether their address must stay hidden',
    audit: 'register.safe-contact-changed',
    heading: 'How to reach them safely',
    button: 'Save',
    body: safeContactSchema,
    example: examples.safeContact,
    fields: () => safeContactFields,
    typed: ({ contact }) => ({
      ...contact?.own,
      noMessage: contact?.own.noMessage ? 'yes' : 'no',
      hidesAddress: contact?.own.hidesAddress ? 'yes' : 'no',
    }),
    run: saveSafeContact,
    flash: 'Saved',
  }),
  ...partRoutes({
    path: 'contact',
    words: 'Note that somebody was reached, or was not',
    audit: 'register.contact-noted',
    heading: 'Note what happened',
    button: 'Note it',
    body: contactSchema,
    example: examples.contact,
    fields: (_work, { file }) => contactFields(file.status),
    run: noteContact,
    flash: 'Noted',
  }),
  ...partRoutes({
    path: 'losses',
    words: 'Write down what somebody lost, or what was saved',
    audit: 'register.loss-recorded',
    heading: 'A loss or a saving',
    button: 'Write it down',
    body: lossSchema,
    example: examples.loss,
    fields: () => lossFields,
    typed: () => ({ kind: 'loss', basis: 'documented' }),
    run: recordLoss,
    flash: 'Written down',
  }),
  ...partRoutes({
    path: 'precautions',
    words: 'What whoever goes to somebody must do',
    audit: 'register.precaution-added',
    heading: 'Precautions',
    button: 'Add the precaution',
    body: precautionSchema,
    example: examples.precaution,
    fields: () => precautionFields,
    run: addPrecaution,
    flash: 'The precaution holds from now on',
    page: ({ file, contact, precautions }, props) => (
      <PrecautionsPage {...props} {...{ file, contact, precautions }} fileId={file.id} />
    ),
  }),
  ...partRoutes({
    path: 'visits/plan',
    words: 'Plan a visit to somebody, and say who goes',
    audit: 'visit.planned',
    heading: 'Plan a visit',
    button: 'Plan the visit',
    body: planSchema,
    example: examples.plan,
    fields: async (work, { precautions }) =>
      planFields(await visitors(work, officerOf(work).agencyId), effectOf(precautions)),
    run: screenAndPlan,
    flash: 'The visit is planned',
    page: (view, props) => <PlanPage {...props} {...view} />,
  }),
  ...partRoutes({
    path: 'referrals',
    words: 'Refer somebody on, with the questions of Care Act 2014 s.42',
    audit: 'register.referred',
    heading: 'Refer them',
    button: 'Refer',
    body: referSchema,
    example: examples.refer,
    fields: () => referFields,
    run: refer,
    flash: 'Referred',
  }),
  ...partRoutes({
    path: 'repeat',
    words: 'Note whether it has happened again since somebody was supported',
    audit: 'register.repeat-checked',
    heading: 'A year on',
    button: 'Note it',
    body: repeatSchema,
    example: examples.repeat,
    fields: () => repeatFields,
    run: (work, { isRevictimised, ...input }) =>
      noteRepeatCheck(work, { ...input, isRevictimised: isRevictimised === 'yes' }),
    flash: 'Noted; asked again in a year',
  }),
  act({
    path: '/register/:fileId/precautions/end',
    words: 'End a precaution',
    permission: keepRegister,
    audit: 'register.precaution-ended',
    params: fileParams,
    body: endPrecautionSchema,
    example: { params: { fileId: '@victimFileId' }, body: { precautionId: '@listId' } },
    handle: async (work, { params, body }) => {
      demand(await endPrecaution(work, { ...params, ...body }));
      return redirect(`/register/${params.fileId}`, { flash: 'The precaution is ended' });
    },
    invalid: (_work, { params }) => redirect(`/register/${params.fileId}/precautions`),
  }),
  act({
    path: '/register/:fileId/losses/withdraw',
    words: 'Take back an amount that was written down by mistake',
    permission: keepRegister,
    audit: 'register.loss-withdrawn',
    params: fileParams,
    body: withdrawSchema,
    example: { params: { fileId: '@victimFileId' }, body: { lossId: '@listId' } },
    handle: async (work, { params, body }) => {
      demand(await withdrawLoss(work, { ...params, ...body }));
      return redirect(`/register/${params.fileId}`, { flash: 'Taken back' });
    },
    invalid: (_work, { params }) => redirect(`/register/${params.fileId}`),
  }),
];
