import { z } from 'zod';
import { vehicleCharges } from '../../reference/abandoned.ts';
import { differencesOf, editRoutes, listAgencies, namesOf } from '../directory/index.ts';
import { ok } from '../platform/failures/failures.ts';
import type { Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { editLaw } from './penalty.permissions.ts';
import { chargeExample, chargeForm, planCharge, setCharge } from './vehicle-charge.commands.ts';

const home = '/law/penalties';

/** The councils as they are today, to choose one. */
export const councils = async (work: Work) =>
  (await listAgencies(work.db, work.clock.today()))
    .filter((agency) => agency.endsOn === null || agency.endsOn > work.clock.today())
    .map((agency) => ({ value: agency.id, text: agency.name }));

/** What councils ask for a removed vehicle, kept by the directory administrator; read with the law on penalties. */
export const vehicleChargeRoutes: readonly Route[] = editRoutes({
  path: '/law/vehicle-charges/add',
  words: 'Enter what a council asks for the removal and storage of a vehicle',
  permission: editLaw,
  audit: 'law.vehicle-charge-set',
  params: z.object({}),
  body: chargeForm,
  example: { body: chargeExample },
  save: 'Use this amount',
  subject: async (work) => ({
    heading: 'Enter a charge for a vehicle',
    about:
      'No source that we read gives an amount, so nothing is asked until you enter the council’s own. It holds for vehicles removed from its first day on.',
    back: { href: home, text: 'Penalties: the law' },
    typed: {},
    fields: [
      { type: 'select', name: 'agencyId', label: 'Council', items: await councils(work) },
      {
        type: 'select',
        name: 'code',
        label: 'What is charged',
        items: vehicleCharges.map(({ code, name }) => ({ value: code, text: name })),
      },
      {
        type: 'text',
        name: 'amount',
        label: 'Amount in pounds (optional)',
        hint: 'Leave it empty to ask nothing from that day on.',
      },
      { type: 'day', name: 'validFrom', label: 'For vehicles removed from' },
      {
        type: 'text',
        name: 'source',
        label: 'Where the amount is from',
        hint: 'The regulations with their schedule, or the council’s minute',
      },
    ],
  }),
  preview: async (work, input) => {
    const plan = await planCharge(work, input);
    if (!plan.ok) return plan;
    const names = await namesOf(work.db, [input.agencyId]);
    const { after, effects } = plan.value;
    return ok({ differences: differencesOf(null, after, names), effects });
  },
  change: async (work, input) => {
    const done = await setCharge(work, input);
    return done.ok ? ok({ to: home, flash: 'Charge entered' }) : done;
  },
});
