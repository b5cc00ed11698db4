import {
  asked,
  Checkboxes,
  type Content,
  Day,
  DayBoxes,
  Input,
  Money,
  problemOf,
  Select,
  Textarea,
  tickedIn,
  toChoose,
} from '../platform/ui/index.ts';
import { momentWords } from './closure.time.ts';
import { encampmentPaperOf } from './encampment.documents.ts';
import type { Encampment } from './encampment.store.ts';
import type { EncampmentField, EncampmentLine } from './encampment.transitions.ts';
import { hearingOf } from './encampment.ts';
import {
  decisionParts,
  decisionPartWords,
  encampmentPaperWords,
  landServices,
  landServiceWords,
  neverWritten,
  policeDecisions,
  policeDecisionWords,
} from './encampment.words.ts';
import type { PreparedEncampment } from './encampment-step.commands.ts';
import { PaperView } from './procedure-paper.pages.tsx';
import { StepCheck, StepForm } from './procedure-step.pages.tsx';

export interface EncampmentStepFormProps {
  line: EncampmentLine;
  file: Encampment;
  officer: string;
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

const Clock = (props: EncampmentStepFormProps & { name: string; label: string }) => (
  <Input
    {...asked(props, props.name)}
    label={props.label}
    hint="By the 24-hour clock, like 14:30"
    classes="govuk-input--width-5"
  />
);

/** Each thing that a line of the table may ask, as its field. */
const fields: Record<EncampmentField, (props: EncampmentStepFormProps) => Content> = {
  at: (props) => (
    <>
      <DayBoxes {...props} name="on" legend={props.line.dayWords} />
      <Clock {...props} name="time" label="Time" />
    </>
  ),
  on: (props) => <DayBoxes {...props} name="on" legend={props.line.dayWords} />,
  ways: (props) => (
    <Checkboxes
      name="ways"
      fieldset={{ legend: { children: 'How it was served', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={problemOf(props, 'ways')}
      values={tickedIn(props, 'ways')}
      items={landServices.map((value) => ({ value, children: landServiceWords[value] }))}
    />
  ),
  by: (props) =>
    props.line.asks.includes('decision') ? (
      <Input {...asked(props, 'by')} label="Rank and name of the officer who decided" />
    ) : (
      <Input {...asked(props, 'by', props.officer)} label="By whom" />
    ),
  told: (props) => <Input {...asked(props, 'told')} label="Who was told, and how" />,
  hearing: (props) => (
    <>
      <DayBoxes {...props} name="hearingOn" legend="Day of the hearing" />
      <Clock {...props} name="hearingTime" label="Time of the hearing" />
    </>
  ),
  court: (props) => <Input {...asked(props, 'court')} label="Magistrates’ court" />,
  until: (props) => <DayBoxes {...props} name="until" legend="Day on which it is looked at again" />,
  decision: (props) => (
    <Select
      {...asked(props, 'decision')}
      label="What the police decided"
      items={toChoose(policeDecisions.map((value) => ({ value, text: policeDecisionWords[value] })))}
    />
  ),
  model: (props) => (
    <>
      <p class="govuk-hint">{neverWritten}</p>
      {decisionParts.map((part) => (
        <Textarea {...asked(props, part)} label={decisionPartWords[part]} rows={2} />
      ))}
    </>
  ),
  cleanup: (props) => (
    <Input
      {...asked(props, 'cleanup')}
      label="What the clean-up cost, in pounds"
      hint="0 if nothing"
      classes="govuk-input--width-10"
      inputmode="decimal"
    />
  ),
  debrief: (props) => (
    <Textarea
      {...asked(props, 'debrief')}
      label="Debrief"
      hint="Times, who did what, complaints, and what is to change here or in the policy"
      rows={5}
    />
  ),
  reason: (props) => (
    <Textarea
      {...asked(props, 'reason')}
      label="Why, in a sentence or two"
      hint={`For your agency alone; it can be read out in court. ${neverWritten}`}
      rows={3}
    />
  ),
};

/** The form of a step of an encampment. */
export const EncampmentStepForm = (props: EncampmentStepFormProps) => (
  <StepForm
    line={props.line}
    file={props.file}
    address={`/encampments/${props.file.id}/steps/${props.line.action}`}
    csrf={props.csrf}
    fieldOf={(field) => fields[field](props)}
  />
);

const words: Record<EncampmentField, (step: PreparedEncampment) => Content> = {
  at: ({ facts }) => momentWords(facts.at),
  on: ({ facts }) => <Day day={facts.on} />,
  ways: ({ input }) => input.ways.map((way) => landServiceWords[way]).join('; '),
  by: ({ input }) => input.by,
  told: ({ input }) => input.told,
  hearing: ({ input }) => {
    const hearing = hearingOf(input);
    return hearing ? momentWords(hearing) : '';
  },
  court: ({ input }) => input.court,
  until: ({ input }) => (input.until ? <Day day={input.until} /> : ''),
  decision: ({ input }) => (input.decision ? policeDecisionWords[input.decision] : ''),
  model: ({ input }) => (
    <>
      {decisionParts.map((part) => (
        <p class="govuk-body">
          {decisionPartWords[part]}: {input[part]}
        </p>
      ))}
    </>
  ),
  cleanup: ({ input }) => <Money pence={Math.round((input.cleanup ?? 0) * 100)} />,
  debrief: ({ input }) => input.debrief,
  reason: ({ input }) => input.reason,
};
const questions: Record<Exclude<EncampmentField, 'on'>, string> = {
  at: 'When',
  ways: 'How it was served',
  by: 'By whom',
  told: 'Who was told',
  hearing: 'Hearing',
  court: 'Court',
  until: 'Looked at again',
  decision: 'Decision',
  model: 'How it was reached',
  cleanup: 'Clean-up',
  debrief: 'Debrief',
  reason: 'Why',
};

/** Everything that a step of an encampment will do, before it is done. */
export const EncampmentStepCheck = ({ step, csrf }: { step: PreparedEncampment; csrf: string }) => (
  <StepCheck
    line={step.line}
    reference={step.facts.file.reference}
    address={`/encampments/${step.facts.file.id}/steps/${step.line.action}`}
    csrf={csrf}
    input={step.input}
    questions={questions}
    answerOf={(field) => words[field](step)}
    why={step.effect.why}
    paper={
      step.paper && (
        <>
          <h2 class="govuk-heading-m">The paper: {encampmentPaperWords[step.paper.kind].toLowerCase()}</h2>
          <PaperView paper={encampmentPaperOf(step.paper)} under={2} />
        </>
      )
    }
  />
);
