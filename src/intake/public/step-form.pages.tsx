import type { FieldProblem } from '../../platform/failures/failures.ts';
import { Button, type Content, Form } from '../../platform/ui/index.ts';
import type { AnswerName, Answers } from './answers.ts';
import { carried } from './answers.ts';
import { type Facts, type Step, stepTitles } from './report-it.steps.ts';

/** What each page of report-it is given. */
export interface StepProps {
  answers: Answers;
  facts: Facts;
  problems: readonly FieldProblem[];
  csrf: string;
}

export const problemOf = (props: { problems: readonly FieldProblem[] }, field: string): string | undefined =>
  props.problems.find((problem) => problem.field === field)?.words;

/** Answers given on other pages, carried in the form itself. */
export const Carried = ({ answers, asked }: { answers: Answers; asked: readonly AnswerName[] }) => (
  <>
    {carried(answers, asked).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

interface StepFormProps extends StepProps {
  step: Step;
  /** The fields that this page itself shows. */
  asked: readonly AnswerName[];
  submit?: string;
  multipart?: boolean;
  children: Content;
}

/** One question: its heading, its fields, and the ways on and back, both of which keep everything typed. */
export function StepForm(props: StepFormProps) {
  const { step, answers, asked, csrf, children } = props;
  return (
    <>
      <h1 class="govuk-heading-l">{stepTitles[step]}</h1>
      <Form
        action={`/report/${step === 'check' ? 'send' : step}`}
        csrfToken={csrf}
        multipart={props.multipart}
      >
        <Carried answers={answers} asked={asked} />
        {/* First in the form, so that Enter goes on, whatever other buttons the page has. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is out of the tab order; only the browser's own Enter uses it. */}
        <button
          type="submit"
          name="go"
          value="continue"
          class="bw-first-button"
          tabindex={-1}
          aria-hidden="true"
        />
        {children}
        <div class="govuk-button-group">
          <Button name="go" value="continue" preventDoubleClick={step === 'check'}>
            {props.submit ?? 'Continue'}
          </Button>
          {step !== 'what' && (
            <Button name="go" value="back" classes="govuk-button--secondary">
              Back
            </Button>
          )}
        </div>
      </Form>
    </>
  );
}
