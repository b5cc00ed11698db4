import { visitKinds } from '../../reference/inspection.ts';
import { History } from '../enforcement/index.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  DayBoxes,
  Form,
  type FormState,
  RecordPage,
  Select,
  SummaryList,
  stateOf,
  Tag,
  Textarea,
  toChoose,
} from '../platform/ui/index.ts';
import {
  attemptResultWords,
  awardStatusWords,
  premisesKindName,
  visitKindName,
  visitResultName,
} from './inspection.words.ts';
import { optionsOf, RiskTag } from './premises.pages.tsx';
import type { PremisesView } from './premises.queries.ts';
import { AgencyBoxes } from './premises-form.pages.tsx';
import { Reviews, Selling } from './premises-selling.pages.tsx';
import { CompanyFields, SafetyOfPlace } from './safety.pages.tsx';

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
  const { visits, premises, safety, isOwn, agencies, csrf } = props;
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
      {safety && <SafetyOfPlace safety={safety} />}
      {isOwn && (
        <Form action="/inspections" csrfToken={csrf}>
          <input type="hidden" name="premisesId" value={premises.id} />
          <Select {...asked(state, 'kind')} label="Kind of visit" items={toChoose(optionsOf(visitKinds))} />
          <DayBoxes {...state} name="plannedOn" legend="Planned for" />
          <AgencyBoxes {...state} agencies={agencies} legend="Agencies that come along, to a joint visit" />
          {safety && <CompanyFields {...state} safety={safety} />}
          <p class="govuk-body">Planning screens for officer safety in that moment, and writes it down.</p>
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
        ...(isOwn ? [{ id: 'reviews', title: 'Licence reviews', children: <Reviews {...props} /> }] : []),
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
