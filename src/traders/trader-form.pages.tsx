import {
  traderGrounds,
  traderLegalStatuses,
  traderProofs,
  traderTrades,
} from '../../reference/trader-scheme.ts';
import { PaperView, StepCheck, StepForm } from '../enforcement/index.ts';
import {
  asked,
  Button,
  Checkboxes,
  type Content,
  DayBoxes,
  FileUpload,
  Form,
  type FormState,
  HiddenFields,
  Input,
  LookUpBox,
  problemOf,
  Select,
  Textarea,
  tickedIn,
  toChoose,
} from '../platform/ui/index.ts';
import { traderLetter } from './trader.documents.ts';
import type { Trader } from './trader.store.ts';
import type { TraderField, TraderLine } from './trader.transitions.ts';
import { groundName } from './trader.words.ts';
import type { PreparedTrader } from './trader-step.commands.ts';

type State = FormState & { csrf: string };
const options = (rows: readonly { code: string; name: string }[]) =>
  toChoose(rows.map(({ code, name }) => ({ value: code, text: name })));

/** An application as it came: on paper, by e-mail or over the telephone. */
export const TraderDraftForm = (
  props: State & { title: string; action: string; hidden: Record<string, string | number> },
) => (
  <>
    <h1 class="govuk-heading-l">{props.title}</h1>
    <Form action={props.action} csrfToken={props.csrf}>
      <HiddenFields values={props.hidden} />
      <Input {...asked(props, 'firmName')} label="Name of the firm" />
      <Select
        {...asked(props, 'legalStatus')}
        label="What it is in law"
        items={options(traderLegalStatuses)}
      />
      <Checkboxes
        name="trades"
        fieldset={{ legend: { children: 'Trades', classes: 'govuk-fieldset__legend--s' } }}
        hint="Some trades need a registration of their own: it is asked for then."
        errorMessage={problemOf(props, 'trades')}
        classes="govuk-checkboxes--small"
        values={tickedIn(props, 'trades')}
        items={traderTrades.map(({ code, name }) => ({ value: code, children: name }))}
      />
      <Textarea {...asked(props, 'address')} label="Trading address" rows={3} />
      <Input {...asked(props, 'postcode')} label="Postcode" classes="govuk-input--width-10" />
      <Input
        {...asked(props, 'companyNumber')}
        label="Company number (optional)"
        hint="8 characters"
        classes="govuk-input--width-10"
      />
      <Input
        {...asked(props, 'carrierNumber')}
        label="Waste-carrier registration (optional)"
        hint="Like CBDU123456"
        classes="govuk-input--width-10"
      />
      <Input
        {...asked(props, 'phone')}
        label="Telephone (optional)"
        type="tel"
        classes="govuk-input--width-20"
      />
      <Input {...asked(props, 'email')} label="E-mail address (optional)" type="email" />
      <Textarea
        {...asked(props, 'vehicles')}
        label="Registration marks of its vehicles (optional)"
        hint="One a line"
        rows={2}
      />
      <DayBoxes {...props} name="tradingSince" legend="Trading since (optional)" />
      <Button>Save</Button>
    </Form>
  </>
);

/** An owner or director. */
export const PersonForm = (props: State & { file: Trader }) => (
  <Form action={`/traders/${props.file.id}/people`} csrfToken={props.csrf}>
    <Input {...asked(props, 'name')} label="Name" autocomplete="off" />
    <DayBoxes {...props} name="dateOfBirth" legend="Date of birth" />
    <Textarea {...asked(props, 'address')} id="person-address" label="Home address" rows={2} />
    <LookUpBox
      state={props}
      name="recordId"
      of={['person']}
      label="Their record, if there is one (optional)"
    />
    <Button classes="govuk-button--secondary">Add this person</Button>
  </Form>
);

/** A paper that the firm showed. */
export const ProofForm = (
  props: State & { file: Trader; people: readonly { id: string; name: string }[] },
) => (
  <Form action={`/traders/${props.file.id}/papers`} csrfToken={props.csrf} multipart>
    <Select {...asked(props, 'kind')} id="proof-kind" label="Which paper" items={options(traderProofs)} />
    <Select
      {...asked(props, 'personId')}
      label="Of whom, if of one person"
      items={[
        { value: '', text: 'Of the firm' },
        ...props.people.map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
    <Input
      {...asked(props, 'words')}
      id="proof-words"
      label="What was shown"
      hint="Like: passport, seen in person by V Hargrave"
    />
    <DayBoxes {...props} name="validUntil" legend="Holds until (optional)" />
    <FileUpload
      {...asked(props, 'copy')}
      label="Copy (optional)"
      hint="PDF, JPEG or PNG, smaller than 8 MB"
    />
    <Button classes="govuk-button--secondary">Add the paper</Button>
  </Form>
);

interface StepProps extends State {
  line: TraderLine;
  file: Trader;
}
const fields: Record<TraderField, (props: StepProps) => Content> = {
  ground: (props) => (
    <Select
      {...asked(props, 'ground')}
      label="Broad reason"
      hint="All that the firm is told. “Fit and proper” stands for everything that is confidential."
      items={options(traderGrounds)}
    />
  ),
  reason: (props) => (
    <Textarea
      {...asked(props, 'reason')}
      label="Why, in a sentence or two"
      hint="For the scheme alone; it is not in the letter."
      rows={3}
    />
  ),
};

/** The form of a step. */
export const TraderStepForm = (props: StepProps) => (
  <StepForm
    line={props.line}
    file={props.file}
    address={`/traders/${props.file.id}/steps/${props.line.action}`}
    csrf={props.csrf}
    fieldOf={(field: TraderField) => fields[field](props)}
  />
);

/** Everything that a step will do, before it is done. */
export const TraderStepCheck = ({ step, csrf }: { step: PreparedTrader; csrf: string }) => (
  <StepCheck
    line={step.line}
    reference={step.facts.file.reference}
    address={`/traders/${step.facts.file.id}/steps/${step.line.action}`}
    csrf={csrf}
    input={step.input}
    questions={{ ground: 'Broad reason', reason: 'Why' }}
    answerOf={(field: TraderField) =>
      field === 'ground' ? groundName(step.input.ground ?? '') : step.input.reason
    }
    why={step.counted?.why}
    paper={
      step.letter && (
        <>
          <h2 class="govuk-heading-m">The letter that they receive</h2>
          <PaperView paper={traderLetter(step.letter)} under={2} />
        </>
      )
    }
  />
);
