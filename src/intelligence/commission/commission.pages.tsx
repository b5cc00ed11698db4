import { gateways } from '../../../reference/gateways.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  Form,
  type FormState,
  Input,
  InsetText,
  Money,
  problemOf,
  Radios,
  Select,
  SummaryList,
  Tag,
  Textarea,
  toChoose,
  typedIn,
} from '../../platform/ui/index.ts';
import { Known } from '../link/known.pages.tsx';
import type { KnownSubject } from '../link/known.store.ts';
import { gatewayName } from '../package/package.words.ts';
import type { Commission, CommissionAnswer, CommissionWork, Recovery } from './commission.store.ts';
import {
  type CommissionLine,
  type CommissionStatus,
  commissionStatusWords,
} from './commission.transitions.ts';
import {
  assetKindWords,
  awardConditionWords,
  checkResultWords,
  commissionKinds,
  commissionKindWords,
  commissionOutcomeWords,
  confidenceWords,
  diligenceCheckWords,
  refusalWords,
} from './commission.words.ts';
import { StepForm } from './commission-step.pages.tsx';

const colours: Record<CommissionStatus, string> = {
  asked: 'yellow',
  answered: 'green',
  refused: 'red',
  withdrawn: 'grey',
  closed: 'grey',
};
const Status = ({ status }: { status: CommissionStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{commissionStatusWords[status]}</Tag>
);

/** What was commissioned, what waits first; for a service with the form below. */
export const CommissionsPage = ({
  commissions,
  cap,
  mayGive,
  csrf,
  ...state
}: FormState & { commissions: readonly Commission[]; cap: number; mayGive: boolean; csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Commissions</h1>
    <p class="govuk-body">
      What services commission of the intelligence unit: to trace a person or a debtor, or to check who
      applies for a grant or a loan before it is decided. What the unit knows stays with the unit.
    </p>
    <DataTable
      caption="Commissions, those that wait first"
      captionClasses="govuk-visually-hidden"
      cappedAt={cap}
      rows={commissions}
      columns={[
        {
          heading: 'Commission',
          cell: (one) => <CommissionReference id={one.id} reference={one.reference} />,
        },
        { heading: 'For', cell: ({ kind }) => commissionKindWords[kind] },
        { heading: 'About', cell: ({ subjectLabel }) => subjectLabel },
        { heading: 'Given by', cell: ({ serviceName, agencyName }) => `${serviceName}, ${agencyName}` },
        { heading: 'On', cell: ({ askedOn }) => <Day day={askedOn} /> },
        { heading: 'Now', cell: ({ status }) => <Status status={status} /> },
      ]}
      empty={{
        title: 'Nothing was commissioned yet',
        children:
          'What your service commissions of the intelligence unit, or the unit is commissioned to do, is listed here.',
      }}
    />
    {mayGive && (
      <>
        <h2 class="govuk-heading-m">Commission the unit</h2>
        <Form action="/commissions" csrfToken={csrf}>
          <Select
            {...asked(state, 'kind')}
            label="What for"
            items={toChoose(commissionKinds.map((value) => ({ value, text: commissionKindWords[value] })))}
          />
          <Radios
            name="subjectKind"
            fieldset={{ legend: 'It is about' }}
            errorMessage={problemOf(state, 'subjectKind')}
            value={typedIn(state, 'subjectKind', 'person')}
            items={[
              { value: 'person', children: 'A person' },
              { value: 'organisation', children: 'A firm or organisation' },
            ]}
          />
          <Input {...asked(state, 'name')} label="Full name" />
          <Input
            {...asked(state, 'more')}
            label="Date of birth, or company number (optional)"
            hint="Like 27/5/1961. Without it somebody of the same name may be traced."
            classes="govuk-input--width-10"
          />
          <Textarea {...asked(state, 'purpose')} label="What it is needed for" rows={3} />
          <Select
            {...asked(state, 'legalBasis')}
            label="The power under which it is asked and told"
            items={toChoose(gateways.map(({ code, name }) => ({ value: code, text: name })))}
          />
          <Input
            {...asked(state, 'owed')}
            label="What is owed, in pounds (for a debtor)"
            classes="govuk-input--width-10"
          />
          <Input
            {...asked(state, 'decidesOn')}
            label="Day of the decision (for a grant or a loan)"
            hint="Like 4/12/2026. The checks come before the award."
            classes="govuk-input--width-10"
          />
          <Button>Commission it</Button>
        </Form>
      </>
    )}
  </>
);

interface PageProps extends FormState {
  one: Commission;
  answer: CommissionAnswer | undefined;
  recoveries: readonly Recovery[];
  /** On the unit's side alone. */
  work: CommissionWork | undefined;
  matches: readonly KnownSubject[];
  steps: readonly CommissionLine[];
  /** The step whose form is shown again. */
  form: string | undefined;
  csrf: string;
}

const checkWords = (check: string): string => {
  const [what = '', result = ''] = check.split('=');
  return `${diligenceCheckWords[what as keyof typeof diligenceCheckWords]}: ${checkResultWords[result as keyof typeof checkResultWords]}`; // held to both lists when it came in
};
const conditionNames = (codes: readonly string[]): string =>
  codes.map((code) => awardConditionWords[code as keyof typeof awardConditionWords]).join('; '); // from the closed list

const Told = ({ told }: { told: Omit<CommissionAnswer, 'answeredOn'> }) => (
  <SummaryList
    rows={[
      { key: 'Answer', value: commissionOutcomeWords[told.outcome] },
      told.address !== '' && { key: 'Address', value: `${told.address}, ${told.postcode}` },
      told.assetKind !== null && { key: assetKindWords[told.assetKind], value: told.assetWords },
      told.confidence !== null && { key: 'Confidence', value: confidenceWords[told.confidence] },
      told.conditions.length > 0 && { key: 'Conditions', value: conditionNames(told.conditions) },
      told.checks.length > 0 && {
        key: 'Checks in the open',
        value: (
          <ul class="govuk-list">
            {told.checks.map((check) => (
              <li>{checkWords(check)}</li>
            ))}
          </ul>
        ),
      },
    ]}
  />
);

const CommissionReference = ({ id, reference }: { id: string; reference: string | null }) => (
  <a class="govuk-link bw-reference" href={`/commissions/${id}`}>
    {reference}
  </a>
);

/** One commission: what was asked, what crossed, what it brought and cost, and what may be done now. */
export const CommissionPage = (props: PageProps) => {
  const { one, answer, recoveries, work, matches, steps } = props;
  const recovered = recoveries.reduce((sum, { pence }) => sum + pence, 0);
  return (
    <>
      <span class="govuk-caption-l">Commission {one.reference}</span>
      <h1 class="govuk-heading-l">{one.subjectLabel}</h1>
      <SummaryList
        rows={[
          { key: 'Now', value: <Status status={one.status} /> },
          { key: 'For', value: commissionKindWords[one.kind] },
          { key: 'Purpose', value: one.purpose },
          one.followsId !== null && {
            key: 'Asks again',
            value: <CommissionReference id={one.followsId} reference={one.followsReference} />,
          },
          one.followedById !== null && {
            key: 'Asked again',
            value: <CommissionReference id={one.followedById} reference={one.followedByReference} />,
          },
          { key: 'Power', value: gatewayName(one.legalBasis) },
          one.owedPence !== null && { key: 'Owed', value: <Money pence={one.owedPence} /> },
          one.decidesOn !== null && { key: 'Decision on', value: <Day day={one.decidesOn} /> },
          { key: 'Given by', value: `${one.askedByName}, ${one.serviceName}, ${one.agencyName}` },
          { key: 'On', value: <Day day={one.askedOn} /> },
          one.refusedFor !== null && {
            key: 'Not taken',
            value: refusalWords[one.refusedFor as keyof typeof refusalWords], // from the closed list
          },
          one.award !== null && {
            key: 'Decision',
            value: one.award === 'awarded' ? 'Awarded' : 'Not awarded',
          },
          one.pricePence !== null && {
            key: 'Charged',
            value: (
              <>
                <Money pence={one.pricePence} />
                {one.paidOn !== null && (
                  <>
                    , paid on <Day day={one.paidOn} />
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      {answer && (
        <>
          <h2 class="govuk-heading-m">What the unit answers</h2>
          <Told told={answer} />
        </>
      )}
      {recoveries.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What came in</h2>
          <p class="govuk-body">
            <Money pence={recovered} /> in all
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {recoveries.map((sum) => (
              <li>
                <Money pence={sum.pence} /> on <Day day={sum.onDay} />, recorded by {sum.recordedByName}
              </li>
            ))}
          </ul>
        </>
      )}
      {matches.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What is known</h2>
          {matches.map((match) => (
            <Known subject={match} />
          ))}
        </>
      )}
      {work && (
        <>
          <h2 class="govuk-heading-m">
            What the unit {work.authorisedByName === null ? 'proposes' : 'proposed'}
          </h2>
          <Told told={work} />
          <SummaryList
            rows={[
              { key: 'Findings, for the unit', value: work.findings },
              { key: 'Minutes', value: String(work.minutes) },
              { key: 'Proposed by', value: work.proposedByName },
              work.authorisedByName !== null && { key: 'Authorised by', value: work.authorisedByName },
            ]}
          />
          <InsetText>
            What crosses is held against addresses that must stay hidden; what would lead to one is not told,
            and the unit is not told either that it was withheld.
          </InsetText>
        </>
      )}
      {steps.map((line) => (
        <StepForm {...props} line={line} />
      ))}
    </>
  );
};
