import { operationParts } from '../../reference/operation-parts.ts';
import { History, NextSteps, StepLinks } from '../enforcement/index.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  Form,
  type FormState,
  Input,
  InsetText,
  RecordPage,
  Select,
  SummaryList,
  stateOf,
  Tag,
  toChoose,
} from '../platform/ui/index.ts';
import type { OperationView } from './operation.queries.ts';
import type { Operation } from './operation.store.ts';
import { agencyStateWords, type OperationStatus, operationStatusWords, partName } from './operation.words.ts';
import { Debrief, Stops } from './operation-day.pages.tsx';

const colours: Record<OperationStatus, string> = {
  planned: 'grey',
  agreed: 'blue',
  'under-way': 'yellow',
  debriefed: 'green',
  cancelled: 'red',
};
const OperationTag = ({ status }: { status: OperationStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{operationStatusWords[status]}</Tag>
);

/** Days of action that the agency takes part in or is asked to. */
export const OperationsPage = ({
  operations,
  nextHref,
  mayPlan,
}: {
  operations: readonly Operation[];
  nextHref: string | undefined;
  mayPlan: boolean;
}) => (
  <>
    <h1 class="govuk-heading-l">Days of action</h1>
    {mayPlan && (
      <p class="govuk-body">
        <a class="govuk-link" href="/operations/new">
          Plan a day of action
        </a>
      </p>
    )}
    <DataTable
      caption="Days of action, the latest first"
      captionClasses="govuk-visually-hidden"
      rows={operations}
      columns={[
        {
          heading: 'Operation',
          cell: (one) => (
            <a class="govuk-link" href={`/operations/${one.id}`}>
              {one.name}
            </a>
          ),
        },
        { heading: 'Reference', cell: ({ reference }) => <span class="bw-reference">{reference}</span> },
        { heading: 'Led by', cell: ({ agencyName }) => agencyName },
        { heading: 'District', cell: ({ districtName }) => districtName ?? '–' },
        { heading: 'Day', cell: ({ onDay }) => <Day day={onDay} /> },
        { heading: 'Status', cell: ({ status }) => <OperationTag status={status} /> },
      ]}
      empty={{
        title: 'No days of action yet',
        children: 'Operations that your agency leads, or is asked to take part in, would be listed here.',
        ...(mayPlan ? { action: { href: '/operations/new', children: 'Plan a day of action' } } : {}),
      }}
      paging={{ nextHref }}
    />
  </>
);

export interface OperationPageProps extends OperationView, FormState {
  csrf: string;
  /** Officers of the viewer's own agency. */
  colleagues: readonly { id: string; name: string }[];
  mayPlan: boolean;
  mayTakePart: boolean;
}
const mayStaff = ({ own, mayPlan, operation }: OperationPageProps) =>
  mayPlan && own?.state === 'agreed' && ['planned', 'agreed'].includes(operation.status);

const Plan = ({ operation, isLead, mayPlan, own }: OperationPageProps) => (
  <>
    <SummaryList
      rows={[
        { key: 'Objectives', value: operation.objectives },
        { key: 'Roads and places', value: operation.roads },
        { key: 'Briefing', value: operation.briefing || 'Not written yet' },
        operation.packageReference !== null && { key: 'Package', value: operation.packageReference },
        operation.results !== null && { key: 'Results', value: operation.results },
        operation.lessons !== null && { key: 'Lessons', value: operation.lessons },
      ]}
    />
    {own?.state !== 'declined' && (
      <p class="govuk-body">
        Briefing pack, with precautions first, as it stands now:{' '}
        <a class="govuk-link" href={`/operations/${operation.id}/briefing.pdf`}>
          PDF
        </a>{' '}
        or{' '}
        <a class="govuk-link" href={`/operations/${operation.id}/briefing.docx`}>
          Word
        </a>
      </p>
    )}
    {isLead && mayPlan && operation.status === 'planned' && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/operations/${operation.id}/edit`}>
          Change the plan
        </a>
      </p>
    )}
  </>
);

const Agencies = ({ facts, own, isLead, mayPlan, operation, csrf }: OperationPageProps) => (
  <>
    <ul class="govuk-list govuk-list--bullet">
      {facts.agencies.map((agency) => (
        <li>
          {agency.agencyName}: {agencyStateWords[agency.state].toLowerCase()}
        </li>
      ))}
    </ul>
    {!isLead && mayPlan && operation.status === 'planned' && (
      <div class="govuk-button-group">
        {(['agreed', 'declined'] as const)
          .filter((answer) => own?.state !== answer)
          .map((answer) => (
            <Form action={`/operations/${operation.id}/answer`} csrfToken={csrf}>
              <input type="hidden" name="answer" value={answer} />
              <Button classes={answer === 'agreed' ? '' : 'govuk-button--secondary'}>
                {answer === 'agreed' ? 'We take part' : 'We do not take part'}
              </Button>
            </Form>
          ))}
      </div>
    )}
  </>
);

const Officers = (props: OperationPageProps) => {
  const { facts, operation, own, colleagues, csrf } = props;
  const state = stateOf(props, 'officers');
  return (
    <>
      {facts.lapsed.map((words) => (
        <InsetText>Cannot do this part on the day. {words}.</InsetText>
      ))}
      {facts.officers.length === 0 && <p class="govuk-body">Nobody is named yet.</p>}
      {facts.officers.map((one) => (
        <>
          <p class="govuk-body">
            <strong>{one.officerName}</strong>, {one.agencyName}: {partName(one.part).toLowerCase()}
            {one.powerReference && ` (${one.powerReference})`}
          </p>
          {mayStaff(props) && own?.agencyId === one.agencyId && (
            <Form action={`/operations/${operation.id}/officers/${one.id}/remove`} csrfToken={csrf}>
              <Button classes="govuk-button--secondary">
                Take off
                <span class="govuk-visually-hidden">
                  : {one.officerName}, {partName(one.part).toLowerCase()}
                </span>
              </Button>
            </Form>
          )}
        </>
      ))}
      {mayStaff(props) && (
        <Form action={`/operations/${operation.id}/officers`} csrfToken={csrf}>
          <Select
            {...asked(state, 'officerId')}
            label="Officer of your agency"
            items={toChoose(colleagues.map(({ id, name }) => ({ value: id, text: name })))}
          />
          <Select
            {...asked(state, 'part')}
            label="What they do"
            hint="A part that uses a power is checked for this person, this place and this day."
            items={toChoose(operationParts.map(({ code, name }) => ({ value: code, text: name })))}
          />
          <Button classes="govuk-button--secondary">Put on the plan</Button>
        </Form>
      )}
    </>
  );
};

const Safety = (props: OperationPageProps) => {
  const { visits, operation, csrf } = props;
  const state = stateOf(props, 'visits');
  return (
    <>
      {visits.length === 0 && <p class="govuk-body">No place or vehicle was screened yet.</p>}
      <ul class="govuk-list govuk-list--bullet">
        {visits.map((visit) => (
          <li>
            {visit.place}: {visit.result === 'do-not-attend' && <strong>nobody goes there. </strong>}
            {visit.precautions.length > 0 ? (
              <strong>{visit.precautions.join('; ')}</strong>
            ) : (
              'nothing met, which is no promise that it is safe'
            )}
          </li>
        ))}
      </ul>
      {mayStaff(props) && (
        <Form action={`/operations/${operation.id}/visits`} csrfToken={csrf}>
          <Input {...asked(state, 'address')} label="Address to be visited" />
          <Input {...asked(state, 'postcode')} label="Postcode" classes="govuk-input--width-10" />
          <Input
            {...asked(state, 'vehicle')}
            label="Or a registration mark"
            classes="govuk-input--width-10"
          />
          <Button classes="govuk-button--secondary">Screen for officer safety</Button>
        </Form>
      )}
    </>
  );
};

const anchors: Readonly<Record<string, string>> = {
  agencies: '#agencies',
  officers: '#officers',
  safety: '#safety',
  debrief: '#debrief',
};

/** One day of action: plan, agencies, officers, safety, stops, debrief. */
export function OperationPage(props: OperationPageProps) {
  const { operation, events, steps, isLead } = props;
  const hasBegun = ['under-way', 'debriefed'].includes(operation.status);
  return (
    <RecordPage
      kind={`Day of action ${operation.reference}`}
      name={operation.name}
      facts={[
        { label: 'Status', value: <OperationTag status={operation.status} /> },
        { label: 'Day', value: <Day day={operation.onDay} /> },
        { label: 'District', value: operation.districtName ?? 'Not known' },
        { label: 'Led by', value: operation.agencyName },
      ]}
      sections={[
        ...(steps.some(({ needs }) => needs.length > 0)
          ? [
              {
                id: 'next',
                title: 'What is needed next',
                children: (
                  <NextSteps
                    asker="the plan"
                    steps={steps}
                    mendOf={(field) =>
                      field === 'edit' ? `/operations/${operation.id}/edit` : anchors[field]
                    }
                  />
                ),
              },
            ]
          : []),
        { id: 'plan', title: 'Plan', children: <Plan {...props} /> },
        { id: 'agencies', title: 'Agencies', children: <Agencies {...props} /> },
        { id: 'officers', title: 'Who does what', children: <Officers {...props} /> },
        { id: 'safety', title: 'Officer safety', children: <Safety {...props} /> },
        ...(hasBegun
          ? [
              { id: 'stops', title: 'Stops', children: <Stops {...props} /> },
              { id: 'debrief', title: 'Debrief', children: <Debrief {...props} /> },
            ]
          : []),
        { id: 'history', title: 'History', children: <History events={events} /> },
      ]}
      actions={
        isLead ? (
          <StepLinks asker="the plan" steps={steps} under={`/operations/${operation.id}/steps`} />
        ) : (
          <p class="govuk-body">{operation.agencyName} leads it and decides what is done. Ask them.</p>
        )
      }
    />
  );
}
