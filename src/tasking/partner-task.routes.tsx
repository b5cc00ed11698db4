import { sql } from 'kysely';
import { z } from 'zod';
import { listServices } from '../directory/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { demand, invalid, type Result, refusedByRule } from '../platform/failures/failures.ts';
import type { Again } from '../platform/http/again.ts';
import { type Ask, act, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import {
  asked,
  Button,
  Form,
  type FormState,
  Input,
  Select,
  Textarea,
  toChoose,
} from '../platform/ui/index.ts';
import { setTask } from './task.commands.ts';
import { type PartnerTaskInput, partnerTaskSchema } from './tasking.forms.ts';
import { setPartnerTasks } from './tasking.permissions.ts';

const example = {
  ...{
    title: 'Visit the quay on Friday',
    expected: 'What was seen',
    serviceId: '@serviceId',
    dueOn: '2027-03-31',
  },
  ...{ partnerSystem: 'SafetyNet', partnerReference: 'SN-1', partnerOn: '2026-11-18' },
};

const longestBack = 366;
/** Sets a task that the police's tasking and co-ordination decided (S2-18); its reference in the partners' system is kept, once. */
async function setPartnerTask(
  work: Work,
  input: PartnerTaskInput,
): Promise<Result<{ id: string; reference: string }>> {
  const { partnerSystem, partnerReference, partnerOn, ...task } = input;
  const viewer = officerOf(work);
  if (partnerOn > work.clock.today())
    return invalid({ field: 'partnerOn', words: 'The meeting must have been held' });
  if (partnerOn < addDays(work.clock.today(), -longestBack))
    return invalid({ field: 'partnerOn', words: 'The meeting must have been held within the last year' });
  const service = (await listServices(work.db)).find(({ id }) => id === task.serviceId);
  // A supervisor enters what came for their own agency; the force sets tasks to any.
  if (service && !viewer.roles.includes('police-partner') && service.agencyId !== viewer.agencyId)
    return invalid({ field: 'serviceId', words: 'Choose a service of your agency' });
  if (service) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`partner task ${service.agencyId} ${partnerSystem} ${partnerReference.toUpperCase()}`}, 0))`.execute(
      work.db,
    );
    const { rows } =
      await sql`select 1 from tasking.task t where t.agency_id = ${service.agencyId} and t.partner_system = ${partnerSystem}
      and upper(t.partner_reference) = upper(${partnerReference})`.execute(work.db);
    if (rows.length > 0)
      return refusedByRule(
        'task.partner-twice',
        `${partnerSystem} ${partnerReference} is a task of that agency already.`,
        'Look for it among its tasks.',
      );
  }
  return setTask(work, task, {
    partner: { system: partnerSystem, reference: partnerReference, on: partnerOn },
  });
}

const PartnerTaskForm = (
  props: FormState & { csrf: string; services: readonly { id: string; name: string; agencyName: string }[] },
) => (
  <>
    <h1 class="govuk-heading-l">Task from the police’s tasking</h1>
    <Form action="/tasks/from-partners" csrfToken={props.csrf}>
      <Input
        {...asked(props, 'title')}
        label="What is to be done"
        hint="A place and an act, and nobody’s name."
      />
      <Textarea {...asked(props, 'expected')} label="What is expected" rows={3} />
      <Select
        {...asked(props, 'serviceId')}
        label="Whose task"
        items={toChoose(props.services.map((s) => ({ value: s.id, text: `${s.agencyName}: ${s.name}` })))}
      />
      <Input
        {...asked(props, 'dueOn')}
        label="By which day"
        hint="Like 3/12/2026"
        classes="govuk-input--width-10"
      />
      <Input
        {...asked(props, 'partnerSystem', 'SafetyNet')}
        label="System it was shared by"
        classes="govuk-input--width-20"
      />
      <Input
        {...asked(props, 'partnerReference')}
        label="Its reference there"
        classes="govuk-input--width-20"
      />
      <Input
        {...asked(props, 'partnerOn')}
        label="Day of the meeting that set it"
        hint="Like 18/11/2026"
        classes="govuk-input--width-10"
      />
      <Button>Set the task</Button>
    </Form>
  </>
);
async function shown(work: Work, ask: Ask, again: Again = { problems: [], typed: {} }) {
  const viewer = officerOf(work);
  const all = await listServices(work.db);
  const services = viewer.roles.includes('police-partner')
    ? all
    : all.filter((s) => s.agencyId === viewer.agencyId);
  return page(
    'Task from the police’s tasking',
    <PartnerTaskForm {...again} csrf={ask.csrf} services={services} />,
    {
      ...{ back: { href: '/tasks', text: 'Tasks' }, problems: again.problems },
    },
  );
}

/** Tasks that come from a tasking and co-ordination meeting of the police. */
export const partnerTaskRoutes: readonly Route[] = [
  show({
    path: '/tasks/from-partners',
    words: 'The form for a task that comes from the police’s own tasking',
    permission: setPartnerTasks,
    audit: 'task.partner-form-shown',
    handle: (work, _input, ask) => shown(work, ask),
  }),
  act({
    path: '/tasks/from-partners',
    words: 'Set a task that comes from the police’s own tasking, with its reference there',
    permission: setPartnerTasks,
    audit: 'task.set-from-partners',
    body: partnerTaskSchema,
    example: { body: example },
    handle: async (work, { body }) => {
      const { id } = demand(await setPartnerTask(work, body));
      return redirect(`/tasks/${id}`, { flash: 'Set' });
    },
    invalid: (work, { raw, problems }, ask) => shown(work, ask, { problems, typed: raw }),
  }),
  apiPost({
    path: '/api/v1/tasks/from-partners',
    words: 'Set a task that comes from the police’s own tasking, with its reference there',
    permission: setPartnerTasks,
    audit: 'task.set-from-partners',
    body: partnerTaskSchema,
    output: z.object({ id: z.string(), reference: z.string() }),
    example: { body: example },
    handle: async (work, { body }) => demand(await setPartnerTask(work, body)),
  }),
];
