import { z } from 'zod';
import { demand, notFound } from '../../platform/failures/failures.ts';
import { type Route, show } from '../../platform/http/declare.ts';
import { page } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { listAgreements } from '../agreement/agreement.store.ts';
import { namesOf } from '../change/change.store.ts';
import { differencesOf } from '../change/change.words.ts';
import { editRoutes } from '../change/edit.routes.tsx';
import type { EditField, Preview } from '../change/edit-form.pages.tsx';
import { historyOf } from '../change/history.tsx';
import { mayEdit } from '../directory.pages.tsx';
import { editDirectory, readDirectory } from '../directory.permissions.ts';
import { listAreas, listServices } from '../directory.store.ts';
import {
  addAgency,
  agencyFields,
  changeAgency,
  endAgency,
  type PlannedAgency,
  planAgency,
  planEndOfAgency,
  planNewAgency,
} from './agency.commands.ts';
import {
  agencyForm,
  agencyParams,
  changeAgencyExample,
  endAgencyExample,
  endAgencyForm,
  newAgencyExample,
  newAgencyForm,
} from './agency.forms.ts';
import { AgenciesPage, AgencyPage } from './agency.pages.tsx';
import { findAgency, listAgencies, possibleSpokespeople } from './agency.store.ts';
import { agencyKindWords } from './agency.words.ts';

const back = { href: '/directory/agencies', text: 'Agencies' };
const opened = async (work: Work, id: string) => (await findAgency(work.db, id)) ?? demand(notFound);
const agencyHref = (id: string) => `/directory/agencies/${id}`;

async function detailFields(work: Work): Promise<EditField[]> {
  const today = work.clock.today();
  const areas = (
    await Promise.all(['county', 'district'].map((kind) => listAreas(work.db, kind, today)))
  ).flat();
  return [
    { type: 'text', name: 'name', label: 'Name' },
    {
      type: 'select',
      name: 'kind',
      label: 'Kind of agency',
      items: Object.entries(agencyKindWords).map(([value, text]) => ({ value, text })),
    },
    {
      type: 'select',
      name: 'areaCode',
      label: 'Where it has authority',
      hint: 'A district council answers in its own district alone. Leave it for a national body',
      items: areas.map((area) => ({ value: area.code, text: area.name })),
    },
  ];
}

/** What changes, and what it means for where reports go. */
async function previewOf(work: Work, plan: PlannedAgency): Promise<Preview> {
  const before = plan.before && agencyFields(plan.before);
  const names = await namesOf(work.db, [...Object.values(before ?? {}), ...Object.values(plan.after)]);
  const differences = differencesOf(before, plan.after, names);
  const movesReports = before && (before.areaCode !== plan.after.areaCode || before.kind !== plan.after.kind);
  return {
    differences,
    effects: [
      ...(before === null
        ? [
            'It answers for nothing until it has services, and sees no other agency’s records without an agreement.',
          ]
        : []),
      ...(movesReports
        ? [
            'From the moment this is saved, new reports are routed by the new kind and area. Those already sent stay where they are.',
          ]
        : []),
      ...(before && before.spokespersonId !== plan.after.spokespersonId
        ? ['Requests for roles that wait for this agency’s word go to the person now named.']
        : []),
      ...(differences.length === 0 ? ['Nothing: it already stands like this.'] : []),
    ],
  };
}

