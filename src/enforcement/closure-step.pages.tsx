import { type ClosureLimitCode, closureLimitOn } from '../../reference/closure.ts';
import {
  asked,
  Checkboxes,
  type Content,
  Day,
  DayBoxes,
  Input,
  problemOf,
  Radios,
  Select,
  Textarea,
  tickedIn,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import { closurePaperOf } from './closure.documents.ts';
import type { Closure } from './closure.store.ts';
import { momentWords } from './closure.time.ts';
import type { ClosureField, ClosureLine } from './closure.transitions.ts';
import { hearingOf } from './closure.ts';
import {
  closureEndings,
  closureEndingWords,
  closurePaperWords,
  serviceWays,
  serviceWayWords,
} from './closure.words.ts';
import type { PreparedClosure } from './closure-step.commands.ts';
import { PaperView } from './procedure-paper.pages.tsx';
import { StepCheck, StepForm } from './procedure-step.pages.tsx';

export interface ClosureStepFormProps {
  line: ClosureLine;
  file: Closure;
  officer: string;
  /** The day whose limits the hints say. */
  today: string;
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

const Clock = (props: ClosureStepFormProps & { name: string; label: string }) => (
  <Input
    {...asked(props, props.name)}
    label={props.label}
    hint="By the 24-hour clock, like 14:30"
    classes="govuk-input--width-5"
  />
);
const everyone = {
  yes: 'Yes: the court keeps out everybody, those who live there too',
  no: 'No: those who live there may stay',
} as const;

const most = ({ today }: ClosureStepFormProps, code: ClosureLimitCode): number =>
  closureLimitOn(code, today)?.most ?? 0;

/** Each thing that a line of the table may ask, as its field. */
const fields: Record<ClosureField, (props: ClosureStepFormProps) => Content> = {
  at: (props) => (
    <>
      <DayBoxes {...props} name="on" legend={props.line.dayWords} />
      <Clock {...props} name="time" label="Time" />
    </>
  ),
  on: (props) => <DayBoxes {...props} name="on" legend={props.line.dayWords} />,
  hours: (props) => (
    <Input
      {...asked(props, 'hours')}
      label="For how many hours"
      hint={
        props.line.action === 'extend-notice'
          ? `Up to ${most(props, 'notice-extension')} more`
          : `Up to ${most(props, 'notice')}; up to ${most(props, 'notice-long')} by a higher office`
      }
      inputmode="numeric"
      classes="govuk-input--width-3"
    />
  ),
  ways: (props) => (
    <Checkboxes
      name="ways"
      fieldset={{
        legend: { children: 'How it was served, so far as could be', classes: 'govuk-fieldset__legend--s' },
      }}
      errorMessage={problemOf(props, 'ways')}
      values={tickedIn(props, 'ways')}
      items={serviceWays.map((value) => ({
        value,
        children: serviceWayWords[value],
      }))}
    />
  ),
  by: (props) => <Input {...asked(props, 'by', props.officer)} label="By whom" />,
  informed: (props) => (
    <Textarea
      {...asked(props, 'informed')}
      label="How those who live there, and whoever controls or owns it, were told"
      hint="Reasonable efforts are asked of you: say what you tried"
      rows={2}
    />
  ),
  hearing: (props) => (
    <>
      <DayBoxes
        {...props}
        name="hearingOn"
        legend="Day of the hearing"
        hint={`Within ${most(props, 'hearing')} hours of service; Christmas Day does not count`}
      />
      <Clock {...props} name="hearingTime" label="Time of the hearing" />
    </>
  ),
  'appeal-hearing': (props) => (
    <DayBoxes {...props} name="hearingOn" legend="Day on which the appeal is heard" />
  ),
  court: (props) => <Input {...asked(props, 'court')} label="Magistrates’ court" />,
  consulted: (props) => (
    <Textarea
      {...asked(props, 'consulted')}
      label="Who was consulted, and when"
      hint="The council where police close premises, the police where a council does, the landlord, social care"
      rows={3}
    />
  ),
  until: (props) => (
    <DayBoxes
      {...props}
      name="until"
      legend={props.line.action === 'adjourn' ? 'Day to which it was adjourned' : 'Last day of the order'}
    />
  ),
  everyone: (props) => (
    <Radios
      name="everyone"
      fieldset={{
        legend: { children: 'Does it keep out those who live there?', classes: 'govuk-fieldset__legend--s' },
      }}
      errorMessage={problemOf(props, 'everyone')}
      value={typedIn(props, 'everyone')}
      items={(['yes', 'no'] as const).map((value) => ({ value, children: everyone[value] }))}
    />
  ),
  ending: (props) => (
    <Select
      {...asked(props, 'ending')}
      label="Why it ends"
      items={toChoose(closureEndings.map((value) => ({ value, text: closureEndingWords[value] })))}
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

/** The form of a step of a closure. */
export const ClosureStepForm = (props: ClosureStepFormProps) => (
  <StepForm
    line={props.line}
    file={props.file}
    address={`/closures/${props.file.id}/steps/${props.line.action}`}
    csrf={props.csrf}
    fieldOf={(field) => fields[field](props)}
  />
);

const words: Record<ClosureField, (step: PreparedClosure) => Content> = {
  at: ({ facts }) => momentWords(facts.at),
  on: ({ facts }) => <Day day={facts.on} />,
  hours: ({ input }) => String(input.hours ?? ''),
  ways: ({ input }) => input.ways.map((way) => serviceWayWords[way]).join('; '),
  by: ({ input }) => input.by,
  informed: ({ input }) => input.informed,
  hearing: ({ input }) => {
    const hearing = hearingOf(input);
    return hearing ? momentWords(hearing) : '';
  },
  'appeal-hearing': ({ input }) => (input.hearingOn ? <Day day={input.hearingOn} /> : ''),
  court: ({ input }) => input.court,
  consulted: ({ input }) => input.consulted,
  until: ({ input }) => (input.until ? <Day day={input.until} /> : ''),
  everyone: ({ input }) => (input.everyone ? everyone[input.everyone] : ''),
  ending: ({ input }) => (input.ending ? closureEndingWords[input.ending] : ''),
  reason: ({ input }) => input.reason,
};
const questions: Record<Exclude<ClosureField, 'on'>, string> = {
  at: 'When',
  hours: 'Hours',
  ways: 'How it was served',
  by: 'By whom',
  informed: 'How they were told',
  hearing: 'Hearing',
  'appeal-hearing': 'Hearing of the appeal',
  court: 'Court',
  consulted: 'Who was consulted',
  until: 'Until',
  everyone: 'Those who live there kept out',
  ending: 'Why it ends',
  reason: 'Why',
};

/** Everything that a step of a closure will do, before it is done. */
export const ClosureStepCheck = ({ step, csrf }: { step: PreparedClosure; csrf: string }) => (
  <StepCheck
    line={step.line}
    reference={step.facts.file.reference}
    address={`/closures/${step.facts.file.id}/steps/${step.line.action}`}
    csrf={csrf}
    input={step.input}
    questions={questions}
    answerOf={(field) => words[field](step)}
    why={step.counted?.why}
    paper={
      step.paper && (
        <>
          <h2 class="govuk-heading-m">The paper: {closurePaperWords[step.paper.kind].toLowerCase()}</h2>
          <PaperView paper={closurePaperOf(step.paper)} under={2} />
        </>
      )
    }
  />
);
