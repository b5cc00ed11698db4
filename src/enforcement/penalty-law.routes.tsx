import { sql } from 'kysely';
import { z } from 'zod';
import { editRoutes, findChanges, historyFrom } from '../directory/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { demand, notFound, ok } from '../platform/failures/failures.ts';
import { type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import { editLaw, readLaw } from './penalty.permissions.ts';
import { offenceName } from './penalty.ts';
import { offences } from './penalty.words.ts';
import {
  adopt,
  type PlannedLaw,
  planAdoption,
  planSwitchOff,
  planSwitchOn,
  planWithdrawal,
  switchOff,
  switchOn,
  withdraw,
} from './penalty-law.commands.ts';
import {
  adoptExample,
  adoptedParams,
  adoptForm,
  lawParams,
  switchOnExample,
  switchOnForm,
  withdrawExample,
  withdrawForm,
} from './penalty-law.forms.ts';
import { LawPage } from './penalty-law.pages.tsx';
import { problemsOf } from './penalty-law.plan.ts';
import { previewOfAdoption, previewOfLaw } from './penalty-law.preview.ts';
import { findAdopted, findLaw, listAdopted, listPenaltyLaw } from './penalty-law.store.ts';
import { listVehicleCharges } from './vehicle-charge.commands.ts';
import { councils, vehicleChargeRoutes } from './vehicle-charge.routes.ts';

const home = '/law/penalties';
const back = { href: home, text: 'Penalties: the law' };

/** Whose adopted amounts a row of the law would leave outside it. */
async function leftOutside(work: Work, { after }: PlannedLaw): Promise<string[]> {
  const day = after.validFrom ?? work.clock.today();
  const adopted = (await listAdopted(work)).filter(
    (row) => row.offence === after.offence && (row.validTo === null || row.validTo >= day),
  );
  return adopted
    .filter(
      (row) =>
        problemsOf(
          {
            ...{
              offence: row.offence,
              amountPence: row.amountPence,
              windowDays: row.windowDays,
              validFrom: day,
            },
            ...{ earlyPence: row.earlyPence ?? undefined, earlyDays: row.earlyDays ?? undefined },
          },
          [after],
        ).length > 0,
    )
    .map((row) => `${row.agencyName} (${moneyWords(row.amountPence)})`);
}

/** The law on penalties: read by those who work with it, kept by the directory administrator. */
export const penaltyLawRoutes: readonly Route[] = [
  show({
    path: home,
    words: 'The law on penalties and the amounts adopted, with sources',
    permission: readLaw,
    audit: 'law.penalties-read',
    handle: async (work, _input, ask) => {
      const [laws, adopted, charges] = await Promise.all([
        listPenaltyLaw(work),
        listAdopted(work),
        listVehicleCharges(work),
      ]);
      const canEdit = mayUse(work.viewer, editLaw);
      const changes = canEdit
        ? await findChanges(
            work.db,
            sql`c.record_kind in ('adopted-amount', 'penalty-law', 'vehicle-charge')`,
          )
        : [];
      const history = canEdit && (await historyFrom(work, changes, ask.csrf));
      const props = { laws, adopted, charges, canEdit, history, today: work.clock.today() };
      return page('Penalties: the law', <LawPage {...props} />, { wide: true });
    },
  }),
  ...editRoutes({
    path: `${home}/adopted/add`,
    words: 'Record an amount that a council adopted',
    permission: editLaw,
    audit: 'law.amount-adopted',
    params: z.object({}),
    body: adoptForm,
    example: { body: adoptExample },
    save: 'Record amount',
    subject: async (work) => ({
      heading: 'Record an adopted amount',
      about:
        'It holds for offences from its first day on, inside what the law allows on that day. What holds until then ends the day before. It can be taken back until its first day.',
      back,
      typed: { windowDays: '14' },
      fields: [
        {
          type: 'select',
          name: 'agencyId',
          label: 'Council',
          items: await councils(work),
        },
        {
          type: 'select',
          name: 'offence',
          label: 'Offence',
          items: offences.map((offence) => ({ value: offence, text: offenceName(offence) })),
        },
        { type: 'day', name: 'validFrom', label: 'For offences from' },
        { type: 'text', name: 'amount', label: 'Amount in pounds', hint: 'Like 400' },
        { type: 'text', name: 'early', label: 'Amount if paid early, in pounds (optional)' },
        { type: 'text', name: 'earlyDays', label: 'Days in which that is early (optional)' },
        { type: 'text', name: 'windowDays', label: 'Days to pay' },
        {
          type: 'text',
          name: 'minute',
          label: 'Minute that adopted it',
          hint: 'Like Cabinet 12 March 2027, minute 41',
        },
      ],
    }),
    preview: async (work, input) => {
      const plan = await planAdoption(work, input);
      return plan.ok ? ok(await previewOfAdoption(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const done = await adopt(work, input);
      return done.ok ? ok({ to: home, flash: 'Amount recorded' }) : done;
    },
  }),
  ...vehicleChargeRoutes,
  ...editRoutes({
    path: `${home}/adopted/:adoptedId/withdraw`,
    words: 'Take back an adopted amount before its first day',
    permission: editLaw,
    audit: 'law.amount-withdrawn',
    params: adoptedParams,
    body: withdrawForm,
    example: { body: withdrawExample },
    save: 'Take it back',
    subject: async (work, { adoptedId }) => {
      const row = (await findAdopted(work, adoptedId)) ?? demand(notFound);
      return {
        heading: 'Take back an adopted amount',
        caption: `${row.agencyName}: ${offenceName(row.offence)}, ${moneyWords(row.amountPence)} from ${dayWords(row.validFrom)}`,
        back,
        typed: {},
        fields: [],
      };
    },
    preview: async (work, { adoptedId }) => {
      const plan = await planWithdrawal(work, adoptedId);
      if (!plan.ok) return plan;
      return ok({
        differences: [],
        effects: [
          'It never applies. No notice was issued by it: its first day is to come.',
          plan.value.closesId
            ? 'The amount before it goes on as it stood.'
            : 'The council then has no amount for this offence from that day.',
        ],
      });
    },
    change: async (work, input) => {
      const done = await withdraw(work, input);
      return done.ok ? ok({ to: home, flash: 'Taken back' }) : done;
    },
  }),
  ...editRoutes({
    path: `${home}/rows/:lawId/switch-on`,
    words: 'Switch a row of the law on that waits for confirmation',
    permission: editLaw,
    audit: 'law.row-switched-on',
    params: lawParams,
    body: switchOnForm,
    example: { body: switchOnExample },
    save: 'Switch it on',
    subject: async (work, { lawId }) => {
      const row = (await findLaw(work, lawId)) ?? demand(notFound);
      return {
        heading: 'Switch on a row of the law',
        caption: `${offenceName(row.offence)}: up to ${moneyWords(row.maxPence)}, ${row.legalBasis}`,
        about: `Source: ${row.source}. ${row.note ?? ''}`,
        back,
        typed: { validFrom: row.validFrom ?? '' },
        fields: [
          { type: 'day', name: 'validFrom', label: 'For offences from' },
          {
            type: 'text',
            name: 'confirmedWords',
            label: 'Where it was confirmed',
            hint: 'Like the number of the regulations as made',
          },
        ],
      };
    },
    preview: async (work, input) => {
      const plan = await planSwitchOn(work, input);
      return plan.ok ? ok(await previewOfLaw(work, plan.value, await leftOutside(work, plan.value))) : plan;
    },
    change: async (work, input) => {
      const done = await switchOn(work, input);
      return done.ok ? ok({ to: home, flash: 'The row is switched on' }) : done;
    },
  }),
  ...editRoutes({
    path: `${home}/rows/:lawId/take-back`,
    words: 'Take back the switching-on of a row of the law before its first day',
    permission: editLaw,
    audit: 'law.row-taken-back',
    params: lawParams,
    body: withdrawForm,
    example: { body: withdrawExample },
    save: 'Take it back',
    subject: async (work, { lawId }) => {
      const row = (await findLaw(work, lawId)) ?? demand(notFound);
      return {
        heading: 'Take back the switching-on of a row of the law',
        caption: `${offenceName(row.offence)}: up to ${moneyWords(row.maxPence)}, ${row.legalBasis}`,
        back,
        typed: {},
        fields: [],
      };
    },
    preview: async (work, { lawId }) => {
      const plan = await planSwitchOff(work, lawId);
      return plan.ok
        ? ok({
            differences: [],
            effects: ['It is off again, as before. What it would have ended goes on as it stood.'],
          })
        : plan;
    },
    change: async (work, input) => {
      const done = await switchOff(work, input);
      return done.ok ? ok({ to: home, flash: 'The row is off again' }) : done;
    },
  }),
];
