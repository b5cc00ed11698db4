import { addDays } from '../platform/clock/clock.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  Deadline,
  Details,
  Form,
  type FormState,
  Input,
  Instant,
  isAgain,
  RecordPage,
  Select,
  stateOf,
  Tag,
  Textarea,
  VersionField,
} from '../platform/ui/index.ts';
import { measureName, measureWords } from './measure.queries.ts';
import type { ReturnView } from './return.commands.ts';
import type { ReturnFigure, ReturnLine } from './return.store.ts';
import { Counted } from './return-counted.pages.tsx';

/** How many services returned their figures, who is late, and all of them to open. */
export function ReturnTable({ returns, today }: { returns: readonly ReturnLine[]; today: string }) {
  const received = returns.filter((r) => r.status === 'submitted');
  const late = returns.filter((r) => r.isLate && r.status === 'open');
  return (
    <>
      <p class="govuk-body">
        {received.length} of {returns.length} services have returned their figures.{' '}
        {late.length === 0 ? 'None is late now.' : `${late.length} ${late.length === 1 ? 'is' : 'are'} late:`}
      </p>
      {late.length > 0 && <ReturnList returns={late} today={today} caption="Late returns" />}
      <Details summary="All returns">
        <ReturnList returns={returns} today={today} caption="All returns" />
      </Details>
    </>
  );
}

const ReturnList = ({
  returns,
  today,
  caption,
}: {
  returns: readonly ReturnLine[];
  today: string;
  caption: string;
}) => (
  <DataTable
    caption={caption}
    captionClasses="govuk-visually-hidden"
    rows={returns}
    columns={[
      {
        heading: 'Service',
        cell: (r) => (
          <a class="govuk-link" href={`/meetings/${r.meetingId}/returns/${r.serviceId}`}>
            {r.serviceName}, {r.agencyName}
          </a>
        ),
      },
      {
        heading: 'Due',
        cell: (r) => <Deadline due={r.dueOn} today={today} isDone={r.status === 'submitted'} />,
      },
      { heading: 'State', cell: (r) => <ReturnTag line={r} /> },
    ]}
    empty={{ title: 'No returns are asked for' }}
  />
);

export function ReturnTag({ line }: { line: ReturnLine }) {
  if (line.status === 'submitted')
    return (
      <Tag classes={line.isLate ? 'govuk-tag--orange' : 'govuk-tag--green'}>
        {line.isLate ? 'Received late' : 'Received'}
      </Tag>
    );
  return (
    <Tag classes={line.isLate ? 'govuk-tag--red' : 'govuk-tag--blue'}>{line.isLate ? 'Late' : 'Open'}</Tag>
  );
}

export interface ReturnPageProps extends FormState {
  view: ReturnView;
  csrf: string;
  today: string;
}

/** One service's figures for a meeting: counted from records, confirmed by a person. */
export function ReturnPage(props: ReturnPageProps) {
  const { view, today } = props;
  const { line, figures, isOwn } = view;
  const isOpen = line.status === 'open';
  return (
    <RecordPage
      kind="Data return"
      name={
        <>
          {line.serviceName} for the {line.seriesName}, <Day day={line.heldOn} />
        </>
      }
      facts={[
        { label: 'State', value: <ReturnTag line={line} /> },
        { label: 'Due', value: <Deadline due={line.dueOn} today={today} isDone={!isOpen} /> },
        {
          label: 'Counts',
          value:
            line.countedDays.length === 0
              ? 'Nothing: your other returns have counted these days'
              : line.countedDays.map(([from, until], index) => (
                  <>
                    {index > 0 && ', and '}
                    <Day day={from} /> to <Day day={addDays(until, -1)} />
                  </>
                )),
        },
      ]}
      sections={[
        {
          id: 'figures',
          title: 'Figures',
          children:
            isOpen && !isOwn ? (
              <p class="govuk-body">
                {line.serviceName} has not submitted its figures. They are seen here once it has.
              </p>
            ) : (
              <Figures figures={figures} line={isOwn ? line : undefined} />
            ),
        },
      ]}
      actions={
        isOpen && isOwn ? (
          <ReturnActions {...props} />
        ) : line.comment ? (
          <p class="govuk-body">Comment: {line.comment}</p>
        ) : undefined
      }
    />
  );
}

