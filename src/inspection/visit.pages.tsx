import { findingKinds, visitResults } from '../../reference/inspection.ts';
import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  Day,
  DayBoxes,
  Deadline,
  Form,
  type FormState,
  HiddenFields,
  Input,
  problemOf,
  Radios,
  RecordPage,
  SummaryList,
  stateOf,
  Textarea,
  tickedIn,
  typedIn,
} from '../platform/ui/index.ts';
import {
  findingName,
  premisesKindName,
  riskName,
  visitKindName,
  visitResultName,
} from './inspection.words.ts';
import { InspectionNav } from './inspection-nav.pages.tsx';
import { CompanyFields, SafetyOfPlace } from './safety.pages.tsx';
import type { Safety } from './safety.ts';
import type { DueInspection, Sample, Visit } from './visit.store.ts';

interface DueProps {
  due: readonly DueInspection[];
  planned: readonly Visit[];
  today: string;
}
/** What is due by risk, and the visits that are planned. */
export const InspectionsPage = ({ due, planned, today }: DueProps) => (
  <>
    <InspectionNav here="/inspections" />
    <h1 class="govuk-heading-l">Inspections</h1>
    <p class="govuk-body">
      How often premises are inspected follows from their risk. The frequencies are a proposal until your
      council sets its own.
    </p>
    <DataTable
      caption="Due within 30 days, or overdue"
      rows={due}
      columns={[
        {
          heading: 'Premises',
          cell: (one) => (
            <a class="govuk-link" href={`/premises/${one.id}#visits`}>
              {one.tradingName}
            </a>
          ),
        },
        { heading: 'Kind', cell: ({ kind }) => premisesKindName(kind) },
        { heading: 'Risk', cell: ({ risk, months }) => `${riskName(risk)}, every ${months} months` },
        { heading: 'Last inspected', cell: ({ lastOn }) => (lastOn ? <Day day={lastOn} /> : 'Never') },
        { heading: 'Due', cell: ({ dueOn }) => <Deadline due={dueOn} today={today} /> },
      ]}
      empty={{
        title: 'Nothing is due',
        children: 'Premises that are rated by risk come up here when their time comes.',
      }}
    />
    <DataTable
      caption="Planned"
      rows={planned}
      columns={[
        {
          heading: 'Visit',
          cell: (one) => (
            <a class="govuk-link" href={`/inspections/${one.id}`}>
              {visitKindName(one.kind)}
              <span class="govuk-visually-hidden">, {one.label}</span>
            </a>
          ),
        },
        { heading: 'Premises', cell: ({ label }) => label },
        { heading: 'By', cell: ({ agencyName }) => agencyName },
        { heading: 'Day', cell: ({ plannedOn }) => <Deadline due={plannedOn} today={today} /> },
      ]}
      empty={{ title: 'No visits are planned', children: 'A visit is planned on the page of the premises.' }}
    />
  </>
);

