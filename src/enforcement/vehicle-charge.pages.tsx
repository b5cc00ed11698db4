import {
  asked,
  Button,
  Day,
  DayBoxes,
  Details,
  Form,
  type FormState,
  HiddenFields,
  Input,
  isAgain,
  Money,
  SummaryList,
  stateOf,
  Tag,
  VersionField,
} from '../platform/ui/index.ts';
import type { AbandonedPageProps } from './abandoned.pages.tsx';
import {
  type ChargeLine,
  chargeLineOf,
  chargeLinesFrom,
  chargeStatusWords,
} from './vehicle-charge.transitions.ts';

const dayLegends: Partial<Record<ChargeLine['action'], string>> = {
  'record-payment': 'Day it was paid',
  settle: 'Day it was paid',
  refund: 'Day it was given back',
};
const amountHints: Partial<Record<ChargeLine['action'], string>> = {
  'record-payment':
    'All that was asked on that day. A part is taken by whoever answers for the charge alone.',
  settle: 'What was paid. The rest of what was asked on that day is waived.',
  refund: 'All that was paid.',
};
/** The form of one step: what its line asks, and no more. */
const StepForm = (
  props: FormState & { line: ChargeLine; today: string; file: AbandonedPageProps['file']; csrf: string },
) => (
  <Form action={`/abandoned-vehicles/${props.file.id}/charge`} csrfToken={props.csrf}>
    <VersionField version={props.file.version} />
    <HiddenFields values={{ action: props.line.action }} />
    {props.line.asks.includes('on') && (
      <DayBoxes {...props} name="on" legend={dayLegends[props.line.action] ?? 'Day of the decision'} />
    )}
    {props.line.asks.includes('pounds') && (
      <Input
        {...asked(props, 'pounds')}
        label="Amount in pounds"
        hint={amountHints[props.line.action]}
        inputmode="decimal"
      />
    )}
    {props.line.asks.includes('receipt') && (
      <Input
        {...asked(props, 'receipt')}
        label="Reference of the payment"
        hint="As your council’s books have it. No name and no card number."
      />
    )}
    {props.line.asks.includes('reason') && <Input {...asked(props, 'reason')} label="Why" />}
    <Button classes="govuk-button--secondary">{props.line.button}</Button>
  </Form>
);

/** The charge for a removed vehicle: what is asked, what became of it, and the steps that this role can take. */
export function VehicleCharge(props: AbandonedPageProps) {
  const { charge, roles, file } = props;
  if (!charge)
    return (
      <p class="govuk-body">
        {file.removedAt
          ? 'Your council had entered no charge for the day on which it was removed. The directory administrator enters one under Penalties: the law.'
          : 'Nothing is asked before it is removed.'}
      </p>
    );
  const lines = props.mayWrite ? chargeLinesFrom(charge.status, roles) : [];
  const typedAction = stateOf(props, 'charge').typed.action;
  return (
    <>
      <SummaryList
        rows={[
          {
            key: charge.status === 'asked' ? 'Asked so far' : 'Charge',
            value: (
              <>
                <Money pence={charge.pence} /> <Tag>{chargeStatusWords[charge.status]}</Tag>
                <p class="govuk-hint">{charge.words}</p>
              </>
            ),
          },
          ...charge.answers.map((one) => ({
            key: <Day day={one.answeredOn} />,
            value: (
              <>
                <p class="govuk-body">
                  {chargeLineOf(one.action).past}: <Money pence={one.pence} />
                  {one.waivedPence !== null && (
                    <>
                      {' '}
                      paid, <Money pence={one.waivedPence} /> waived
                    </>
                  )}
                  {one.receipt && `, reference ${one.receipt}`}.
                </p>
                <p class="govuk-hint">
                  {one.officerName ?? 'Somebody'}
                  {one.reason && `: ${one.reason}`}
                </p>
              </>
            ),
          })),
        ]}
      />
      {lines.map((line) => {
        const isThis = isAgain(props, 'charge') && typedAction === line.action;
        return (
          <Details summary={line.button} open={isThis}>
            <StepForm
              {...(isThis ? stateOf(props, 'charge') : { problems: [], typed: {} })}
              today={props.today}
              {...{ line, file, csrf: props.csrf }}
            />
          </Details>
        );
      })}
    </>
  );
}
