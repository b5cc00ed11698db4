import { persistentChoices, persistentClosure, visitKinds } from '../../reference/inspection.ts';
import { History } from '../enforcement/index.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  DayBoxes,
  Form,
  type FormState,
  Input,
  InsetText,
  problemOf,
  Radios,
  RecordPage,
  Select,
  SummaryList,
  stateOf,
  Tag,
  Textarea,
  toChoose,
  typedIn,
  WarningText,
} from '../platform/ui/index.ts';
import {
  attemptResultWords,
  awardStatusWords,
  choiceName,
  premisesKindName,
  visitKindName,
  visitResultName,
} from './inspection.words.ts';
import { optionsOf, RiskTag } from './premises.pages.tsx';
import type { PremisesView } from './premises.queries.ts';
import { AgencyBoxes } from './premises-form.pages.tsx';

export interface PremisesPageProps extends PremisesView, FormState {
  csrf: string;
  agencies: readonly { id: string; name: string }[];
}
const Card = ({ premises, isOwn }: PremisesPageProps) => (
  <>
    <SummaryList
      rows={[
        { key: 'Kind', value: premisesKindName(premises.kind) },
        {
          key: 'Firm',
          value: (
            <a class="govuk-link" href={`/records/${premises.firmRecordId}`}>
              {premises.firmName}
            </a>
          ),
        },
        {
          key: 'Where',
          value:
            premises.address === null
              ? 'Not shown: the address must stay hidden'
              : `${premises.address}, ${premises.postcode ?? ''}`,
        },
        { key: 'Licence', value: premises.licenceNumber ?? 'None recorded' },
      ]}
    />
    {isOwn && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/premises/${premises.id}/edit`}>
          Change the card
        </a>
      </p>
    )}
  </>
);

/** Persistent selling on these premises, and the choice that the Act gives. */
const Selling = (props: PremisesPageProps) => {
  const { selling, premises, csrf } = props;
  const state = stateOf(props, 'selling');
  const { found, isAlert } = selling;
  return (
    <>
      {selling.sales.length === 0 && <p class="govuk-body">No unlawful sale is recorded.</p>}
      <ul class="govuk-list govuk-list--bullet">
        {selling.sales.map((sale) => (
          <li>
            <Day day={sale.onDay} />:{' '}
            {sale.reference ? `test ${sale.reference}` : 'a paid penalty, without a test'}
            {sale.isPaid && '; the penalty was paid, which is evidence of the sale'}
          </li>
        ))}
      </ul>
      {selling.decisions.map((decision) => (
        <InsetText>
          Decided on sales up to <Day day={decision.lastOn} />: {choiceName(decision.choice).toLowerCase()}
          {decision.hours !== null && `, ${decision.hours} hours (${decision.powerReference ?? ''})`}.{' '}
          {decision.words}
        </InsetText>
      ))}
      {isAlert && found && (
        <>
          <WarningText iconFallbackText="Warning">
            {found.sales} unlawful sales within three consecutive months, from <Day day={found.firstOn} /> to{' '}
            <Day day={found.lastOn} />: persistent selling (Licensing Act 2003 s.147A). A court asks whether
            the buyer was reasonably believed to be 18: take legal advice.
          </WarningText>
          <Form action={`/premises/${premises.id}/persistent-selling`} csrfToken={csrf}>
            <input type="hidden" name="lastOn" value={found.lastOn} />
            <Radios
              name="choice"
              fieldset={{ legend: { children: 'What is done', classes: 'govuk-fieldset__legend--s' } }}
              errorMessage={problemOf(state, 'choice')}
              value={typedIn(state, 'choice')}
              items={persistentChoices.map(({ code, name }) => ({ value: code, children: name }))}
            />
            <Input
              {...asked(state, 'hours')}
              label="Hours, of a closure notice"
              hint={`${persistentClosure.leastHours} to ${persistentClosure.mostHours}. It is given by ${persistentClosure.who} (${persistentClosure.legalBasis}).`}
              inputmode="numeric"
              classes="govuk-input--width-3"
            />
            <Textarea {...asked(state, 'words')} label="Why" rows={3} />
            <Button>Decide</Button>
          </Form>
        </>
      )}
      <Form action={`/premises/${premises.id}/sales`} csrfToken={csrf}>
        <Input
          {...asked(stateOf(props, 'sales'), 'penaltyId')}
          label="A sale without a test: the penalty that was paid for it"
          hint="Paste the address of the penalty’s page."
        />
        <Button classes="govuk-button--secondary">Record the sale</Button>
      </Form>
    </>
  );
};

const Tests = ({ attempts, plans }: PremisesPageProps) => (
  <>
    {plans.map((plan) => (
      <p class="govuk-body">
        On the plan of{' '}
        <a class="govuk-link" href={`/test-purchases/${plan.id}`}>
          {plan.name}
        </a>
        , <Day day={plan.onDay} />. Keep it to those who plan.
      </p>
    ))}
    <DataTable
      caption="Tests of these premises"
      captionClasses="govuk-visually-hidden"
      rows={attempts}
      columns={[
        {
          heading: 'Test',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/test-purchases/${one.purchaseId}#attempt-${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'Day', cell: ({ onDay }) => <Day day={onDay} /> },
        { heading: 'Operation', cell: ({ purchaseName }) => purchaseName },
        { heading: 'Result', cell: ({ result }) => attemptResultWords[result] },
      ]}
      empty={{ title: 'Never tested', children: 'Tests of these premises would be listed here.' }}
    />
  </>
);

const Concern = (props: PremisesPageProps) => {
  const { concerns, premises, isOwn, agencies, csrf } = props;
  const state = { ...stateOf(props, 'concern'), csrf };
  return (
    <>
      {concerns.length === 0 && <p class="govuk-body">They are no premises of concern.</p>}
      {concerns.map((one) => (
        <SummaryList
          rows={[
            { key: 'Since', value: <Day day={one.raisedOn} /> },
            { key: 'What agencies are told', value: one.sharedWords },
            one.words !== null && { key: 'Why, for your agency', value: one.words },
            one.endedOn !== null && { key: 'Over since', value: <Day day={one.endedOn} /> },
            one.endedWhy !== null && { key: 'Why it is over', value: one.endedWhy },
          ]}
        />
      ))}
      {isOwn && premises.concernSince && (
        <Form action={`/premises/${premises.id}/concern/end`} csrfToken={csrf}>
          <Textarea {...asked(stateOf(props, 'ended'), 'reason')} label="Why the concern is over" rows={2} />
          <Button classes="govuk-button--secondary">The concern is over</Button>
        </Form>
      )}
      {isOwn && !premises.concernSince && (
        <Form action={`/premises/${premises.id}/concern`} csrfToken={csrf}>
          <Textarea {...asked(state, 'words')} label="What the concern is, for your agency" rows={3} />
          <Textarea
            {...asked(state, 'sharedWords')}
            label="What the agencies are told, and the Joint Action Group reads"
            hint="No intelligence and no name of anybody. Tests to come are told to nobody here."
            rows={2}
          />
          <AgencyBoxes {...state} agencies={agencies} legend="Agencies that are told" />
          <Button classes="govuk-button--secondary">Premises of concern</Button>
        </Form>
      )}
    </>
  );
};

const Visits = (props: PremisesPageProps) => {
  const { visits, premises, isOwn, agencies, csrf } = props;
  const state = { ...stateOf(props, 'visits'), csrf };
  return (
    <>
      <DataTable
        caption="Visits"
        captionClasses="govuk-visually-hidden"
        rows={visits}
        columns={[
          {
            heading: 'Visit',
            cell: (one) => (
              <a class="govuk-link" href={`/inspections/${one.id}`}>
                {visitKindName(one.kind)}
              </a>
            ),
          },
          { heading: 'Planned for', cell: ({ plannedOn }) => <Day day={plannedOn} /> },
          { heading: 'Visited', cell: ({ visitedOn }) => (visitedOn ? <Day day={visitedOn} /> : '–') },
          { heading: 'Result', cell: ({ result }) => (result ? visitResultName(result) : '–') },
        ]}
        empty={{ title: 'No visits yet', children: 'Visits that are planned or made would be listed here.' }}
      />
      {isOwn && (
        <Form action="/inspections" csrfToken={csrf}>
          <input type="hidden" name="premisesId" value={premises.id} />
          <Select {...asked(state, 'kind')} label="Kind of visit" items={toChoose(optionsOf(visitKinds))} />
          <DayBoxes {...state} name="plannedOn" legend="Planned for" />
          <AgencyBoxes {...state} agencies={agencies} legend="Agencies that come along, to a joint visit" />
          <Button classes="govuk-button--secondary">Plan the visit</Button>
        </Form>
      )}
    </>
  );
};

/** One card of premises; to an agency that a concern was shared with, the card, those words and the visits it came to. */
export function PremisesPage(props: PremisesPageProps) {
  const { premises, isOwn, selling, awards, events } = props;
  return (
    <RecordPage
      kind={`Premises ${premises.reference}`}
      name={premises.tradingName}
      facts={[
        { label: 'Risk', value: <RiskTag risk={premises.risk} /> },
        ...(premises.concernSince
          ? [{ label: 'Of concern since', value: <Day day={premises.concernSince} /> }]
          : []),
        ...(selling.isAlert
          ? [{ label: 'Alert', value: <Tag classes="govuk-tag--red">Persistent selling</Tag> }]
          : []),
        { label: 'Kept by', value: premises.agencyName },
      ]}
      sections={[
        { id: 'card', title: 'Licence and firm', children: <Card {...props} /> },
        ...(isOwn ? [{ id: 'selling', title: 'Unlawful sales', children: <Selling {...props} /> }] : []),
        ...(isOwn ? [{ id: 'tests', title: 'Tests', children: <Tests {...props} /> }] : []),
        { id: 'concern', title: 'Concern', children: <Concern {...props} /> },
        { id: 'visits', title: 'Visits', children: <Visits {...props} /> },
        ...(awards.length > 0
          ? [
              {
                id: 'awards',
                title: 'Awards',
                children: (
                  <ul class="govuk-list">
                    {awards.map((one) => (
                      <li>
                        <a class="govuk-link" href={`/awards/${one.id}`}>
                          {one.schemeName}
                        </a>
                        : {one.level ?? awardStatusWords[one.status].toLowerCase()}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        ...(isOwn ? [{ id: 'history', title: 'History', children: <History events={events} /> }] : []),
      ]}
    />
  );
}
