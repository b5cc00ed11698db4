import { z } from 'zod';
import { demand } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import { editLaw, readLaw } from './penalty.permissions.ts';
import { adopt, switchOff, switchOn, withdraw } from './penalty-law.commands.ts';
import {
  adoptExample,
  adoptedParams,
  adoptSchema,
  lawParams,
  switchOnExample,
  switchOnSchema,
  withdrawExample,
  withdrawSchema,
} from './penalty-law.forms.ts';
import { listAdopted, listPenaltyLaw } from './penalty-law.store.ts';
import { chargeExample, chargeSchema, listVehicleCharges, setCharge } from './vehicle-charge.commands.ts';

const day = z.string().nullable();
const made = z.object({ id: z.string() });

/** The law on penalties as JSON: read, and kept by the administrator with the commands of the pages. */
export const penaltyLawApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/law/penalties',
    words: 'The law on penalties and the amounts adopted',
    permission: readLaw,
    audit: 'law.penalties-read',
    output: z.object({
      laws: z.array(
        z.object({
          id: z.string(),
          offence: z.string(),
          jurisdiction: z.string(),
          minPence: z.number().nullable(),
          maxPence: z.number(),
          windowDays: z.number(),
          validFrom: day,
          validTo: day,
          legalBasis: z.string(),
          marking: z.string(),
          status: z.string(),
          source: z.string(),
        }),
      ),
      adopted: z.array(
        z.object({
          id: z.string(),
          agencyName: z.string(),
          offence: z.string(),
          amountPence: z.number(),
          earlyPence: z.number().nullable(),
          earlyDays: z.number().nullable(),
          windowDays: z.number(),
          validFrom: z.string(),
          validTo: day,
          minute: z.string(),
        }),
      ),
      /** What councils ask for a removed vehicle; pence is null where nothing is asked from that day on. */
      vehicleCharges: z.array(
        z.object({
          ...{ agencyName: z.string(), code: z.string(), pence: z.number().nullable() },
          ...{ validFrom: z.string(), source: z.string() },
        }),
      ),
    }),
    handle: async (work) => ({
      laws: await listPenaltyLaw(work),
      adopted: await listAdopted(work),
      vehicleCharges: await listVehicleCharges(work),
    }),
  }),
  apiPost({
    path: '/api/v1/law/vehicle-charges',
    words: 'Enter what a council asks for the removal and storage of a vehicle, in pounds',
    permission: editLaw,
    audit: 'law.vehicle-charge-set',
    body: chargeSchema,
    output: made,
    example: { body: chargeExample },
    handle: async (work, { body }) => demand(await setCharge(work, body)),
  }),
  apiPost({
    path: '/api/v1/law/penalties/adopted',
    words: 'Record an amount that a council adopted, in pounds',
    permission: editLaw,
    audit: 'law.amount-adopted',
    body: adoptSchema,
    output: made,
    example: { body: adoptExample },
    handle: async (work, { body }) => demand(await adopt(work, body)),
  }),
  apiPost({
    path: '/api/v1/law/penalties/adopted/:adoptedId/withdraw',
    words: 'Take back an adopted amount before its first day',
    permission: editLaw,
    audit: 'law.amount-withdrawn',
    params: adoptedParams,
    body: withdrawSchema,
    output: made,
    status: 200,
    example: { body: withdrawExample },
    handle: async (work, { params, body }) => demand(await withdraw(work, { ...params, ...body })),
  }),
  apiPost({
    path: '/api/v1/law/penalties/rows/:lawId/switch-on',
    words: 'Switch a row of the law on that waits for confirmation',
    permission: editLaw,
    audit: 'law.row-switched-on',
    params: lawParams,
    body: switchOnSchema,
    output: made,
    status: 200,
    example: { body: switchOnExample },
    handle: async (work, { params, body }) => demand(await switchOn(work, { ...params, ...body })),
  }),
  apiPost({
    path: '/api/v1/law/penalties/rows/:lawId/take-back',
    words: 'Take back the switching-on of a row of the law before its first day',
    permission: editLaw,
    audit: 'law.row-taken-back',
    params: lawParams,
    body: withdrawSchema,
    output: made,
    status: 200,
    example: { body: withdrawExample },
    handle: async (work, { params, body }) => demand(await switchOff(work, { ...params, ...body })),
  }),
];