/** Agencies: looked up by everybody with an account, kept by the administrator. */
export const agencyRoutes: readonly Route[] = [
  show({
    path: '/directory/agencies',
    words: 'Agencies of the partnership',
    permission: readDirectory,
    audit: 'agency.listed',
    handle: async (work) => {
      const [today, canEdit] = [work.clock.today(), mayEdit(officerOf(work))];
      const agencies = await listAgencies(work.db, today);
      return page('Agencies', <AgenciesPage agencies={agencies} today={today} canEdit={canEdit} />, {
        wide: true,
      });
    },
  }),
  ...editRoutes({
    path: '/directory/agencies/add',
    words: 'Add an agency',
    permission: editDirectory,
    audit: 'agency.added',
    params: z.object({}),
    body: newAgencyForm,
    example: { body: newAgencyExample },
    save: 'Add agency',
    subject: async (work) => ({
      heading: 'Add an agency',
      back,
      typed: { startsOn: work.clock.today() },
      fields: [
        {
          type: 'text',
          name: 'code',
          label: 'Short code',
          hint: 'Stands in the codes of its services, like MCC',
        },
        ...(await detailFields(work)),
        { type: 'day', name: 'startsOn', label: 'From' },
      ],
    }),
    preview: async (work, input) => {
      const plan = await planNewAgency(work, input);
      return plan.ok ? { ok: true, value: await previewOf(work, plan.value) } : plan;
    },
    change: async (work, input) => {
      const { go: _go, ...agency } = input;
      const added = await addAgency(work, agency);
      return added.ok
        ? {
            ok: true,
            value: { to: agencyHref(added.value.id), flash: 'Agency added. Now add its services.' },
          }
        : added;
    },
  }),
  show({
    path: '/directory/agencies/:agencyId',
    words: 'One agency: services and agreements',
    permission: readDirectory,
    audit: 'agency.opened',
    params: agencyParams,
    handle: async (work, { params }, ask) => {
      const agency = await opened(work, params.agencyId);
      const [today, canEdit] = [work.clock.today(), mayEdit(officerOf(work))];
      const services = (await listServices(work.db, today)).filter((s) => s.agencyId === agency.id);
      const agreements = await listAgreements(work.db, { agencyId: agency.id });
      const history = canEdit && (await historyOf(work, 'agency', agency.id, ask.csrf));
      const props = { agency, services, agreements, today, canEdit, history };
      return page(agency.name, <AgencyPage {...props} />, { back });
    },
  }),
  ...editRoutes({
    path: '/directory/agencies/:agencyId/change',
    words: 'Change an agency',
    permission: editDirectory,
    audit: 'agency.changed',
    params: agencyParams,
    body: agencyForm,
    example: { body: changeAgencyExample },
    save: 'Save change',
    subject: async (work, { agencyId }) => {
      const agency = await opened(work, agencyId);
      const people = await possibleSpokespeople(work.db, agency.id);
      return {
        heading: `Change ${agency.name}`,
        back: { href: agencyHref(agency.id), text: agency.name },
        typed: { ...agencyFields(agency) },
        version: agency.version,
        fields: [
          ...(await detailFields(work)),
          {
            type: 'select',
            name: 'spokespersonId',
            label: 'Who speaks for it',
            hint: 'Agrees to roles that need the agency’s consent. Never an administrator',
            items: people.map((person) => ({ value: person.id, text: person.name })),
          },
        ],
      };
    },
    preview: async (work, input) => {
      const plan = await planAgency(work, input);
      return plan.ok ? { ok: true, value: await previewOf(work, plan.value) } : plan;
    },
    change: async (work, input) => {
      const changed = await changeAgency(work, input);
      return changed.ok
        ? { ok: true, value: { to: agencyHref(input.agencyId), flash: 'Agency changed' } }
        : changed;
    },
  }),
  ...editRoutes({
    path: '/directory/agencies/:agencyId/end',
    words: 'End an agency',
    permission: editDirectory,
    audit: 'agency.ended',
    params: agencyParams,
    body: endAgencyForm,
    example: { body: endAgencyExample },
    save: 'End agency',
    subject: async (work, { agencyId }) => {
      const agency = await opened(work, agencyId);
      return {
        heading: `End ${agency.name}`,
        about: 'Nothing is deleted: what it reported, owned and decided stays its own.',
        back: { href: agencyHref(agency.id), text: agency.name },
        typed: { endsOn: work.clock.today() },
        version: agency.version,
        fields: [{ type: 'day', name: 'endsOn', label: 'First day without it' }],
      };
    },
    preview: async (work, input) => {
      const plan = await planEndOfAgency(work, input);
      return plan.ok ? { ok: true, value: await previewOf(work, plan.value) } : plan;
    },
    change: async (work, input) => {
      const ended = await endAgency(work, input);
      return ended.ok
        ? { ok: true, value: { to: agencyHref(input.agencyId), flash: 'The agency ends' } }
        : ended;
    },
  }),
];