export interface VisitPageProps extends FormState {
  visit: Visit;
  safety: Safety | null;
  companion: string | null;
  samples: readonly Sample[];
  isOwn: boolean;
  csrf: string;
}
const Record = (props: VisitPageProps) => {
  const { visit, csrf } = props;
  const state = stateOf(props, 'result');
  return (
    <Form action={`/inspections/${visit.id}/result`} csrfToken={csrf}>
      <HiddenFields values={{ version: visit.version }} />
      <DayBoxes {...state} name="visitedOn" legend="Visited on" />
      <Radios
        name="result"
        fieldset={{ legend: { children: 'Result', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={problemOf(state, 'result')}
        value={typedIn(state, 'result')}
        items={visitResults.map(({ code, name, revisitDays }) => ({
          value: code,
          children: name,
          ...(revisitDays ? { hint: `A revisit is planned within ${revisitDays} days.` } : {}),
        }))}
      />
      <Checkboxes
        name="findings"
        fieldset={{ legend: { children: 'Issues found', classes: 'govuk-fieldset__legend--s' } }}
        classes="govuk-checkboxes--small"
        values={tickedIn(state, 'findings')}
        items={findingKinds.map(({ code, name }) => ({ value: code, children: name }))}
      />
      <Textarea {...asked(state, 'words')} label="What was found (optional)" rows={4} />
      <Button>Record the visit</Button>
    </Form>
  );
};
/** Officer safety before a visit: for the agency that planned it; whoever else comes along screens by its own agreements. */
const BeforeGoing = (props: VisitPageProps) => {
  const { visit, safety, companion, csrf } = props;
  if (!safety)
    return (
      <p class="govuk-body">
        {visit.agencyName} screened for its own officers.{' '}
        <a class="govuk-link" href={`/screen?visit=${visit.reference}`}>
          Screen the address for yours
        </a>{' '}
        before you go.
      </p>
    );
  return (
    <>
      <SafetyOfPlace safety={safety} />
      {companion && <p class="govuk-body">Goes along: {companion}</p>}
      <Form action={`/inspections/${visit.id}/screen`} csrfToken={csrf}>
        <CompanyFields {...stateOf(props, 'safety')} {...{ safety, companion }} />
        <Button classes="govuk-button--secondary">
          {safety.screenedAt ? 'Screen again' : 'Screen for officer safety'}
        </Button>
      </Form>
    </>
  );
};
const Samples = (props: VisitPageProps) => {
  const { visit, samples, isOwn, csrf } = props;
  return (
    <>
      {samples.length === 0 && <p class="govuk-body">No samples were taken.</p>}
      {samples.map((one) => (
        <>
          <p class="govuk-body">
            {one.what}: {one.result}
          </p>
          {isOwn && one.result === 'awaited' && (
            <div class="govuk-button-group">
              {(['satisfactory', 'unsatisfactory'] as const).map((result) => (
                <Form action={`/inspections/${visit.id}/samples/${one.id}`} csrfToken={csrf}>
                  <HiddenFields values={{ version: one.version, result }} />
                  <Button classes="govuk-button--secondary">
                    {result === 'satisfactory' ? 'Satisfactory' : 'Unsatisfactory'}
                    <span class="govuk-visually-hidden">: {one.what}</span>
                  </Button>
                </Form>
              ))}
            </div>
          )}
        </>
      ))}
      {isOwn && (
        <Form action={`/inspections/${visit.id}/samples`} csrfToken={csrf}>
          <Input {...asked(stateOf(props, 'samples'), 'what')} label="Sample that was taken" />
          <Button classes="govuk-button--secondary">Add the sample</Button>
        </Form>
      )}
    </>
  );
};
/** One visit: its result, or the form for it. */
export const VisitPage = (props: VisitPageProps) => {
  const { visit, isOwn } = props;
  return (
    <RecordPage
      kind={`${visitKindName(visit.kind)} ${visit.reference}`}
      name={visit.label}
      facts={[
        { label: 'Planned for', value: <Day day={visit.plannedOn} /> },
        { label: 'By', value: visit.agencyName },
      ]}
      sections={[
        ...(visit.visitedOn === null
          ? [{ id: 'before', title: 'Before the visit', children: <BeforeGoing {...props} /> }]
          : []),
        ...(visit.visitedOn === null
          ? isOwn
            ? [{ id: 'result', title: 'Result', children: <Record {...props} /> }]
            : []
          : [
              {
                id: 'result',
                title: 'Result',
                children: (
                  <SummaryList
                    rows={[
                      { key: 'Visited', value: <Day day={visit.visitedOn} /> },
                      { key: 'Result', value: visitResultName(visit.result ?? '') },
                      { key: 'Issues', value: visit.findings.map(findingName).join('; ') || 'None' },
                      { key: 'What was found', value: visit.words || 'Nothing more' },
                      visit.revisitOn !== null && { key: 'Seen again', value: <Day day={visit.revisitOn} /> },
                    ]}
                  />
                ),
              },
            ]),
        ...(visit.visitedOn === null
          ? []
          : [{ id: 'samples', title: 'Samples', children: <Samples {...props} /> }]),
      ]}
    />
  );
};
