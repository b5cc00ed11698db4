import { stopResults } from '../../reference/operation-parts.ts';
import { StepCheck, StepForm } from '../enforcement/index.ts';
import {
  asked,
  Button,
  Checkboxes,
  type Content,
  DayBoxes,
  Form,
  type FormState,
  HiddenFields,
  Input,
  isTicked,
  problemOf,
  Radios,
  Select,
  Textarea,
  tickedIn,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import type { PreparedOperation } from './operation.commands.ts';
import type { Operation } from './operation.store.ts';
import type { OperationField, OperationLine } from './operation.transitions.ts';
import { stopKinds, stopKindWords } from './operation.words.ts';

type State = FormState & { csrf: string };

interface PlanProps extends State {
  title: string;
  action: string;
  hidden: Record<string, string | number>;
  districts: readonly { code: string; name: string }[];
  /** Left out where a plan is changed: who was asked stands. */
  agencies?: readonly { id: string; name: string }[] | undefined;
}
/** The plan of a day of action. */
export const PlanForm = (props: PlanProps) => (
  <>
    <h1 class="govuk-heading-l">{props.title}</h1>
    <Form action={props.action} csrfToken={props.csrf}>
      <HiddenFields values={props.hidden} />
      <Input {...asked(props, 'name')} label="Name of the operation" hint="Like: Op Assist North Moors" />
      <DayBoxes {...props} name="onDay" legend="Day" />
      <Select
        {...asked(props, 'districtCode')}
        label="District"
        hint="It decides whose powers reach."
        items={toChoose(props.districts.map(({ code, name }) => ({ value: code, text: name })))}
      />
      <Textarea {...asked(props, 'objectives')} label="Objectives" rows={3} />
      <Textarea {...asked(props, 'roads')} label="Roads and places" rows={3} />
      <Textarea
        {...asked(props, 'briefing')}
        label="Briefing (optional for now)"
        hint="Who goes where, when, and what to be careful of. Precautions, never why."
        rows={5}
      />
      <Input
        {...asked(props, 'packageReference')}
        label="Intelligence package that asks for it (optional)"
        hint="Its reference alone, like PK-AAAA-AAA. What it says stays in the package."
        classes="govuk-input--width-20"
      />
      {props.agencies && (
        <Checkboxes
          name="agencies"
          fieldset={{
            legend: { children: 'Agencies asked to take part', classes: 'govuk-fieldset__legend--s' },
          }}
          errorMessage={problemOf(props, 'agencies')}
          classes="govuk-checkboxes--small"
          values={tickedIn(props, 'agencies')}
          items={props.agencies.map(({ id, name }) => ({ value: id, children: name }))}
        />
      )}
      <Button>Save</Button>
    </Form>
  </>
);

/** A stop, as it is told at the roadside: few fields, large, on a telephone. */
export const StopForm = (props: State & { operation: Operation }) => (
  <>
    <span class="govuk-caption-l">{props.operation.name}</span>
    <h1 class="govuk-heading-l">Log a stop</h1>
    <Form action={`/operations/${props.operation.id}/stops`} csrfToken={props.csrf}>
      <Radios
        name="kind"
        classes="govuk-radios--inline"
        fieldset={{ legend: { children: 'What was stopped', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={problemOf(props, 'kind')}
        value={typedIn(props, 'kind', 'vehicle')}
        items={stopKinds.map((value) => ({ value, children: stopKindWords[value] }))}
      />
      <Input
        {...asked(props, 'at')}
        label="Time"
        hint="Like 09:40"
        inputmode="numeric"
        classes="govuk-input--width-5"
      />
      <Input {...asked(props, 'place')} label="Where" />
      <Input
        {...asked(props, 'vehicle')}
        label="Registration mark, of a vehicle"
        autocomplete="off"
        classes="govuk-input--width-10"
      />
      <Checkboxes
        name="isLicenceChecked"
        items={[
          {
            value: 'yes',
            children: 'Licence or registration looked at',
            checked: isTicked(props, 'isLicenceChecked'),
          },
        ]}
      />
      <Radios
        name="result"
        fieldset={{ legend: { children: 'What came of it', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={problemOf(props, 'result')}
        value={typedIn(props, 'result')}
        items={stopResults.map(({ code, name }) => ({ value: code, children: name }))}
      />
      <Textarea
        {...asked(props, 'words')}
        label="Anything else (optional)"
        hint="Intelligence goes by the intelligence form, not here."
        rows={2}
      />
      <Button>Log the stop</Button>
    </Form>
  </>
);

interface StepProps extends State {
  line: OperationLine;
  operation: Operation;
}
const labels: Record<OperationField, string> = {
  results: 'What came of the day',
  lessons: 'What was learnt, and whether the partners want it again',
  reason: 'Why',
};
/** The form of a step. */
export const OperationStepForm = (props: StepProps) => (
  <StepForm
    line={props.line}
    file={props.operation}
    address={`/operations/${props.operation.id}/steps/${props.line.action}`}
    csrf={props.csrf}
    fieldOf={(field: OperationField): Content => (
      <Textarea {...asked(props, field)} label={labels[field]} rows={4} />
    )}
  />
);
/** Everything that a step will do, before it is done. */
export const OperationStepCheck = ({ step, csrf }: { step: PreparedOperation; csrf: string }) => (
  <StepCheck
    line={step.line}
    reference={step.operation.reference}
    address={`/operations/${step.operation.id}/steps/${step.line.action}`}
    csrf={csrf}
    input={step.input}
    questions={labels}
    answerOf={(field: OperationField) => step.input[field]}
    why={undefined}
  />
);
