import { z } from 'zod';
import { demand, notFound, ok } from '../../platform/failures/failures.ts';
import { type Route, show } from '../../platform/http/declare.ts';
import { page } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { isEnded, listAgencies } from '../agency/agency.store.ts';
import { editRoutes } from '../change/edit.routes.tsx';
import { historyOf } from '../change/history.tsx';
import { mayEdit } from '../directory.pages.tsx';
import { manageAgreements, readDirectory } from '../directory.permissions.ts';
import {
  agreementFields,
  amendAgreement,
  endAgreement,
  makeAgreement,
  planAmendment,
  planEndOfAgreement,
  planNewAgreement,
} from './agreement.commands.ts';
import {
  agreementParams,
  amendAgreementExample,
  amendAgreementForm,
  endAgreementExample,
  endAgreementForm,
  newAgreementExample,
  newAgreementForm,
  standingGateways,
} from './agreement.forms.ts';
import { AgreementPage, AgreementsPage } from './agreement.pages.tsx';
import { previewOfAgreement } from './agreement.preview.ts';
import {
  type AgreementRow,
  agreementState,
  endingAgreements,
  findAgreement,
  listAgreements,
} from './agreement.store.ts';
import { recordKindWords, sharedKinds } from './agreement.words.ts';

const back = { href: '/directory/agreements', text: 'Agreements' };
const hrefOf = (id: string) => `/directory/agreements/${id}`;
const opened = async (work: Work, id: string) => (await findAgreement(work.db, id)) ?? demand(notFound);
const titleOf = (row: AgreementRow): string =>
  `${recordKindWords(row.recordKind)}, ${row.fromName} to ${row.toName}`;

const listQuery = z.object({
  /** One's own agency's where nothing is chosen: a county has hundreds. */
  agencyId: z.union([z.literal('all'), z.uuid()]).optional(),
  shown: z.enum(['current', 'ending', 'all']).default('current'),
});

