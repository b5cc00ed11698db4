import {
  asked,
  Button,
  CheckAnswers,
  Checkboxes,
  type Content,
  Day,
  Form,
  Input,
  InsetText,
  problemOf,
  Select,
  Textarea,
  toChoose,
} from '../platform/ui/index.ts';
import { serviceMethodCodes, serviceMethods } from './penalty.words.ts';
import { PaperView } from './penalty-paper.pages.tsx';
import { letterOf } from './protection.documents.ts';
import type { Protection } from './protection.store.ts';
import type { ProtectionField, ProtectionLine } from './protection.transitions.ts';
import {
  appealGrounds,
  appealGroundWords,
  endings,
  endingWords,
  letterKindWords,
  requirementKindWords,
} from './protection.words.ts';
import { DayBoxes, tickedIn } from './protection-form.pages.tsx';
import type { Requirement } from './protection-parts.store.ts';
import type { PreparedStep } from './protection-step.commands.ts';

export interface StepFormProps {
  line: ProtectionLine;
  file: Protection;
  requirements: readonly Requirement[];
  officer: string;
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

const requirementText = (r: Requirement): string => `${requirementKindWords[r.kind]}: ${r.words}`;

/** Each thing that a line of the table may ask, as its field. */
const fields: Record<ProtectionField, (props: StepFormProps) => Content> = {
  how: (props) => (
    <Select
      {...asked(props, 'how')}
      label="How"
      items={toChoose(serviceMethodCodes.map((code) => ({ value: code, text: serviceMethods[code].words })))}
    />
  ),
  on: (props) => <DayBoxes {...props} name="on" legend={props.line.dayWords} />,
  by: (props) => <Input {...asked(props, 'by', props.officer)} label="By whom" />,
  grounds: (props) => (
    <Checkboxes
      name="grounds"
      fieldset={{ legend: { children: 'Grounds of the appeal', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={problemOf(props, 'grounds')}
      items={appealGrounds.map((value) => ({
        value,
        children: appealGroundWords[value],
        checked: tickedIn(props.typed, 'grounds').includes(value),
      }))}
    />
  ),
  requirementId: (props) => (
    <Select
      {...asked(props, 'requirementId')}
      label="Which requirement"
      items={toChoose(
        props.requirements
          .filter((r) => r.stage === 'notice')
          .map((r) => ({ value: r.id, text: requirementText(r) })),
      )}
    />
  ),
  newWords: (props) => (
    <Textarea {...asked(props, 'newWords')} label="The requirement as the court put it" rows={2} />
  ),
  resumesOn: (props) => (
    <DayBoxes
      {...props}
      name="resumesOn"
      legend="Day from which the suspended requirements bind again"
      hint="As the court said; the day of the decision if it said nothing."
    />
  ),
  ending: (props) => (
    <Select
      {...asked(props, 'ending')}
      label="Why it ends"
      items={toChoose(endings.map((value) => ({ value, text: endingWords[value] })))}
    />
  ),
  reason: (props) => (
    <Textarea
      {...asked(props, 'reason')}
      label="Why, in a sentence or two"
      hint="For your agency alone; it can be read out in court."
      rows={3}
    />
  ),
};

/** The form of a step: what its line of the table asks, and nothing else. */
export const StepForm = (props: StepFormProps) => (
  <>
    <span class="govuk-caption-l">{props.file.reference}</span>
    <h1 class="govuk-heading-l">{props.line.button}</h1>
    <p class="govuk-hint">{props.line.basis}</p>
    <Form action={`/protection/${props.file.id}/steps/${props.line.action}/check`} csrfToken={props.csrf}>
      <input type="hidden" name="version" value={props.file.version} />
      {props.line.asks.map((field) => fields[field](props))}
      <Button>Continue</Button>
    </Form>
  </>
);

const words: Record<ProtectionField, (step: PreparedStep) => Content> = {
  how: ({ input }) => (input.how ? serviceMethods[input.how].words : ''),
  on: ({ input }) => (input.on ? <Day day={input.on} /> : ''),
  by: ({ input }) => input.by,
  grounds: ({ input }) => input.grounds.map((g) => appealGroundWords[g]).join('; '),
  requirementId: ({ input, facts }) =>
    facts.requirements.filter((r) => r.id === input.requirementId).map(requirementText)[0] ?? '',
  newWords: ({ input }) => input.newWords,
  resumesOn: ({ input }) => (input.resumesOn ? <Day day={input.resumesOn} /> : ''),
  ending: ({ input }) => (input.ending ? endingWords[input.ending] : ''),
  reason: ({ input }) => input.reason,
};
const questions: Record<ProtectionField, string> = {
  how: 'How',
  on: 'Day',
  by: 'By whom',
  grounds: 'Grounds',
  requirementId: 'Requirement',
  newWords: 'As the court put it',
  resumesOn: 'Suspended requirements bind from',
  ending: 'Why it ends',
  reason: 'Why',
};

/** What the form said, to be sent again as it was when it is confirmed or changed. */
const again = (input: PreparedStep['input']): [string, string][] =>
  Object.entries(input).flatMap(([name, value]): [string, string][] => {
    if (Array.isArray(value)) return value.map((one) => [name, String(one)]);
    return value === undefined ? [] : [[name, String(value)]];
  });

/** Everything that the step will do, before it is done: the answers, the clock it starts and the letter as it will be. */
export function StepCheck({ step, csrf }: { step: PreparedStep; csrf: string }) {
  const { line, facts, input, counted, letter } = step;
  const { file } = facts;
  const address = `/protection/${file.id}/steps/${line.action}`;
  const answers = again(input).map(([name, value]) => <input type="hidden" name={name} value={value} />);
  return (
    <>
      <span class="govuk-caption-l">{file.reference}</span>
      <h1 class="govuk-heading-l">
        Check before you {line.button.charAt(0).toLowerCase() + line.button.slice(1)}
      </h1>
      <CheckAnswers
        sections={[
          {
            answers: line.asks.map((field) => ({
              question: field === 'on' ? line.dayWords : questions[field],
              answer: words[field](step),
            })),
          },
        ]}
      />
      {counted && <InsetText>{counted.why}</InsetText>}
      {line.letter && letter && (
        <>
          <h2 class="govuk-heading-m">The letter: {letterKindWords[line.letter].toLowerCase()}</h2>
          <PaperView paper={letterOf(line.letter, letter)} under={2} />
        </>
      )}
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
