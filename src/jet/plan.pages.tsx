import { nameOf, patrolLines, teamPriorities } from '../../reference/jet.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  Day,
  DayBoxes,
  Form,
  type FormState,
  HiddenFields,
  Input,
  problemOf,
  RecordPage,
  Select,
  SummaryList,
  Tag,
  Textarea,
  tickedIn,
  toChoose,
} from '../platform/ui/index.ts';
import { TeamNav } from './jet.nav.tsx';
import type { Patrol, Plan } from './plan.store.ts';
import { minuteWords } from './time.split.ts';

const Span = ({ plan }: { plan: Plan }) => (
  <>
    <Day day={plan.fromOn} /> to <Day day={plan.toOn} />
  </>
);
/** Targeted patrol plans of the agency. */
export const PlansPage = ({
  viewer,
  plans,
  mayPlan,
}: {
  viewer: Viewer;
  plans: readonly Plan[];
  mayPlan: boolean;
}) => (
  <>
    <h1 class="govuk-heading-l">Patrol plans</h1>
    <TeamNav viewer={viewer} here="/teams/plans" />
    {mayPlan && (
      <p class="govuk-body">
        <a class="govuk-link" href="/teams/plans/new">
          Plan patrols
        </a>
      </p>
    )}
    <DataTable
      caption="Plans, those that end last first"
      rows={plans}
      columns={[
        {
          heading: 'Plan',
          cell: (plan) => (
            <a class="govuk-link" href={`/teams/plans/${plan.id}`}>
              {plan.title}
            </a>
          ),
        },
        { heading: 'Where', cell: ({ place }) => place },
        { heading: 'When', cell: (plan) => <Span plan={plan} /> },
        { heading: 'Priority', cell: ({ priority }) => nameOf(teamPriorities, priority) },
        { heading: 'Patrols', cell: ({ patrols }) => patrols, numeric: true },
        { heading: 'Intelligence forms', cell: ({ formsSent }) => formsSent, numeric: true },
        { heading: 'Stands', cell: ({ status }) => <Tag>{status === 'open' ? 'Open' : 'Ended'}</Tag> },
      ]}
      empty={{
        title: 'No patrol is planned yet',
        children: 'A plan says where, when, for which priority and what is expected of a patrol.',
        ...(mayPlan ? { action: { href: '/teams/plans/new', children: 'Plan patrols' } } : {}),
      }}
    />
  </>
);

/** The form of a plan. */
export const PlanForm = (
  props: FormState & { csrf: string; districts: readonly { code: string; name: string }[] },
) => (
  <>
    <h1 class="govuk-heading-l">Plan patrols</h1>
    <Form action="/teams/plans" csrfToken={props.csrf}>
      <Input {...asked(props, 'title')} label="Title" hint="Like: Market place on Friday nights" />
      <Select
        {...asked(props, 'districtCode')}
        label="District"
        items={toChoose(props.districts.map(({ code, name }) => ({ value: code, text: name })))}
      />
      <Input
        {...asked(props, 'place')}
        label="Where"
        hint="An area, streets or a public place; nobody’s home."
      />
      <Input
        {...asked(props, 'orderReference')}
        label="Public spaces order that covers it (optional)"
        classes="govuk-input--width-20"
      />
      <DayBoxes {...props} name="fromOn" legend="First day" />
      <DayBoxes {...props} name="toOn" legend="Last day" />
      <Select
        {...asked(props, 'priority')}
        label="Priority it serves"
        items={toChoose(teamPriorities.map(({ code, name }) => ({ value: code, text: name })))}
      />
      <Checkboxes
        name="lines"
        fieldset={{
          legend: { children: 'What is expected of a patrol', classes: 'govuk-fieldset__legend--s' },
        }}
        hint="Patrols are overt: officers talk to people as who they are."
        errorMessage={problemOf(props, 'lines')}
        values={tickedIn(props, 'lines')}
        items={patrolLines.map(({ code, name }) => ({ value: code, children: name }))}
      />
      <Textarea {...asked(props, 'words')} label="Anything else (optional)" rows={3} />
      <Button>Save the plan</Button>
    </Form>
  </>
);