/** Agreements: read by everybody with an account, made and ended by the administrator. */
export const agreementRoutes: readonly Route[] = [
  show({
    path: '/directory/agreements',
    words: 'Agreements: which agency may see what of another’s records',
    permission: readDirectory,
    audit: 'agreement.listed',
    query: listQuery,
    handle: async (work, { query }) => {
      const today = work.clock.today();
      const chosen = query.agencyId ?? officerOf(work).agencyId;
      const agencyId = chosen === 'all' ? undefined : chosen;
      const all = await listAgreements(work.db, { agencyId });
      const props = {
        agreements: all.filter((row) => {
          const state = agreementState(row, today);
          return query.shown === 'all' || (query.shown === 'ending' ? state === 'ending' : state !== 'ended');
        }),
        ending: await endingAgreements(work.db, today, agencyId),
        agencies: await listAgencies(work.db, today),
        ...{ agencyId: chosen, shown: query.shown, today, canEdit: mayEdit(officerOf(work)) },
      };
      return page('Agreements', <AgreementsPage {...props} />, { wide: true });
    },
  }),
  ...editRoutes({
    path: '/directory/agreements/add',
    words: 'Make an agreement',
    permission: manageAgreements,
    audit: 'agreement.made',
    params: z.object({}),
    body: newAgreementForm,
    example: { body: newAgreementExample },
    save: 'Make agreement',
    subject: async (work) => {
      const today = work.clock.today();
      const agencies = (await listAgencies(work.db, today))
        .filter((agency) => !isEnded(agency, today))
        .map((agency) => ({ value: agency.id, text: agency.name }));
      return {
        heading: 'Make an agreement',
        about:
          'For one direction and one kind of record. Both agencies have signed it: here it takes effect, from its first day.',
        back,
        typed: { startsOn: today },
        fields: [
          { type: 'select', name: 'fromAgencyId', label: 'Whose records', items: agencies },
          { type: 'select', name: 'toAgencyId', label: 'Seen by', items: agencies },
          {
            type: 'select',
            name: 'recordKind',
            label: 'Kind of record',
            items: sharedKinds.map((kind) => ({ value: kind.code, text: kind.name })),
          },
          {
            type: 'select',
            name: 'gateway',
            label: 'Legal gateway',
            items: standingGateways.map(({ name }) => ({ value: name, text: name })),
          },
          {
            type: 'text',
            name: 'document',
            label: 'Where the signed document is kept (optional)',
            hint: 'A reference, not the text',
          },
          { type: 'day', name: 'startsOn', label: 'From' },
          {
            type: 'day',
            name: 'endsOn',
            label: 'First day without it (optional)',
            hint: 'Like 1/4/2028. Leave empty for until further notice',
          },
        ],
      };
    },
    preview: async (work, input) => {
      const plan = await planNewAgreement(work, input);
      return plan.ok ? ok(await previewOfAgreement(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const { go: _go, ...fields } = input;
      const made = await makeAgreement(work, fields);
      return made.ok ? ok({ to: hrefOf(made.value.id), flash: 'Agreement made' }) : made;
    },
  }),
  show({
    path: '/directory/agreements/:agreementId',
    words: 'One agreement: what it opens and until when',
    permission: readDirectory,
    audit: 'agreement.opened',
    params: agreementParams,
    handle: async (work, { params }, ask) => {
      const agreement = await opened(work, params.agreementId);
      const canEdit = mayEdit(officerOf(work));
      const history = canEdit && (await historyOf(work, 'agreement', agreement.id, ask.csrf));
      const props = { agreement, canEdit, history, today: work.clock.today() };
      return page(titleOf(agreement), <AgreementPage {...props} />, { back });
    },
  }),
  ...editRoutes({
    path: '/directory/agreements/:agreementId/amend',
    words: 'Give an agreement another last day',
    permission: manageAgreements,
    audit: 'agreement.amended',
    params: agreementParams,
    body: amendAgreementForm,
    example: { body: amendAgreementExample },
    save: 'Save change',
    subject: async (work, { agreementId }) => {
      const row = await opened(work, agreementId);
      return {
        heading: 'Give it another last day',
        caption: titleOf(row),
        about: 'Agencies, kind and gateway do not change: for another of these, make another agreement.',
        back: { href: hrefOf(row.id), text: 'Agreement' },
        typed: { ...agreementFields(row) },
        version: row.version,
        fields: [
          {
            type: 'day',
            name: 'endsOn',
            label: 'First day without it (optional)',
            hint: 'Like 1/4/2028. Leave empty for until further notice',
          },
          { type: 'text', name: 'document', label: 'Where the signed document is kept (optional)' },
        ],
      };
    },
    preview: async (work, input) => {
      const plan = await planAmendment(work, input);
      return plan.ok ? ok(await previewOfAgreement(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const amended = await amendAgreement(work, input);
      return amended.ok ? ok({ to: hrefOf(input.agreementId), flash: 'Agreement changed' }) : amended;
    },
  }),
  ...editRoutes({
    path: '/directory/agreements/:agreementId/end',
    words: 'End an agreement now',
    permission: manageAgreements,
    audit: 'agreement.ended',
    params: agreementParams,
    body: endAgreementForm,
    example: { body: endAgreementExample },
    save: 'End it now',
    subject: async (work, { agreementId }) => {
      const row = await opened(work, agreementId);
      return {
        heading: 'End it now',
        caption: titleOf(row),
        about: 'It takes effect at once. To share again, make a new agreement.',
        back: { href: hrefOf(row.id), text: 'Agreement' },
        typed: {},
        version: row.version,
        fields: [],
      };
    },
    preview: async (work, input) => {
      const plan = await planEndOfAgreement(work, input);
      return plan.ok ? ok(await previewOfAgreement(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const ended = await endAgreement(work, input);
      return ended.ok
        ? ok({ to: hrefOf(input.agreementId), flash: 'Ended: nothing is shared by it any more' })
        : ended;
    },
  }),
];
