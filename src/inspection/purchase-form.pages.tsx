import { products, testTypes } from '../../reference/inspection.ts';
import { StepCheck, StepForm } from '../enforcement/index.ts';
import {
  asked,
  Button,
  type Content,
  DayBoxes,
  Form,
  type FormState,
  HiddenFields,
  Input,
  problemOf,
  Radios,
  Select,
  Textarea,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import { attemptResults, attemptResultWords, ripaAnswers, ripaAnswerWords } from './inspection.words.ts';
import { optionsOf } from './premises.pages.tsx';
import { AgencyBoxes } from './premises-form.pages.tsx';
import type { PreparedPurchase } from './purchase.commands.ts';
import type { Purchase, Selection, Volunteer } from './purchase.store.ts';
import type { PurchaseField, PurchaseLine } from './purchase.transitions.ts';

type State = FormState & { csrf: string };
interface PlanProps extends State {
  title: string;
  action: string;
  hidden: Record<string, string | number>;
  districts: readonly { code: string; name: string }[];
  agencies?: readonly { id: string; name: string }[] | undefined;
}
/** The plan of a test-purchase operation. */
export const PurchaseForm = (props: PlanProps) => (
  <>
    <h1 class="govuk-heading-l">{props.title}</h1>
    <Form action={props.action} csrfToken={props.csrf}>
      <HiddenFields values={props.hidden} />
      <Input {...asked(props, 'name')} label="Name of the operation" />
      <DayBoxes {...props} name="onDay" legend="Day" />
      <Input
        {...asked(props, 'location')}
        label="Location, as the table shows it"
        hint="Towns or streets, like: Wantage and Grove. No name of premises."
      />
      <Select
        {...asked(props, 'districtCode')}
        label="District"
        items={toChoose(optionsOf(props.districts))}
      />
      <Select {...asked(props, 'testType')} label="What is tested" items={toChoose(optionsOf(testTypes))} />
      <Select {...asked(props, 'product')} label="What is asked for" items={toChoose(optionsOf(products))} />
      <Textarea
        {...asked(props, 'riskAssessment')}
        label="Risk assessment (optional for now)"
        hint="What could go wrong for volunteer and officers, and what is done about it."
        rows={4}
      />
      <Radios
        name="ripaAnswer"
        fieldset={{
          legend: {
            children: 'The covert law (RIPA), optional for now',
            classes: 'govuk-fieldset__legend--s',
          },
        }}
        hint="An authorisation itself is never kept here."
        errorMessage={problemOf(props, 'ripaAnswer')}
        value={typedIn(props, 'ripaAnswer')}
        items={ripaAnswers.map((value) => ({ value, children: ripaAnswerWords[value] }))}
      />
      <Textarea {...asked(props, 'ripaWords')} label="Why that is the answer" rows={2} />
      <Textarea
        {...asked(props, 'briefing')}
        label="Briefing (optional for now)"
        hint="Those who take part read it before the day. Which premises they learn on the day: leave that out."
        rows={4}
      />
      {props.agencies && (
        <AgencyBoxes {...props} agencies={props.agencies} legend="Agencies that take part (optional)" />
      )}
      <Button>Save</Button>
    </Form>
  </>
);

interface AttemptProps extends State {
  purchase: Purchase;
  selections: readonly Selection[];
  volunteers: readonly Volunteer[];
}
/** An attempt, as it is told outside the shop: few fields, large, on a telephone. */
export const AttemptForm = (props: AttemptProps) => (
  <>
    <span class="govuk-caption-l">{props.purchase.name}</span>
    <h1 class="govuk-heading-l">Record an attempt</h1>
    <Form action={`/test-purchases/${props.purchase.id}/attempts`} csrfToken={props.csrf}>
      <Select
        {...asked(props, 'selectionId')}
        label="Premises"
        items={toChoose(
          props.selections
            .filter(({ isTested, id }) => !isTested || id === props.typed.selectionId)
            .map(({ id, label }) => ({ value: id, text: label })),
        )}
      />
      <Input
        {...asked(props, 'at')}
        label="Time"
        hint="Like 19:40"
        inputmode="numeric"
        classes="govuk-input--width-5"
      />
      <Radios
        name="result"
        fieldset={{ legend: { children: 'What came of it', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={problemOf(props, 'result')}
        value={typedIn(props, 'result')}
        items={attemptResults.map((value) => ({ value, children: attemptResultWords[value] }))}
      />
      <Select
        {...asked(props, 'volunteerId')}
        label="Volunteer"
        items={toChoose(
          props.volunteers.map(({ id, code, age }) => ({ value: id, text: `${code}, ${age}` })),
        )}
      />
      <Textarea
        {...asked(props, 'words')}
        label="What was said (optional; of a void attempt, why)"
        hint="No name of the seller or the volunteer: the seller is named on a penalty alone."
        rows={2}
      />
      <Button>Record it</Button>
    </Form>
  </>
);

const labels: Record<PurchaseField, string> = { outcome: 'What came of the day', reason: 'Why' };
/** The form of a step. */
export const PurchaseStepForm = (props: State & { line: PurchaseLine; purchase: Purchase }) => (
  <StepForm
    line={props.line}
    file={props.purchase}
    address={`/test-purchases/${props.purchase.id}/steps/${props.line.action}`}
    csrf={props.csrf}
    fieldOf={(field: PurchaseField): Content => (
      <Textarea {...asked(props, field)} label={labels[field]} rows={4} />
    )}
  />
);
/** Everything that a step will do, before it is done. */
export const PurchaseStepCheck = ({ step, csrf }: { step: PreparedPurchase; csrf: string }) => (
  <StepCheck
    line={step.line}
    reference={step.purchase.reference}
    address={`/test-purchases/${step.purchase.id}/steps/${step.line.action}`}
    csrf={csrf}
    input={step.input}
    questions={labels}
    answerOf={(field: PurchaseField) => step.input[field]}
    why={undefined}
  />
);
