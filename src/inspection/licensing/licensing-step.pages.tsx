import { licensingObjectives, licensingOutcomes, licensingParties } from '../../../reference/licensing.ts';
import { PaperView, StepCheck, StepForm } from '../../enforcement/index.ts';
import {
  asked,
  Checkboxes,
  type Content,
  Day,
  DayBoxes,
  problemOf,
  Select,
  Textarea,
  tickedIn,
  toChoose,
} from '../../platform/ui/index.ts';
import { optionsOf } from '../premises.pages.tsx';
import { licensingPaperOf } from './licensing.documents.ts';
import type { LicensingField, LicensingLine } from './licensing.transitions.ts';
import type { LicensingFacts } from './licensing.ts';
import {
  appealResults,
  appealResultWords,
  applicants,
  objectiveName,
  outcomeName,
  partyName,
  standings,
  standingWords,
} from './licensing.words.ts';
import type { PreparedLicensing } from './licensing-step.commands.ts';

export interface LicensingStepFormProps {
  line: LicensingLine;
  facts: LicensingFacts;
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}
const boxes = (
  props: LicensingStepFormProps,
  name: 'grounds' | 'outcomes',
  legend: string,
  rows: readonly { code: string; name: string }[],
) => (
  <Checkboxes
    name={name}
    fieldset={{ legend: { children: legend, classes: 'govuk-fieldset__legend--s' } }}
    errorMessage={problemOf(props, name)}
    values={tickedIn(props, name, name === 'grounds' ? props.facts.file.grounds : [])}
    items={rows.map((row) => ({ value: row.code, children: row.name }))}
  />
);

/** What the reason is called, where it is more than a reason. */
const reasonLabel: Partial<Record<LicensingLine['action'], string>> = {
  'record-representation': 'What they say, in your words. Name nobody',
  'take-interim-steps': 'Which steps were taken',
};

/** Each thing that a line of the table may ask, as its field. */
const fields: Record<LicensingField, (props: LicensingStepFormProps) => Content> = {
  on: (props) => <DayBoxes {...props} name="on" legend={props.line.dayWords} />,
  applicant: (props) => (
    <Select {...asked(props, 'applicant')} label="Who applies" items={toChoose(optionsOf(applicants))} />
  ),
  grounds: (props) =>
    boxes(props, 'grounds', 'Which licensing objectives the grounds are about', licensingObjectives),
  case: (props) => (
    <Textarea
      {...asked(props, 'case')}
      label="The case for a review"
      hint="It goes into the application, which the holder of the licence reads: no name of anybody who complained or bought, and no intelligence. The records of the premises are added below it."
      rows={8}
    />
  ),
  certificate: (props) =>
    props.facts.file.kind === 'summary' ? (
      <Textarea
        {...asked(props, 'certificate')}
        label="Certificate: who of the police certified what, and when"
        rows={3}
      />
    ) : null,
  from: (props) => (
    <Select {...asked(props, 'from')} label="Who it is from" items={toChoose(optionsOf(licensingParties))} />
  ),
  standing: (props) => (
    <Select
      {...asked(props, 'standing')}
      label="Is it for or against the review?"
      items={toChoose(standings.map((value) => ({ value, text: standingWords[value] })))}
    />
  ),
  hearing: (props) => (
    <DayBoxes
      {...props}
      name="hearingOn"
      legend={
        props.line.action === 'decide-appeal'
          ? 'Day of the new hearing, if it was sent back'
          : 'Day of the hearing'
      }
      hint={props.facts.file.hearingWhy ?? undefined}
    />
  ),
  result: (props) => (
    <Select
      {...asked(props, 'result')}
      label="What the court decided"
      items={toChoose(appealResults.map((value) => ({ value, text: appealResultWords[value] })))}
    />
  ),
  outcomes: (props) =>
    boxes(
      props,
      'outcomes',
      props.line.action === 'decide-appeal' ? 'If it decided otherwise: what' : 'What was decided',
      licensingOutcomes,
    ),
  conditions: (props) => (
    <Textarea
      {...asked(props, 'conditions')}
      label="Conditions as they are now, or the activity that is excluded"
      hint="Only where conditions were changed or an activity excluded."
      rows={3}
    />
  ),
  until: (props) => <DayBoxes {...props} name="until" legend="Last day of a suspension" />,
  reason: (props) => (
    <Textarea
      {...asked(props, 'reason')}
      label={reasonLabel[props.line.action] ?? 'Why, in a sentence or two'}
      rows={3}
    />
  ),
};
const addressOf = ({ facts, line }: Pick<LicensingStepFormProps, 'facts' | 'line'>) =>
  `/licence-reviews/${facts.file.id}/steps/${line.action}`;

/** The form of a step of a review. */
export const LicensingStepForm = (props: LicensingStepFormProps) => (
  <StepForm
    line={props.line}
    file={props.facts.file}
    address={addressOf(props)}
    csrf={props.csrf}
    fieldOf={(field) => fields[field](props)}
  />
);

const words: Record<LicensingField, (step: PreparedLicensing) => Content> = {
  on: ({ facts }) => <Day day={facts.on} />,
  applicant: ({ input }) => partyName(input.applicant ?? ''),
  grounds: ({ input }) => input.grounds.map(objectiveName).join('; '),
  case: ({ input }) => input.case,
  certificate: ({ input }) => input.certificate ?? 'None: it is no summary review',
  from: ({ input }) => partyName(input.from ?? ''),
  standing: ({ input }) => standingWords[input.standing ?? 'neither'],
  hearing: ({ input }) => (input.hearingOn ? <Day day={input.hearingOn} /> : 'None'),
  result: ({ input }) => (input.result ? appealResultWords[input.result] : ''),
  outcomes: ({ input }) => input.outcomes.map(outcomeName).join('; ') || 'As it was decided before',
  conditions: ({ input }) => input.conditions ?? 'None',
  until: ({ input }) => (input.until ? <Day day={input.until} /> : 'No suspension'),
  reason: ({ input }) => input.reason,
};
const questions: Record<Exclude<LicensingField, 'on'>, string> = {
  applicant: 'Applicant',
  grounds: 'Grounds',
  case: 'The case',
  certificate: 'Certificate',
  from: 'From',
  standing: 'For or against',
  hearing: 'Hearing',
  result: 'The court’s decision',
  outcomes: 'Decided',
  conditions: 'Conditions or activity',
  until: 'Suspended until',
  reason: 'Why or what',
};

/** Everything that a step of a review will do, before it is done. */
export const LicensingStepCheck = ({ step, csrf }: { step: PreparedLicensing; csrf: string }) => (
  <StepCheck
    line={step.line}
    reference={step.facts.file.reference}
    address={addressOf(step)}
    csrf={csrf}
    input={step.input}
    questions={questions}
    answerOf={(field) => words[field](step)}
    why={step.effect.why || undefined}
    paper={
      step.paper && (
        <>
          <h2 class="govuk-heading-m">The paper as it will be</h2>
          <PaperView paper={licensingPaperOf(step.paper)} under={2} />
        </>
      )
    }
  />
);
