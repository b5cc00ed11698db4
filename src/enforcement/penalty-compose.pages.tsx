import { flyTipLandTypes, flyTipSizes, flyTipWasteTypes } from '../../reference/fly-tip.ts';
import {
  Button,
  Checkboxes,
  DateInput,
  Details,
  FileUpload,
  Form,
  Input,
  Money,
  Radios,
  Select,
  SummaryList,
  TaskList,
  Textarea,
  WarningText,
} from '../platform/ui/index.ts';
import { paperOf } from './penalty.documents.ts';
import type { PenaltyPageProps } from './penalty.pages.tsx';
import type { Composed } from './penalty.queries.ts';
import {
  evidenceKinds,
  evidenceKindWords,
  identifiedBys,
  identifiedByWords,
  offences,
  offenceWords,
  serviceMethodCodes,
  serviceMethods,
} from './penalty.words.ts';
import { PaperView } from './penalty-paper.pages.tsx';

export interface FormState {
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}
export const problemOf = (state: FormState, field: string): string | undefined =>
  state.problems.find((p) => p.field === field)?.words;
export const typedIn = (state: FormState, field: string): string =>
  typeof state.typed[field] === 'string' ? (state.typed[field] as string) : ''; // just found to be text

type DraftProps = PenaltyPageProps & { composed: Composed };

/** The checklist with each mend, the amount and the days as they would be today, and the letter as it would be printed. */
export function DraftChecklist({ composed, penalty, recipient }: DraftProps) {
  const { conditions, amount, deadlines, power, others } = composed;
  const edit = `/penalties/${penalty.id}/edit`;
  const unmet = conditions.filter((c) => !c.met).length;
  return (
    <>
      <p class="govuk-body">
        {unmet === 0
          ? 'Everything the law asks for is here.'
          : `${unmet} of ${conditions.length} ${unmet === 1 ? 'condition is' : 'conditions are'} not met yet.`}
      </p>
      <TaskList
        idPrefix="condition"
        items={[
          ...conditions.map((c) => ({
            title: { children: c.words },
            ...(c.met
              ? {}
              : {
                  hint: { children: c.mend },
                  href: c.field === 'evidence' ? '#evidence-form' : `${edit}#${c.field}`,
                }),
            status: c.met ? { children: 'Met' } : { tag: { children: 'Not met', classes: 'govuk-tag--red' } },
          })),
          {
            title: { children: 'Your power to issue it, here and today' },
            ...(power.ok
              ? { hint: { children: power.words } }
              : { hint: { children: power.unmet.map((u) => `${u.words}. ${u.mend}`).join(' ') } }),
            status: power.ok
              ? { children: 'Held' }
              : { tag: { children: 'Not held', classes: 'govuk-tag--red' } },
          },
        ]}
      />
      {!power.ok && (
        <WarningText iconFallbackText="Warning">
          {others.length > 0
            ? `You cannot issue it. ${others.join(', ')} could: the draft is kept for them.`
            : 'You cannot issue it, and nobody else in your agency holds the power here today.'}
        </WarningText>
      )}
      <h3 class="govuk-heading-s">The amount and the days</h3>
      {amount?.ok ? (
        <SummaryList
          rows={[
            { key: 'Amount', value: <Money pence={amount.value.adopted.amountPence} /> },
            { key: 'Why', value: amount.value.words },
            deadlines && { key: 'Days, if handed over today', value: deadlines.why },
          ]}
        />
      ) : (
        <p class="govuk-body">
          {amount
            ? `${amount.words} ${amount.mend}`
            : 'Enter the day of the offence: the amount is the one of that day.'}
        </p>
      )}
      {amount?.ok && deadlines && recipient && (
        <Details summary="The letter as it would be printed">
          <PaperView
            paper={paperOf('notice', {
              penalty: {
                ...penalty,
                amountPence: amount.value.adopted.amountPence,
                earlyPence: amount.value.adopted.earlyPence,
                earlyUntil: deadlines.earlyUntil,
                payUntil: deadlines.payUntil,
                prosecuteFrom: deadlines.prosecuteFrom,
                deadlineWhy: deadlines.why,
              },
              recipient,
              law: amount.value.law.law,
              asAt: new Date(0),
            })}
          />
        </Details>
      )}
    </>
  );
}

