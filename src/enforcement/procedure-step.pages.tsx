import {
  Button,
  CheckAnswers,
  type Content,
  Form,
  InsetText,
  inSentence,
  VersionField,
} from '../platform/ui/index.ts';

/** What the form of a step shows of its line of the table. */
interface StepLine<Field extends string> {
  action: string;
  button: string;
  basis: string;
  /** What the day or moment that is asked for is. */
  dayWords: string;
  asks: readonly Field[];
}

interface StepFormProps<Field extends string> {
  line: StepLine<Field>;
  file: { reference: string; version: number };
  /** The address of the step. */
  address: string;
  csrf: string;
  /** Each thing that a line may ask, as its field. */
  fieldOf: (field: Field) => Content;
}

/** The form of a step: what its line of the table asks, and nothing else. */
export const StepForm = <Field extends string>(props: StepFormProps<Field>) => (
  <>
    <span class="govuk-caption-l">{props.file.reference}</span>
    <h1 class="govuk-heading-l">{props.line.button}</h1>
    <p class="govuk-hint">{props.line.basis}</p>
    <Form action={`${props.address}/check`} csrfToken={props.csrf}>
      <VersionField version={props.file.version} />
      {props.line.asks.map(props.fieldOf)}
      <Button>Continue</Button>
    </Form>
  </>
);

/** What a form said, to be sent again as it was when it is confirmed or changed. */
const again = (input: object): [string, string][] =>
  Object.entries(input).flatMap(([name, value]): [string, string][] => {
    if (Array.isArray(value)) return value.map((one) => [name, String(one)]);
    return value === undefined ? [] : [[name, String(value)]];
  });

interface StepCheckProps<Field extends string> {
  line: StepLine<Field>;
  reference: string;
  /** The address of the step. */
  address: string;
  csrf: string;
  /** Everything that the form said. */
  input: object;
  /** What each field is called on this page; of a day or a moment the line says it. */
  questions: Readonly<Record<Exclude<Field, 'on'>, string>>;
  answerOf: (field: Field) => Content;
  /** How the clock that it starts was counted. */
  why: string | undefined;
  /** The paper as it will be, where the step makes one. */
  paper?: Content;
}

/** Everything that a step will do, before it is done: the answers, the clock it starts and the paper as it will be. */
export function StepCheck<Field extends string>(props: StepCheckProps<Field>) {
  const { line, address, csrf } = props;
  const questions: Readonly<Partial<Record<string, string>>> = props.questions;
  const answers = again(props.input).map(([name, value]) => (
    <input type="hidden" name={name} value={value} />
  ));
  return (
    <>
      <span class="govuk-caption-l">{props.reference}</span>
      <h1 class="govuk-heading-l">Check before you {inSentence(line.button)}</h1>
      <CheckAnswers
        sections={[
          {
            answers: line.asks.map((field) => ({
              question: questions[field] ?? line.dayWords,
              answer: props.answerOf(field),
            })),
          },
        ]}
      />
      {props.why && <InsetText>{props.why}</InsetText>}
      {props.paper}
      <Form action={address} csrfToken={csrf}>
        {answers}
        <Button>{line.button}</Button>
      </Form>
      {line.asks.length > 0 && (
        <Form action={`${address}/check`} csrfToken={csrf}>
          {answers}
          <input type="hidden" name="change" value="yes" />
          <Button classes="govuk-button--secondary">Change the answers</Button>
        </Form>
      )}
    </>
  );
}
