import type { Viewer } from '../platform/access/viewer.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  DayBoxes,
  dayWords,
  Form,
  type FormState,
  Input,
  Select,
  toChoose,
} from '../platform/ui/index.ts';
import { TeamNav } from './jet.nav.tsx';
import type { Shift } from './roster.store.ts';

interface Props extends FormState {
  csrf: string;
  viewer: Viewer;
  weekOn: string;
  before: string;
  after: string;
  shifts: readonly Shift[];
  colleagues: readonly { id: string; name: string }[];
  mayKeep: boolean;
}
/** Who is on duty in a week. */
export const RosterPage = (props: Props) => (
  <>
    <h1 class="govuk-heading-l">Duties, week of {dayWords(props.weekOn)}</h1>
    <TeamNav viewer={props.viewer} here="/teams/duties" />
    <p class="govuk-body">
      <a class="govuk-link" href={`/teams/duties?week=${props.before}`}>
        The week before
      </a>{' '}
      <a class="govuk-link" href={`/teams/duties?week=${props.after}`}>
        The week after
      </a>
    </p>
    <DataTable
      caption="On duty"
      rows={props.shifts}
      columns={[
        { heading: 'Day', cell: ({ onDay }) => <Day day={onDay} weekday /> },
        { heading: 'Officer', cell: ({ officerName }) => officerName },
        { heading: 'Service', cell: ({ serviceName }) => serviceName },
        { heading: 'From', cell: ({ startsAt }) => startsAt },
        { heading: 'To', cell: ({ endsAt }) => endsAt },
        ...(props.mayKeep
          ? [
              {
                heading: 'Change',
                cell: (one: Shift) =>
                  props.colleagues.some(({ id }) => id === one.officerId) ? (
                    <Form action={`/teams/duties/${one.id}/remove`} csrfToken={props.csrf}>
                      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                        Take off
                        <span class="govuk-visually-hidden">
                          : {one.officerName}, {dayWords(one.onDay)}, {one.startsAt}
                        </span>
                      </Button>
                    </Form>
                  ) : (
                    '–'
                  ),
              },
            ]
          : []),
      ]}
      empty={{
        title: 'Nobody is on the roster in this week',
        children:
          'Duties of the coming week go to both supervisors by e-mail each Friday: enter them before.',
      }}
    />
    {props.mayKeep && (
      <Form action="/teams/duties" csrfToken={props.csrf}>
        <h2 class="govuk-heading-m">Put somebody on duty</h2>
        <Select
          {...asked(props, 'officerId')}
          label="Officer of your service"
          items={toChoose(props.colleagues.map(({ id, name }) => ({ value: id, text: name })))}
        />
        <DayBoxes {...props} name="onDay" legend="Day" />
        <Input {...asked(props, 'startsAt')} label="From" hint="Like 08:00" classes="govuk-input--width-5" />
        <Input {...asked(props, 'endsAt')} label="To" hint="Like 16:00" classes="govuk-input--width-5" />
        <Button>Put on the roster</Button>
      </Form>
    )}
  </>
);
