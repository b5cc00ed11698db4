import { riskLevels } from '../../reference/asb.ts';
import { StepCheck, StepForm } from '../enforcement/index.ts';
import {
  asked,
  type Content,
  DayBoxes,
  dayWords,
  type FormState,
  Input,
  problemOf,
  Radios,
  Select,
  Textarea,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import { choicesOf, levelName } from './asb.words.ts';
import { type StepField, type StepInput, stepFieldWords } from './step.fields.ts';
import type { AsbFile, AsbLine, Prepared } from './steps.ts';

interface Props extends FormState {
  csrf: string;
  line: AsbLine;
  file: AsbFile;
  address: string;
  /** People who can be asked to chair. */
  people: readonly { id: string; name: string; agencyName: string }[];
}
const legend = (words: string) => ({ legend: { children: words, classes: 'govuk-fieldset__legend--s' } });
const decisions = [
  { code: 'met', name: 'It is met: there will be a review' },
  { code: 'not-met', name: 'It is not met' },
];
const fieldOf = (props: Props): Readonly<Record<StepField, () => Content>> => {
  const words = (field: Exclude<StepField, 'on'>, hint?: string) => () => (
    <Textarea {...asked(props, field)} label={stepFieldWords[field]} hint={hint} rows={4} />
  );
  return {
    on: () => <DayBoxes {...props} name="on" legend={props.line.dayWords} />,
    endsOn: () => <DayBoxes {...props} name="endsOn" legend={stepFieldWords.endsOn} />,
    age: () => (
      <Input
        {...asked(props, 'age')}
        label={stepFieldWords.age}
        classes="govuk-input--width-3"
        inputmode="numeric"
      />
    ),
    words: words(
      'words',
      props.line.action === 'decide'
        ? 'The applicant reads it: name nobody else, and nothing of health or custody.'
        : undefined,
    ),
    outcome: words(
      'outcome',
      props.line.action === 'review'
        ? 'The applicant reads it: name nobody else, and nothing of health or custody.'
        : undefined,
    ),
    reason: words('reason'),
    findings: words('findings'),
    level: () => (
      <Radios
        name="level"
        fieldset={legend(stepFieldWords.level)}
        errorMessage={problemOf(props, 'level')}
        value={typedIn(props, 'level')}
        items={choicesOf(riskLevels)}
      />
    ),
    decision: () => (
      <Radios
        name="decision"
        fieldset={legend(stepFieldWords.decision)}
        errorMessage={problemOf(props, 'decision')}
        value={typedIn(props, 'decision')}
        items={choicesOf(decisions)}
      />
    ),
    chairId: () => (
      <Select
        {...asked(props, 'chairId')}
        label={stepFieldWords.chairId}
        hint="Somebody who had no part in the handling of the case, of this agency or another."
        items={toChoose(
          props.people.map(({ id, name, agencyName }) => ({ value: id, text: `${name}, ${agencyName}` })),
        )}
      />
    ),
  };
};
/** The form of a step: what its line of the table asks. */
export const AsbStepForm = (props: Props) => (
  <StepForm
    line={props.line}
    file={props.file}
    address={props.address}
    csrf={props.csrf}
    fieldOf={(field: StepField) => fieldOf(props)[field]()}
  />
);
const answerOf = (input: StepInput, field: StepField): Content => {
  const value = input[field];
  if (value === undefined) return 'Not given';
  if (typeof value === 'number') return String(value);
  if (field === 'on' || field === 'endsOn') return dayWords(value);
  if (field === 'level') return levelName(value);
  if (field === 'decision') return decisions.find(({ code }) => code === value)?.name ?? value;
  return field === 'chairId' ? 'As chosen' : value;
};
/** Everything that a step will do, before it is done. */
export const AsbStepCheck = ({
  step,
  csrf,
  address,
}: {
  step: Prepared<AsbFile>;
  csrf: string;
  address: string;
}) => (
  <StepCheck
    line={step.line}
    reference={step.file.reference}
    address={address}
    csrf={csrf}
    input={step.input}
    questions={stepFieldWords}
    answerOf={(field: StepField) => answerOf(step.input, field)}
    why={undefined}
  />
);
