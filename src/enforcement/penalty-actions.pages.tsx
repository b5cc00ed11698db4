import {
  asked,
  Button,
  DayBoxes,
  Details,
  Form,
  Input,
  Select,
  stateOf,
  VersionField,
  WarningText,
} from '../platform/ui/index.ts';
import type { PenaltyPageProps } from './penalty.pages.tsx';
import { penaltyActionsFrom, penaltyWriters } from './penalty.transitions.ts';
import { serviceMethodCodes, serviceMethods } from './penalty.words.ts';
import { ReasonForm } from './penalty-form.pages.tsx';

/** What can be done with an issued penalty, from the table. */
export function PenaltyActions(props: PenaltyPageProps) {
  const { penalty, viewer, csrf, mayAct } = props;
  if (!mayAct)
    return <p class="govuk-body">{penalty.agencyName} issued this penalty and decides what is done.</p>;
  const lines = penaltyActionsFrom(penalty.status, viewer.roles);
  const mayServe =
    penalty.servedOn === null &&
    penalty.issuedOn !== null &&
    ['issued', 'overdue'].includes(penalty.status) &&
    penaltyWriters.some((role) => viewer.roles.includes(role));
  if (lines.length === 0 && !mayServe)
    return <p class="govuk-body">Nothing more can be done with it by your role.</p>;
  return (
    <>
      {mayServe && <ServeForm {...stateOf(props, 'serve')} />}
      {lines.map((line) => {
        if (line.action === 'pay')
          return (
            <Details summary={line.button} open={penalty.servedOn !== null || props.form === 'pay'}>
              <PaymentForm {...stateOf(props, 'pay')} />
            </Details>
          );
        if (line.action === 'remind')
          return (
            <Form action={`/penalties/${penalty.id}/remind`} csrfToken={csrf}>
              <VersionField version={penalty.version} />
              <Button classes="govuk-button--secondary">{line.button}</Button>
            </Form>
          );
        return (
          <Details summary={line.button} open={props.form === line.action}>
            {line.action === 'refer' && (
              <WarningText iconFallbackText="Warning">
                The prosecutors are handed a file index. A payment can no longer be taken.
              </WarningText>
            )}
            <ReasonForm
              {...stateOf(props, line.action)}
              action={`/penalties/${penalty.id}/${line.action}`}
              version={penalty.version}
              button={line.button}
            />
          </Details>
        );
      })}
    </>
  );
}

/** Proof of service: how, when, by whom. */
const ServeForm = (props: PenaltyPageProps) => (
  <Form action={`/penalties/${props.penalty.id}/serve`} csrfToken={props.csrf}>
    <h3 class="govuk-heading-s">Record service</h3>
    <VersionField version={props.penalty.version} />
    <Select
      {...asked(props, 'servedHow', props.penalty.servedHow ?? '')}
      label="How"
      items={serviceMethodCodes.map((code) => ({ value: code, text: serviceMethods[code].words }))}
    />
    <DayBoxes
      {...props}
      name="sentOn"
      legend="Day handed over or posted"
      hint="If it is not the day printed, a corrected notice is made: serve that one."
    />
    <Input {...asked(props, 'servedBy', props.viewer.name)} label="By whom" />
    <Button>Record service</Button>
  </Form>
);

/** One whole payment with its day and reference. */
const PaymentForm = (props: PenaltyPageProps) => (
  <Form action={`/penalties/${props.penalty.id}/payments`} csrfToken={props.csrf}>
    <VersionField version={props.penalty.version} />
    <Input
      {...asked(props, 'pounds')}
      label="Amount"
      prefix="£"
      inputmode="decimal"
      classes="govuk-input--width-5"
    />
    <DayBoxes {...props} name="paidOn" legend="Day the money came" />
    <Input {...asked(props, 'paymentReference')} label="Payment reference" classes="govuk-input--width-20" />
    <Button>Record payment</Button>
  </Form>
);