/** What can be done with a draft: issue, add evidence, change, discard. */
export function DraftActions(props: DraftProps) {
  const { penalty, csrf, composed, mayAct } = props;
  if (!mayAct) return <p class="govuk-body">This draft is {penalty.agencyName}’s.</p>;
  const isReady =
    composed.conditions.every((c) => c.met) && composed.amount?.ok === true && composed.power.ok;
  const version = <input type="hidden" name="version" value={penalty.version} />;
  return (
    <>
      {isReady ? (
        <Form action={`/penalties/${penalty.id}/issue`} csrfToken={csrf}>
          {version}
          <Radios
            name="servedHow"
            fieldset={{
              legend: { children: 'How will it be served?', classes: 'govuk-fieldset__legend--s' },
            }}
            hint="The days on the letter are counted from this."
            errorMessage={problemOf(props, 'servedHow')}
            value={typedIn(props, 'servedHow') || 'in-person'}
            items={serviceMethodCodes.map((code) => ({ value: code, children: serviceMethods[code].words }))}
          />
          <Checkboxes
            name="isInUniform"
            items={[
              {
                value: 'yes',
                children: 'I am in approved uniform and badge',
                hint: { children: 'Needed for accredited powers alone.' },
              },
            ]}
          />
          <Button>Issue the notice</Button>
        </Form>
      ) : (
        <p class="govuk-body">
          The notice can be issued when every condition is met and whoever issues it holds the power.
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/penalties/${penalty.id}/edit`}>
          Change the draft
        </a>
      </p>
      <div id="evidence-form">
        <h3 class="govuk-heading-s">Add evidence</h3>
        <EvidenceForm {...props} penaltyId={penalty.id} />
      </div>
      <Details summary="Discard the draft">
        <ReasonForm
          {...props}
          action={`/penalties/${penalty.id}/discard`}
          version={penalty.version}
          button="Discard"
        />
      </Details>
    </>
  );
}

type EvidenceProps = FormState & { csrf: string; penaltyId: string };
export const EvidenceForm = (props: EvidenceProps) => (
  <Form action={`/penalties/${props.penaltyId}/evidence`} csrfToken={props.csrf} multipart>
    <Select
      name="kind"
      label="Kind"
      value={typedIn(props, 'kind')}
      errorMessage={problemOf(props, 'kind')}
      items={[
        { value: '', text: 'Choose' },
        ...evidenceKinds.map((kind) => ({ value: kind, text: evidenceKindWords[kind] })),
      ]}
    />
    <Textarea
      name="words"
      label="What it shows"
      rows={2}
      value={typedIn(props, 'words')}
      errorMessage={problemOf(props, 'words')}
    />
    <FileUpload
      name="file"
      label="File, if there is one"
      hint="Held until it has been scanned. Up to 10 MB."
    />
    <Button classes="govuk-button--secondary">Add</Button>
  </Form>
);

type ReasonProps = FormState & { csrf: string; action: string; version: number; button: string };
/** A step that is taken only with its reason. */
export const ReasonForm = (props: ReasonProps) => {
  const id = `reason-${props.action.split('/').at(-1) ?? ''}`;
  return (
    <Form action={props.action} csrfToken={props.csrf}>
      <input type="hidden" name="version" value={props.version} />
      <Textarea
        id={id}
        name="reason"
        label="Why"
        rows={3}
        value={typedIn(props, 'reason')}
        errorMessage={problemOf(props, 'reason')}
      />
      <Button classes="govuk-button--secondary">{props.button}</Button>
    </Form>
  );
};

interface DraftFormProps extends FormState {
  action: string;
  csrf: string;
  /** Hidden values: the report or case it comes from, or the version being changed. */
  hidden: Record<string, string | number>;
}
const choices = (words: readonly { code: string; name: string }[]) => [
  { value: '', text: 'Choose' },
  ...words.map((word) => ({ value: word.code, text: word.name })),
];

/** The form behind a draft. Nothing on it is compulsory but the offence: the checklist says what is missing. */
export const DraftForm = (props: DraftFormProps) => (
  <Form action={props.action} csrfToken={props.csrf}>
    {Object.entries(props.hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <h2 class="govuk-heading-m">The offence</h2>
    <Select
      name="offence"
      label="Offence"
      value={typedIn(props, 'offence')}
      errorMessage={problemOf(props, 'offence')}
      items={[
        { value: '', text: 'Choose' },
        ...offences.map((value) => ({ value, text: offenceWords[value] })),
      ]}
    />
    <DateInput
      id="offenceOn"
      namePrefix="offenceOn"
      fieldset={{ legend: { children: 'Day of the offence', classes: 'govuk-fieldset__legend--s' } }}
      hint="The law and the amount of this day apply."
      errorMessage={problemOf(props, 'offenceOn')}
      values={dateValues(props, 'offenceOn')}
    />
    <Input
      name="offenceTime"
      label="Time"
      hint="By the 24-hour clock, like 14:30"
      classes="govuk-input--width-5"
      value={typedIn(props, 'offenceTime')}
      errorMessage={problemOf(props, 'offenceTime')}
    />
    <Input
      name="placeWords"
      label="Where"
      value={typedIn(props, 'placeWords')}
      errorMessage={problemOf(props, 'placeWords')}
    />
    <Input
      name="postcode"
      label="Postcode of the place"
      hint="Leave empty to keep the place of the report"
      classes="govuk-input--width-10"
      value={typedIn(props, 'postcode')}
      errorMessage={problemOf(props, 'postcode')}
    />
    <h2 class="govuk-heading-m">For fly-tipping: what and how much</h2>
    <Select
      name="landType"
      label="Land"
      value={typedIn(props, 'landType')}
      items={choices(flyTipLandTypes)}
      errorMessage={problemOf(props, 'landType')}
    />
    <Select
      name="wasteType"
      label="Waste"
      value={typedIn(props, 'wasteType')}
      items={choices(flyTipWasteTypes)}
      errorMessage={problemOf(props, 'wasteType')}
    />
    <Select
      name="wasteSize"
      label="Size"
      value={typedIn(props, 'wasteSize')}
      items={choices(flyTipSizes)}
      errorMessage={problemOf(props, 'wasteSize')}
    />
    <h2 class="govuk-heading-m">Who did it</h2>
    <Select
      name="identifiedBy"
      label="What shows who did it"
      value={typedIn(props, 'identifiedBy')}
      errorMessage={problemOf(props, 'identifiedBy')}
      items={[
        { value: '', text: 'Choose' },
        ...identifiedBys.map((value) => ({ value, text: identifiedByWords[value] })),
      ]}
    />
    <Input
      name="recipientName"
      label="Full name"
      autocomplete="off"
      value={typedIn(props, 'recipientName')}
      errorMessage={problemOf(props, 'recipientName')}
    />
    <Textarea
      name="recipientAddress"
      label="Address for service"
      rows={3}
      value={typedIn(props, 'recipientAddress')}
      errorMessage={problemOf(props, 'recipientAddress')}
    />
    <Checkboxes
      name="policyConsidered"
      fieldset={{ legend: { children: 'Is a penalty right here?', classes: 'govuk-fieldset__legend--s' } }}
      hint="Age, health, a first offence, advice or a leaflet given before: the enforcement policy decides."
      items={[
        {
          value: 'yes',
          children: 'The enforcement policy and the public interest were considered',
          checked: ['yes', 'true'].includes(String(props.typed['policyConsidered'])),
        },
      ]}
    />
    <Button>Save the draft</Button>
  </Form>
);

/** Boxes of a date from what was typed, or from a whole day. */
export function dateValues(state: FormState, field: string): Record<string, string> {
  const [year = '', month = '', day = ''] = typedIn(state, field).split('-');
  const part = (name: string, whole: string) => typedIn(state, `${field}-${name}`) || whole.replace(/^0/, '');
  return {
    [`${field}-day`]: part('day', day),
    [`${field}-month`]: part('month', month),
    [`${field}-year`]: part('year', year),
  };
}
