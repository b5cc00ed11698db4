import {
  asked,
  Checkboxes,
  type Content,
  Day,
  DayBoxes,
  Input,
  moneyWords,
  problemOf,
  Select,
  Textarea,
  tickedIn,
  toChoose,
} from '../platform/ui/index.ts';
import { serviceMethodCodes, serviceMethods } from './penalty.words.ts';
import { PaperView } from './procedure-paper.pages.tsx';
import { StepCheck, StepForm } from './procedure-step.pages.tsx';
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
      values={tickedIn(props, 'grounds')}
      items={appealGrounds.map((value) => ({
        value,
        children: appealGroundWords[value],
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
  dueOn: (props) => (
    <DayBoxes {...props} name="dueOn" legend="Last day for it" hint="The day that the order itself sets." />
  ),
  pounds: (props) => (
    <Input
      {...asked(props, 'pounds')}
      label="Cost in pounds"
      hint="As it was notified. For your agency alone."
      classes="govuk-input--width-10"
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
      label={props.line.saysWords ?? 'Why, in a sentence or two'}
      hint="For your agency alone; it can be read out in court."
      rows={3}
    />
  ),
};

/** The form of a step of community protection. */
export const ProtectionStepForm = (props: StepFormProps) => (
  <StepForm
    line={props.line}
    file={props.file}
    address={`/protection/${props.file.id}/steps/${props.line.action}`}
    csrf={props.csrf}
    fieldOf={(field) => fields[field](props)}
  />
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
  dueOn: ({ input }) => (input.dueOn ? <Day day={input.dueOn} /> : ''),
  pounds: ({ input }) => (input.pounds === undefined ? '' : moneyWords(Math.round(input.pounds * 100))),
  ending: ({ input }) => (input.ending ? endingWords[input.ending] : ''),
  reason: ({ input }) => input.reason,
};
const questions: Record<Exclude<ProtectionField, 'on'>, string> = {
  how: 'How',
  by: 'By whom',
  grounds: 'Grounds',
  requirementId: 'Requirement',
  newWords: 'As the court put it',
  resumesOn: 'Suspended requirements bind from',
  dueOn: 'To be done by',
  pounds: 'Cost',
  ending: 'Why it ends',
  reason: 'Why',
};

/** Everything that a step of community protection will do, before it is done. */
export const ProtectionStepCheck = ({ step, csrf }: { step: PreparedStep; csrf: string }) => (
  <StepCheck
    line={step.line}
    reference={step.facts.file.reference}
    address={`/protection/${step.facts.file.id}/steps/${step.line.action}`}
    csrf={csrf}
    input={step.input}
    questions={{ ...questions, reason: step.line.saysWords ?? questions.reason }}
    answerOf={(field) => words[field](step)}
    why={step.counted?.why}
    paper={
      step.line.letter &&
      step.letter && (
        <>
          <h2 class="govuk-heading-m">The letter: {letterKindWords[step.line.letter].toLowerCase()}</h2>
          <PaperView paper={letterOf(step.line.letter, step.letter)} under={2} />
        </>
      )
    }
  />
);
