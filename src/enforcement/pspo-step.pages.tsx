import { consulteesOn } from '../../reference/pspo.ts';
import {
  asked,
  Checkboxes,
  type Content,
  Day,
  DayBoxes,
  Input,
  problemOf,
  Select,
  Textarea,
  tickedIn,
  toChoose,
} from '../platform/ui/index.ts';
import { PaperView } from './procedure-paper.pages.tsx';
import { StepCheck, StepForm } from './procedure-step.pages.tsx';
import { pspoPaperOf } from './pspo.documents.ts';
import type { PspoField, PspoLine } from './pspo.transitions.ts';
import { lastDayExtended, type PspoFacts } from './pspo.ts';
import { answerWords, consulteeAnswers, toldOutcomes, toldWords } from './pspo.words.ts';
import type { PreparedPspo } from './pspo-step.commands.ts';

export interface PspoStepFormProps {
  line: PspoLine;
  facts: PspoFacts;
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

/** A box of lines: what was typed, as a list too, or what the file says now. */
const Lines = (props: PspoStepFormProps & { name: string; label: string; now: readonly string[] }) => {
  const given = props.typed[props.name];
  const typed = Array.isArray(given) ? { [props.name]: given.join('\n') } : {};
  const state = { ...props, typed: { ...props.typed, ...typed } };
  return (
    <Textarea
      {...asked(state, props.name, props.now.join('\n'))}
      label={props.label}
      hint="Each on a line of its own"
      rows={4}
    />
  );
};
const untilWords: Partial<Record<string, string>> = {
  consult: 'Last day for answers',
  make: 'Last day of the order',
  extend: 'New last day of the order',
};

/** Each thing that a line of the table may ask, as its field. */
const fields: Record<PspoField, (props: PspoStepFormProps) => Content> = {
  on: (props) => <DayBoxes {...props} name="on" legend={props.line.dayWords} />,
  rights: (props) => (
    <Checkboxes
      name="rights"
      errorMessage={problemOf(props, 'rights')}
      values={tickedIn(props, 'rights')}
      items={[
        {
          value: 'yes',
          children: 'The rights to speak and to assemble (Articles 10 and 11) were considered',
        },
      ]}
    />
  ),
  evidence: (props) => (
    <>
      <Textarea
        {...asked(props, 'detriment')}
        label="What shows a detrimental effect on the quality of life, or that it is likely"
        hint="For your agency alone. Count incidents, name nobody."
        rows={4}
      />
      <Textarea
        {...asked(props, 'persistence')}
        label="What shows that it is persistent, unreasonable and justifies the restrictions"
        rows={4}
      />
    </>
  ),
  until: (props) => (
    <>
      <DayBoxes {...props} name="until" legend={untilWords[props.line.action] ?? 'Last day'} />
      {props.line.action === 'extend' && props.facts.file.endsOn && (
        <p class="govuk-hint">{lastDayExtended(props.facts.file.endsOn, props.facts.today)?.why}</p>
      )}
    </>
  ),
  starts: (props) => <DayBoxes {...props} name="starts" legend="First day of the order" />,
  consultee: (props) => (
    <Select
      {...asked(props, 'consultee')}
      label="Consultee"
      items={toChoose(
        consulteesOn(props.facts.today, props.facts.file.isRightOfWay).map(({ code, words }) => ({
          value: code,
          text: words,
        })),
      )}
    />
  ),
  outcome: (props) => (
    <Select
      {...asked(props, 'outcome')}
      label="Were they told?"
      items={toChoose(toldOutcomes.map((value) => ({ value, text: toldWords[value] })))}
    />
  ),
  answer: (props) => (
    <Select
      {...asked(props, 'answer')}
      label="What they answered"
      items={toChoose(consulteeAnswers.map((value) => ({ value, text: answerWords[value] })))}
    />
  ),
  by: (props) => (
    <Input {...asked(props, 'by')} label="Who decided" hint="Like: Cabinet, or the head of a service" />
  ),
  minute: (props) => <Input {...asked(props, 'minute')} label="Minute or record of the decision" />,
  officer: (props) => (
    <Select
      {...asked(props, 'officer')}
      label="Officer"
      items={toChoose(props.facts.colleagues.map(({ id, name }) => ({ value: id, text: name })))}
    />
  ),
  signs: (props) =>
    props.facts.file.signs.length === 0 ? (
      <p class="govuk-body">The file names no places for signs.</p>
    ) : (
      <Checkboxes
        name="signsUp"
        fieldset={{ legend: { children: 'Signs that are up', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={problemOf(props, 'signsUp')}
        values={tickedIn(props, 'signsUp')}
        items={props.facts.file.signs.map((sign) => ({ value: sign, children: sign }))}
      />
    ),
  terms: (props) => (
    <>
      <Lines {...props} name="prohibitions" label="What is prohibited" now={props.facts.file.prohibitions} />
      <Lines {...props} name="requirements" label="What is required" now={props.facts.file.requirements} />
      <Lines {...props} name="exemptions" label="Who is exempt, and when" now={props.facts.file.exemptions} />
    </>
  ),
  names: (props) => (
    <Checkboxes
      name="names"
      fieldset={{
        legend: { children: 'If the text seems to name somebody', classes: 'govuk-fieldset__legend--s' },
      }}
      errorMessage={problemOf(props, 'names')}
      values={tickedIn(props, 'names')}
      items={[
        {
          value: 'yes',
          children:
            'It was read: what looks like a name is a place or a title, and nobody can be told from it',
        },
      ]}
    />
  ),
  reason: (props) => (
    <Textarea
      {...asked(props, 'reason')}
      label="Why or how, in a sentence or two"
      hint="For your agency alone."
      rows={3}
    />
  ),
};

const addressOf = ({ facts, line }: Pick<PspoStepFormProps, 'facts' | 'line'>) =>
  `/pspos/${facts.file.id}/steps/${line.action}`;

/** The form of a step of an order. */
export const PspoStepForm = (props: PspoStepFormProps) => (
  <StepForm
    line={props.line}
    file={props.facts.file}
    address={addressOf(props)}
    csrf={props.csrf}
    fieldOf={(field) => fields[field](props)}
  />
);

const listed = (lines: readonly string[] = []) => lines.join('; ') || 'None';
const words: Record<PspoField, (step: PreparedPspo) => Content> = {
  on: ({ facts }) => <Day day={facts.on} />,
  rights: () => 'Considered',
  evidence: ({ input }) => `${input.detriment ?? ''} ${input.persistence ?? ''}`,
  until: ({ input }) => (input.until ? <Day day={input.until} /> : ''),
  starts: ({ input }) => (input.starts ? <Day day={input.starts} /> : ''),
  consultee: ({ input, facts }) =>
    consulteesOn(facts.on, true).find(({ code }) => code === input.consultee)?.words ?? '',
  outcome: ({ input }) => toldWords[input.outcome ?? 'told'],
  answer: ({ input }) => answerWords[input.answer ?? 'nothing'],
  by: ({ input }) => input.by,
  minute: ({ input }) => input.minute,
  officer: ({ input, facts }) => facts.colleagues.find(({ id }) => id === input.officer)?.name ?? '',
  signs: ({ input }) => listed(input.signsUp),
  terms: ({ input }) =>
    `Prohibited: ${listed(input.prohibitions)}. Required: ${listed(input.requirements)}. Exempt: ${listed(input.exemptions)}.`,
  names: ({ input }) => (input.names ? 'Read: it names nobody' : 'Nobody was found in it'),
  reason: ({ input }) => input.reason,
};
const questions: Record<Exclude<PspoField, 'on'>, string> = {
  rights: 'Articles 10 and 11',
  evidence: 'Evidence',
  until: 'Last day',
  starts: 'First day',
  consultee: 'Consultee',
  outcome: 'Told',
  answer: 'Answer',
  by: 'Decided by',
  minute: 'Minute',
  officer: 'Officer',
  signs: 'Signs that are up',
  terms: 'What the order is to say',
  names: 'People in the text',
  reason: 'Why or how',
};

/** Everything that a step of an order will do, before it is done. */
export const PspoStepCheck = ({ step, csrf }: { step: PreparedPspo; csrf: string }) => (
  <StepCheck
    line={step.line}
    reference={step.facts.file.reference}
    address={addressOf(step)}
    csrf={csrf}
    input={step.input}
    questions={questions}
    answerOf={(field) => words[field](step)}
    why={step.effect.why}
    paper={
      step.paper && (
        <>
          <h2 class="govuk-heading-m">The order as it will be</h2>
          <PaperView paper={pspoPaperOf(step.paper)} under={2} />
        </>
      )
    }
  />
);
