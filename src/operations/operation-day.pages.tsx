import { timeOf } from '../platform/clock/clock.ts';
import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  Form,
  Input,
  isTicked,
  SummaryList,
  stateOf,
  Textarea,
} from '../platform/ui/index.ts';
import type { OperationPageProps } from './operation.pages.tsx';
import type { OperationStop } from './operation.store.ts';
import { resultName, stopKindWords } from './operation.words.ts';

interface PenaltyProps {
  stop: OperationStop;
  operation: { id: string };
  isOwn: boolean;
  mayDraft: boolean;
  csrf: string;
}
/** The fixed penalty of a stop, for the agency that made it. */
const StopPenalty = ({ stop, operation, isOwn, mayDraft, csrf }: PenaltyProps) => {
  if (!isOwn) return null;
  if (stop.penaltyId)
    return (
      <>
        {' '}
        <a class="govuk-link" href={`/penalties/${stop.penaltyId}`}>
          The fixed penalty<span class="govuk-visually-hidden"> of {stop.reference}</span>
        </a>
      </>
    );
  return stop.offence && mayDraft ? (
    <Form action={`/operations/${operation.id}/stops/${stop.id}/penalty`} csrfToken={csrf}>
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
        Draft the penalty<span class="govuk-visually-hidden"> of {stop.reference}</span>
      </Button>
    </Form>
  ) : null;
};

/** Stops of the day, and what can be done from them. */
export const Stops = ({ stops, operation, own, facts, officerId, mayTakePart, csrf }: OperationPageProps) => {
  const mine = facts.officers.filter((one) => one.officerId === officerId);
  const isOn = mayTakePart && operation.status === 'under-way' && mine.length > 0;
  const mayDraft = mine.some(({ part }) => part === 'issue-penalties');
  return (
    <>
      {isOn && (
        <p class="govuk-body">
          <Button href={`/operations/${operation.id}/stops/new`}>Log a stop</Button>
        </p>
      )}
      <DataTable
        caption={`${stops.length} ${stops.length === 1 ? 'stop' : 'stops'}`}
        rows={stops}
        columns={[
          {
            heading: 'Stop',
            cell: (stop) => (
              <span class="bw-reference" id={`stop-${stop.id}`}>
                {stop.reference}
              </span>
            ),
          },
          { heading: 'Time', cell: ({ stoppedAt }) => timeOf(stoppedAt) },
          {
            heading: 'What and where',
            cell: ({ kind, vehicle, place }) =>
              [stopKindWords[kind], vehicle, place].filter(Boolean).join(', '),
          },
          { heading: 'By', cell: ({ officerName, agencyName }) => `${officerName}, ${agencyName}` },
          {
            heading: 'What came of it',
            cell: (stop) => (
              <>
                {resultName(stop.result)}
                {stop.words ? `. ${stop.words}` : ''}
                <StopPenalty
                  {...{ stop, operation, csrf }}
                  isOwn={own?.agencyId === stop.agencyId}
                  mayDraft={mayDraft}
                />
              </>
            ),
          },
        ]}
        empty={{
          title: 'No stops yet',
          children: 'Stops are logged by whoever is on the plan, while the day is under way.',
        }}
      />
    </>
  );
};

/** What each agency reports after the day. */
export const Debrief = (props: OperationPageProps) => {
  const { facts, operation, own, mayTakePart, csrf } = props;
  const state = stateOf(props, 'debrief');
  const reported = facts.agencies.filter(({ debrief }) => debrief !== null);
  return (
    <>
      {reported.length === 0 && <p class="govuk-body">No agency has reported yet.</p>}
      {reported.map((agency) => (
        <SummaryList
          card={{ title: { children: agency.agencyName, headingLevel: 3 } }}
          rows={[
            { key: 'Intelligence forms, its own count', value: String(agency.formsSent ?? 0) },
            { key: 'Arrests, its own count', value: String(agency.arrests ?? 0) },
            { key: 'Would do it again', value: agency.wantsAgain ? 'Yes' : 'No' },
            { key: 'Report', value: agency.debrief ?? '' },
          ]}
        />
      ))}
      {operation.status === 'under-way' && mayTakePart && own?.state === 'agreed' && (
        <Form action={`/operations/${operation.id}/report`} csrfToken={csrf}>
          <Input
            {...asked(state, 'formsSent')}
            label="Intelligence forms that your agency sent"
            hint="How many. What they say, and who sent them, is not told here."
            inputmode="numeric"
            classes="govuk-input--width-3"
          />
          <Input
            {...asked(state, 'arrests')}
            label="Arrests"
            inputmode="numeric"
            classes="govuk-input--width-3"
          />
          <Checkboxes
            name="wantsAgain"
            items={[
              { value: 'yes', children: 'We would do it again', checked: isTicked(state, 'wantsAgain') },
            ]}
          />
          <Textarea {...asked(state, 'words')} label="How it went" rows={3} />
          <Button classes="govuk-button--secondary">Report for your agency</Button>
        </Form>
      )}
    </>
  );
};