const Figures = ({
  figures,
  line,
}: {
  figures: readonly ReturnFigure[];
  /** The return of the reader's own service, which opens what it counts. */
  line: ReturnLine | undefined;
}) => (
  <DataTable
    caption="Figures"
    captionClasses="govuk-visually-hidden"
    rows={figures}
    columns={[
      {
        heading: 'What',
        cell: (f) => (
          <>
            {measureName(f.measure)}
            <br />
            <span class="govuk-hint">{measureWords(f.measure)}</span>
          </>
        ),
      },
      { heading: 'Counted', numeric: true, cell: (f) => <Counted figure={f} line={line} /> },
      { heading: 'As at', cell: (f) => <Instant at={f.countedAt} /> },
      {
        heading: 'From outside',
        cell: (f) =>
          f.outsideValue === null ? (
            'None'
          ) : (
            <>
              {f.outsideValue}: {f.outsideSource}
              {f.outsideByName && `, given by ${f.outsideByName}`}
              {f.outsideAt && (
                <>
                  , <Instant at={f.outsideAt} />
                </>
              )}
            </>
          ),
      },
    ]}
    empty={{ title: 'No figures are asked for' }}
  />
);

function ReturnActions(props: ReturnPageProps) {
  const { line } = props.view;
  const { csrf } = props;
  const action = `/meetings/${line.meetingId}/returns/${line.serviceId}`;
  const state = stateOf(props, 'outside');
  return (
    <>
      <p class="govuk-body">
        The figures are counted from the records as they stand now. If one is wrong, correct the records.
      </p>
      <Form action={action} csrfToken={csrf}>
        <VersionField version={line.version} />
        <Textarea {...asked(stateOf(props, 'submit'), 'comment')} label="Comment for the meeting" rows={3} />
        <Button>Confirm and submit</Button>
      </Form>
      <Details summary="Add a figure from outside" open={isAgain(props, 'outside')}>
        <Form action={`${action}/outside`} csrfToken={csrf}>
          <Select
            {...asked(state, 'measure')}
            label="Which figure"
            items={line.template.map((code) => ({ value: code, text: measureName(code) }))}
          />
          <Input
            {...asked(state, 'value')}
            label="Number"
            inputmode="numeric"
            classes="govuk-input--width-5"
          />
          <Input {...asked(state, 'source')} label="Where it comes from" />
          <Input
            {...asked(state, 'asAt')}
            label="As at"
            hint="For example, 3/12/2026"
            classes="govuk-input--width-10"
          />
          <Button classes="govuk-button--secondary">Add figure</Button>
        </Form>
      </Details>
    </>
  );
}

/** The returns of the viewer's own services that are still open. */
export const MyReturnsPage = ({ returns, today }: { returns: readonly ReturnLine[]; today: string }) => (
  <>
    <h1 class="govuk-heading-l">Figures your service returns</h1>
    <DataTable
      caption="Open returns"
      captionClasses="govuk-visually-hidden"
      rows={returns}
      columns={[
        {
          heading: 'Meeting',
          cell: (r) => (
            <a class="govuk-link" href={`/meetings/${r.meetingId}/returns/${r.serviceId}`}>
              {r.seriesName}, <Day day={r.heldOn} />
            </a>
          ),
        },
        { heading: 'Service', cell: (r) => r.serviceName },
        { heading: 'Due', cell: (r) => <Deadline due={r.dueOn} today={today} /> },
      ]}
      empty={{
        title: 'No figures are waiting for you',
        children:
          'A return is opened for each member service with each meeting, and is due one week before it.',
      }}
    />
  </>
);
