import { flyTipLandTypes, flyTipSizes, flyTipWasteTypes } from '../../reference/fly-tip.ts';
import type { PenaltyOffence } from '../../reference/penalties.ts';
import {
  asked,
  Button,
  Checkboxes,
  DayBoxes,
  dayWords,
  FileUpload,
  Form,
  type FormState,
  HiddenFields,
  Input,
  LookUpBox,
  problemOf,
  Select,
  Textarea,
  VersionField,
} from '../platform/ui/index.ts';
import {
  evidenceKinds,
  evidenceKindWords,
  identifiedBys,
  identifiedByWords,
  offenceWords,
} from './penalty.words.ts';
import type { PublishedPspo } from './pspo-parts.store.ts';

type EvidenceProps = FormState & { csrf: string; penaltyId: string };
export const EvidenceForm = (props: EvidenceProps) => (
  <Form action={`/penalties/${props.penaltyId}/evidence`} csrfToken={props.csrf} multipart>
    <Select
      {...asked(props, 'kind')}
      label="Kind"
      items={[
        { value: '', text: 'Choose' },
        ...evidenceKinds.map((kind) => ({ value: kind, text: evidenceKindWords[kind] })),
      ]}
    />
    <Textarea {...asked(props, 'words')} label="What it shows" rows={2} />
    <FileUpload
      name="file"
      label="File, if there is one"
      hint="A photograph is a JPEG, PNG, WEBP or HEIC picture; it is shown without what the camera wrote. Any other file opens once it has been scanned. Up to 10 MB."
      errorMessage={problemOf(props, 'file')}
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
      <VersionField version={props.version} />
      <Textarea id={id} {...asked(props, 'reason')} label="Why" rows={3} />
      <Button classes="govuk-button--secondary">{props.button}</Button>
    </Form>
  );
};

interface DraftFormProps extends FormState {
  action: string;
  csrf: string;
  /** Hidden values: the report or case it comes from, or the version being changed. */
  hidden: Record<string, string | number>;
  /** Those that the viewer's role writes penalties for. */
  offences: readonly PenaltyOffence[];
  /** Public spaces orders that may have been broken. */
  orders: readonly PublishedPspo[];
}
const choices = (words: readonly { code: string; name: string }[]) => [
  { value: '', text: 'Choose' },
  ...words.map((word) => ({ value: word.code, text: word.name })),
];

/** The form behind a draft. Nothing on it is compulsory but the offence: the checklist says what is missing. */
export const DraftForm = (props: DraftFormProps) => (
  <Form action={props.action} csrfToken={props.csrf}>
    <HiddenFields values={props.hidden} />
    <h2 class="govuk-heading-m">The offence</h2>
    <Select
      {...asked(props, 'offence')}
      label="Offence"
      items={[
        { value: '', text: 'Choose' },
        ...props.offences.map((value) => ({ value, text: offenceWords[value] })),
      ]}
    />
    <DayBoxes
      {...props}
      name="offenceOn"
      legend="Day of the offence"
      hint="The law and the amount of this day apply."
    />
    <Input
      {...asked(props, 'offenceTime')}
      label="Time"
      hint="By the 24-hour clock, like 14:30"
      classes="govuk-input--width-5"
    />
    <Input {...asked(props, 'placeWords')} label="Where" />
    <Input
      {...asked(props, 'postcode')}
      label="Postcode of the place"
      hint="Leave empty to keep the place of the report"
      classes="govuk-input--width-10"
    />
    <h2 class="govuk-heading-m">For the breach of a public spaces order: which</h2>
    <Select
      {...asked(props, 'pspoId')}
      label="Order"
      hint="Leave it empty where one order alone covers the place on the day: it is found"
      items={[
        { value: '', text: 'The one that covers the place' },
        ...props.orders.map((order) => ({
          value: order.pspoId,
          text: `${order.title} (${order.reference}, ${order.agencyName}), ${dayWords(order.startsOn)} ${order.endedOn ? `until discharged on ${dayWords(order.endedOn)}` : `to ${dayWords(order.endsOn)}`}`,
        })),
      ]}
    />
    <h2 class="govuk-heading-m">For fly-tipping: what and how much</h2>
    <Select {...asked(props, 'landType')} label="Land" items={choices(flyTipLandTypes)} />
    <Select {...asked(props, 'wasteType')} label="Waste" items={choices(flyTipWasteTypes)} />
    <Select {...asked(props, 'wasteSize')} label="Size" items={choices(flyTipSizes)} />
    <h2 class="govuk-heading-m">Who did it</h2>
    <Select
      {...asked(props, 'identifiedBy')}
      label="What shows who did it"
      items={[
        { value: '', text: 'Choose' },
        ...identifiedBys.map((value) => ({ value, text: identifiedByWords[value] })),
      ]}
    />
    <LookUpBox
      state={props}
      name="recordId"
      of={['person', 'organisation']}
      label="Record of this person or body, if there is one"
    />
    <Input {...asked(props, 'recipientName')} label="Full name" autocomplete="off" />
    <Textarea
      {...asked(props, 'recipientAddress')}
      label="Address for service"
      hint="Leave it out if it must stay hidden: the notice is then handed over"
      rows={3}
    />
    <Checkboxes
      name="policyConsidered"
      fieldset={{ legend: { children: 'Is a penalty right here?', classes: 'govuk-fieldset__legend--s' } }}
      hint="Age, health, a first offence, advice or a leaflet given before: the enforcement policy decides."
      items={[
        {
          value: 'yes',
          children: 'The enforcement policy and the public interest were considered',
          checked: ['yes', 'true'].includes(String(props.typed.policyConsidered)),
        },
      ]}
    />
    <Button>Save the draft</Button>
  </Form>
);
