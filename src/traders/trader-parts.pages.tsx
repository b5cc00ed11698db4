import { EditionList } from '../enforcement/index.ts';
import { vettingAnswerWords, vettingConditionName } from '../intelligence/index.ts';
import {
  asked,
  Button,
  Day,
  DayBoxes,
  Form,
  type FormState,
  Input,
  InsetText,
  Money,
  Select,
  SummaryList,
  stateOf,
  Tag,
  toChoose,
} from '../platform/ui/index.ts';
import type { TraderView } from './trader.queries.ts';
import { traderOpen } from './trader.transitions.ts';
import {
  feeKinds,
  feeKindWords,
  legalStatusName,
  letterWords,
  proofName,
  tradeName,
} from './trader.words.ts';
import { PersonForm, ProofForm } from './trader-form.pages.tsx';

export interface TraderPageProps extends TraderView, FormState {
  csrf: string;
  today: string;
}

/** What the firm says of itself. */
export const Firm = ({ file }: TraderPageProps) => (
  <>
    <SummaryList
      rows={[
        { key: 'In law', value: legalStatusName(file.legalStatus) },
        { key: 'Trades', value: file.trades.map(tradeName).join(', ') },
        {
          key: 'Trading address',
          value: file.isHidden
            ? 'Ask the safeguarding side'
            : [file.address, file.postcode].filter(Boolean).join(', '),
        },
        {
          key: 'District',
          value: file.isHidden ? 'Ask the safeguarding side' : (file.districtName ?? 'Not known'),
        },
        file.companyNumber !== null && { key: 'Company number', value: file.companyNumber },
        file.carrierNumber !== null && { key: 'Waste-carrier registration', value: file.carrierNumber },
        file.phone !== null && { key: 'Telephone', value: file.phone },
        file.email !== null && { key: 'E-mail', value: file.email },
        file.vehicles.length > 0 && { key: 'Vehicles', value: file.vehicles.join(', ') },
        file.tradingSince !== null && { key: 'Trading since', value: <Day day={file.tradingSince} /> },
      ]}
    />
    {file.status === 'applied' && !file.isHidden && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/traders/${file.id}/edit`}>
          Change the application
        </a>
      </p>
    )}
  </>
);

/** Owners and directors. */
export const People = (props: TraderPageProps) => {
  const { file, facts, csrf } = props;
  return (
    <>
      {facts.people.length === 0 && <p class="govuk-body">Nobody is named yet.</p>}
      {facts.people.map((person) => (
        <>
          <p class="govuk-body">
            <strong>{person.name}</strong>, born <Day day={person.dateOfBirth} />,{' '}
            {person.address ?? 'Ask the safeguarding side'}
          </p>
          {file.status === 'applied' && (
            <Form action={`/traders/${file.id}/people/${person.id}/remove`} csrfToken={csrf}>
              <Button classes="govuk-button--secondary">
                Take off<span class="govuk-visually-hidden">: {person.name}</span>
              </Button>
            </Form>
          )}
        </>
      ))}
      {['applied', 'member'].includes(file.status) && <PersonForm {...stateOf(props, 'people')} />}
    </>
  );
};

/** Papers that were shown, and a form for the next. */
export const Papers = (props: TraderPageProps) => {
  const { file, facts, letters, today } = props;
  return (
    <>
      {facts.proofs.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {facts.proofs.map((proof) => (
            <li>
              {proofName(proof.kind)}
              {proof.personName ? ` of ${proof.personName}` : ''}: {proof.words}
              {proof.validUntil && (
                <>
                  , holds until <Day day={proof.validUntil} />
                </>
              )}{' '}
              {proof.validUntil && proof.validUntil < today && <Tag classes="govuk-tag--red">Ran out</Tag>}{' '}
              {proof.fileName && (
                <a class="govuk-link" href={`/traders/${file.id}/papers/${proof.id}`}>
                  Copy<span class="govuk-visually-hidden"> of {proofName(proof.kind)}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p class="govuk-body">No papers were shown yet.</p>
      )}
      {letters.length > 0 && (
        <EditionList
          editions={letters}
          words={letterWords}
          under={`/traders/${file.id}/letters`}
          isAddressHidden={false}
        />
      )}
      {traderOpen.includes(file.status) && <ProofForm {...stateOf(props, 'papers')} people={facts.people} />}
    </>
  );
};

/** Fees of the file. */
export const Payments = (props: TraderPageProps) => {
  const { file, facts, csrf } = props;
  const state = stateOf(props, 'payment');
  return (
    <>
      {facts.payments.length === 0 && <p class="govuk-body">Nothing was paid yet.</p>}
      <ul class="govuk-list govuk-list--bullet">
        {facts.payments.map((payment) => (
          <li>
            {feeKindWords[payment.kind].split(',')[0]}, round {payment.round}: <Money pence={payment.pence} />
            , paid <Day day={payment.paidOn} /> ({payment.paymentReference})
            {payment.refundedOn && (
              <>
                , paid back <Day day={payment.refundedOn} />
              </>
            )}
          </li>
        ))}
      </ul>
      {traderOpen.includes(file.status) && (
        <Form action={`/traders/${file.id}/payments`} csrfToken={csrf}>
          <Select
            {...asked(state, 'kind')}
            id="payment-kind"
            label="Fee"
            items={toChoose(feeKinds.map((value) => ({ value, text: feeKindWords[value] })))}
          />
          <Input
            {...asked(state, 'pounds')}
            label="Amount in pounds"
            inputmode="decimal"
            classes="govuk-input--width-5"
          />
          <DayBoxes {...state} name="paidOn" legend="Day it came" />
          <Input
            {...asked(state, 'paymentReference')}
            label="Payment reference"
            classes="govuk-input--width-20"
          />
          <Button classes="govuk-button--secondary">Record the payment</Button>
        </Form>
      )}
    </>
  );
};

/** What the intelligence side answered: one of three words, and when. The same section in the same words whatever is known. */
export const VettingSection = ({ facts }: TraderPageProps) => {
  const { vetting } = facts;
  if (!vetting) return <p class="govuk-body">It is asked when the application goes to vetting.</p>;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Asked on', value: <Day day={vetting.askedOn} /> },
          {
            key: vetting.answeredOn ? 'Answered on' : 'Answers come on',
            value: <Day day={vetting.answeredOn ?? vetting.answersOn} />,
          },
          {
            key: 'Answer',
            value: vetting.answer
              ? [vettingAnswerWords[vetting.answer], ...vetting.conditions.map(vettingConditionName)].join(
                  '; ',
                )
              : 'Not yet',
          },
        ]}
      />
      <InsetText>
        The answer may rest on public records, complaints, courts, other bodies or anything else, and does not
        say on what. It comes on the day of a round, with all others of that round. Nobody may ask for the
        reason.
      </InsetText>
    </>
  );
};
