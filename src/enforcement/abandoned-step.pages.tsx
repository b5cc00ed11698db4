import { noticeLimits, storageLimitOn } from '../../reference/abandoned.ts';
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
import { abandonedPaperOf } from './abandoned.documents.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';
import type { AbandonedField, AbandonedLine } from './abandoned.transitions.ts';
import {
  abandonedPaperWords,
  disposals,
  disposalWords,
  noticeWays,
  noticeWayWords,
} from './abandoned.words.ts';
import { periodWords } from './abandoned-effects.ts';
import type { PreparedAbandoned } from './abandoned-step.commands.ts';
import { momentWords } from './closure.time.ts';
import { PaperView } from './procedure-paper.pages.tsx';
import { StepCheck, StepForm } from './procedure-step.pages.tsx';

export interface AbandonedStepFormProps {
  line: AbandonedLine;
  file: AbandonedVehicle;
  officer: string;
  today: string;
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

const storageHint = (today: string): string => {
  const limit = storageLimitOn(today);
  return limit
    ? `From ${limit.least} to ${limit.most}, as your council decided. Councils differ: the two numbers are what others publish.`
    : '';
};
const whoWords: Partial<Record<AbandonedLine['action'], string>> = {
  'record-objection': 'Who objects',
  'record-claim': 'Who claims it',
};

/** Each thing that a line of the table may ask, as its field. */
const fields: Record<AbandonedField, (props: AbandonedStepFormProps) => Content> = {
  at: (props) => (
    <>
      <DayBoxes {...props} name="on" legend={props.line.dayWords} />
      <Input
        {...asked(props, 'time')}
        label="Time"
        hint="By the 24-hour clock, like 14:30"
        classes="govuk-input--width-5"
      />
    </>
  ),
  on: (props) => <DayBoxes {...props} name="on" legend={props.line.dayWords} />,
  period: (props) => (
    <Radios
      name="period"
      fieldset={{ legend: { children: 'How long the notice runs', classes: 'govuk-fieldset__legend--s' } }}
      hint="As your council’s policy has it for this land and this vehicle."
      errorMessage={problemOf(props, 'period')}
      value={typedIn(props, 'period')}
      items={noticeLimits
        .filter(({ land, validTo }) => land === 'public' && validTo === null)
        .map(({ code, words }) => ({ value: code, children: words }))}
    />
  ),
  ways: (props) => (
    <Checkboxes
      name="ways"
      fieldset={{ legend: { children: 'How it was served', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={problemOf(props, 'ways')}
      values={tickedIn(props, 'ways')}
      items={noticeWays.map((value) => ({ value, children: noticeWayWords[value] }))}
    />
  ),
  by: (props) => <Input {...asked(props, 'by', props.officer)} label="By whom" />,
  told: (props) => (
    <Input {...asked(props, 'told')} label="Who was told, and how" hint="With the reference that they gave" />
  ),
  who: (props) => (
    <Input
      {...asked(props, 'who')}
      label={whoWords[props.line.action] ?? 'Who it was'}
      hint="For your agency alone. A name, and no address."
    />
  ),
  storage: (props) => (
    <Input
      {...asked(props, 'storage')}
      label="For how many days it is stored"
      hint={storageHint(props.today)}
      classes="govuk-input--width-3"
      inputmode="numeric"
    />
  ),
  store: (props) => <Input {...asked(props, 'store')} label="Where it is stored" />,
  disposal: (props) => (
    <Select
      {...asked(props, 'disposal')}
      label="How it was disposed of"
      items={toChoose(disposals.map((value) => ({ value, text: disposalWords[value] })))}
    />
  ),
  evidence: (props) => (
    <Textarea
      {...asked(props, 'evidence')}
      label="What shows it"
      hint="Photographs, a note, a letter: what it is and where it is kept"
      rows={2}
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

/** The form of a step of an abandoned vehicle. */
export const AbandonedStepForm = (props: AbandonedStepFormProps) => (
  <StepForm
    line={props.line}
    file={props.file}
    address={`/abandoned-vehicles/${props.file.id}/steps/${props.line.action}`}
    csrf={props.csrf}
    fieldOf={(field) => fields[field](props)}
  />
);

const words: Record<AbandonedField, (step: PreparedAbandoned) => Content> = {
  at: ({ facts }) => momentWords(facts.at),
  on: ({ facts }) => <Day day={facts.on} />,
  period: ({ input, facts }) => (input.period ? periodWords(input.period, facts.on) : ''),
  ways: ({ input }) => input.ways.map((way) => noticeWayWords[way]).join('; '),
  by: ({ input }) => input.by,
  told: ({ input }) => input.told,
  who: ({ input }) => input.who,
  storage: ({ input }) => `${input.storage ?? ''} days`,
  store: ({ input }) => input.store,
  disposal: ({ input }) => (input.disposal ? disposalWords[input.disposal] : ''),
  evidence: ({ input }) => input.evidence,
  reason: ({ input }) => input.reason,
};
const questions: Record<Exclude<AbandonedField, 'on'>, string> = {
  at: 'When',
  period: 'The notice runs',
  ways: 'How it was served',
  by: 'By whom',
  told: 'Who was told',
  who: 'Who it was',
  storage: 'Stored for',
  store: 'Where it is stored',
  disposal: 'How it was disposed of',
  evidence: 'What shows it',
  reason: 'Why',
};

/** Everything that a step of an abandoned vehicle will do, before it is done. */
export const AbandonedStepCheck = ({ step, csrf }: { step: PreparedAbandoned; csrf: string }) => (
  <StepCheck
    line={step.line}
    reference={step.facts.file.reference}
    address={`/abandoned-vehicles/${step.facts.file.id}/steps/${step.line.action}`}
    csrf={csrf}
    input={step.input}
    questions={questions}
    answerOf={(field) => words[field](step)}
    why={step.effect.why}
    paper={
      step.paper && (
        <>
          <h2 class="govuk-heading-m">The paper: {abandonedPaperWords[step.paper.kind].toLowerCase()}</h2>
          <PaperView paper={abandonedPaperOf(step.paper)} under={2} />
        </>
      )
    }
  />
);