interface PlanProps extends FormState {
  csrf: string;
  plan: Plan;
  patrols: readonly Patrol[];
  mayPlan: boolean;
  mayLog: boolean;
  formKey: string;
}
const PatrolForm = (props: PlanProps) => (
  <>
    <p class="govuk-body">
      <a class="govuk-link" href="/intelligence-forms/new">
        Send an intelligence form
      </a>{' '}
      for what you saw or were told: it goes to the unit, not here.
    </p>
    <Form action={`/teams/plans/${props.plan.id}/patrols`} csrfToken={props.csrf}>
      <HiddenFields values={{ key: props.formKey }} />
      <DayBoxes {...props} name="onDay" legend="Day" />
      <Input {...asked(props, 'hours')} label="Hours" inputmode="numeric" classes="govuk-input--width-3" />
      <Input
        {...asked(props, 'minutes')}
        label="Minutes"
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
      <Checkboxes
        name="lines"
        fieldset={{ legend: { children: 'What was done', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={problemOf(props, 'lines')}
        values={tickedIn(props, 'lines')}
        items={props.plan.lines.map((code) => ({ value: code, children: nameOf(patrolLines, code) }))}
      />
      <Textarea
        {...asked(props, 'words')}
        label="What came of it"
        hint="No names, no addresses, no intelligence."
        rows={3}
      />
      <Input
        {...asked(props, 'formsSent', '0')}
        label="Intelligence forms you sent"
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
      <Button>Log the patrol, with its time</Button>
    </Form>
  </>
);

/** One plan, its patrols and what came of them. */
export const PlanPage = (props: PlanProps) => {
  const { plan } = props;
  return (
    <RecordPage
      kind={`Patrol plan ${plan.reference}`}
      name={plan.title}
      facts={[
        { label: 'When', value: <Span plan={plan} /> },
        { label: 'Priority', value: nameOf(teamPriorities, plan.priority) },
        { label: 'Stands', value: plan.status === 'open' ? 'Open' : 'Ended' },
      ]}
      sections={[
        {
          id: 'plan',
          title: 'Plan',
          children: (
            <SummaryList
              rows={[
                { key: 'Where', value: `${plan.place}, ${plan.districtName ?? 'district not known'}` },
                plan.orderReference !== null && { key: 'Public spaces order', value: plan.orderReference },
                { key: 'Expected', value: plan.lines.map((code) => nameOf(patrolLines, code)).join('; ') },
                plan.words !== '' && { key: 'Besides', value: plan.words },
              ]}
            />
          ),
        },
        ...(props.mayLog && plan.status === 'open'
          ? [{ id: 'log', title: 'Log a patrol', children: <PatrolForm {...props} /> }]
          : []),
        {
          id: 'patrols',
          title: 'Patrols',
          children: (
            <DataTable
              caption="Patrols of this plan"
              captionClasses="govuk-visually-hidden"
              rows={props.patrols}
              columns={[
                { heading: 'Day', cell: ({ onDay }) => <Day day={onDay} /> },
                { heading: 'Officer', cell: ({ officerName }) => officerName },
                { heading: 'Time', cell: ({ minutes }) => minuteWords(minutes), numeric: true },
                {
                  heading: 'Done',
                  cell: ({ lines }) => lines.map((code) => nameOf(patrolLines, code)).join('; ') || '–',
                },
                { heading: 'What came of it', cell: ({ words }) => words },
                { heading: 'Forms', cell: ({ formsSent }) => formsSent, numeric: true },
              ]}
              empty={{
                title: 'No patrol yet',
                children: 'Patrols are logged here, with the time that they took.',
              }}
            />
          ),
        },
      ]}
      actions={
        props.mayPlan && plan.status === 'open' ? (
          <Form action={`/teams/plans/${plan.id}/end`} csrfToken={props.csrf}>
            <HiddenFields values={{ version: plan.version }} />
            <Button classes="govuk-button--secondary">End the plan</Button>
          </Form>
        ) : undefined
      }
    />
  );
};
