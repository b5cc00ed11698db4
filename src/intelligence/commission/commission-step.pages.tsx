import {
  asked,
  Button,
  Checkboxes,
  Form,
  type FormState,
  Input,
  problemOf,
  Radios,
  Select,
  Textarea,
  tickedIn,
  toChoose,
  typedIn,
  VersionField,
} from '../../platform/ui/index.ts';
import type { Commission } from './commission.store.ts';
import type { CommissionField, CommissionLine } from './commission.transitions.ts';
import {
  assetKinds,
  assetKindWords,
  awardConditions,
  awardConditionWords,
  checkResults,
  checkResultWords,
  commissionOutcomeWords,
  confidences,
  confidenceWords,
  diligenceChecks,
  diligenceCheckWords,
  kindRules,
  refusals,
  refusalWords,
} from './commission.words.ts';

interface StepProps extends FormState {
  one: Commission;
  line: CommissionLine;
  form: string | undefined;
  csrf: string;
}

const small = (children: string) => ({ legend: { children, classes: 'govuk-fieldset__legend--s' } });
const AnswerFields = ({ one, ...state }: FormState & { one: Commission }) => {
  const { answers } = kindRules[one.kind];
  return (
    <>
      <Radios
        name="outcome"
        fieldset={small('What crosses')}
        errorMessage={problemOf(state, 'outcome')}
        value={typedIn(state, 'outcome', '')}
        items={answers.map((value) => ({ value, children: commissionOutcomeWords[value] }))}
      />
      {answers.includes('traced') ? (
        <>
          <Input {...asked(state, 'address')} label="Address" hint="With “Traced” alone." />
          <Input {...asked(state, 'postcode')} label="Postcode" classes="govuk-input--width-10" />
          <Select
            {...asked(state, 'assetKind')}
            label="Kind of asset"
            items={toChoose(assetKinds.map((value) => ({ value, text: assetKindWords[value] })))}
          />
          <Input {...asked(state, 'assetWords')} label="Which asset" />
          <Select
            {...asked(state, 'confidence')}
            label="Confidence"
            items={toChoose(confidences.map((value) => ({ value, text: confidenceWords[value] })))}
          />
        </>
      ) : (
        <>
          <Checkboxes
            name="conditions"
            fieldset={small('Conditions')}
            hint="With “Proceed with conditions” alone. The list is closed, so that no words cross."
            errorMessage={problemOf(state, 'conditions')}
            classes="govuk-checkboxes--small"
            values={tickedIn(state, 'conditions')}
            items={awardConditions.map((value) => ({ value, children: awardConditionWords[value] }))}
          />
          <Checkboxes
            name="checks"
            fieldset={small('Checks in the open, which cross')}
            hint="What a restricted system answered stays here."
            errorMessage={problemOf(state, 'checks')}
            classes="govuk-checkboxes--small"
            values={tickedIn(state, 'checks')}
            items={diligenceChecks.flatMap((check) =>
              checkResults.map((result) => ({
                value: `${check}=${result}`,
                children: `${diligenceCheckWords[check]}: ${checkResultWords[result].toLowerCase()}`,
              })),
            )}
          />
        </>
      )}
      <Textarea
        {...asked(state, 'findings')}
        label="What was found, and where"
        hint="Stays on this side. Whoever commissioned it never reads it."
        rows={4}
      />
      <Input {...asked(state, 'minutes')} label="Minutes that it took" classes="govuk-input--width-5" />
    </>
  );
};

/** The fields of a step, by what its line asks. */
const fields: Readonly<Record<CommissionField, (props: StepProps) => unknown>> = {
  answer: ({ one, problems, typed }) => <AnswerFields {...{ one, problems, typed }} />,
  refusedFor: (props) => (
    <Select
      {...asked(props, 'refusedFor')}
      label="Why not"
      items={toChoose(refusals.map((value) => ({ value, text: refusalWords[value] })))}
    />
  ),
  pounds: (props) => <Input {...asked(props, 'pounds')} label="Pounds" classes="govuk-input--width-10" />,
  onDay: (props) => (
    <Input
      {...asked(props, 'onDay')}
      label="On which day"
      hint="Like 27/11/2026."
      classes="govuk-input--width-10"
    />
  ),
  why: (props) => (
    <Textarea
      {...asked(props, 'why')}
      id={`${props.line.action}-why`}
      label="Why it is asked again"
      hint="The unit reads it, with what it found before. It asks for the same person under the same power, and for what is still owed."
      rows={3}
    />
  ),
  award: (props) => (
    <Radios
      name="award"
      fieldset={small('What was decided')}
      errorMessage={problemOf(props, 'award')}
      value={typedIn(props, 'award', '')}
      items={[
        { value: 'awarded', children: 'Awarded' },
        { value: 'not-awarded', children: 'Not awarded' },
      ]}
    />
  ),
};

/** The form of one step; the one that was refused is shown with what was typed. */
export const StepForm = (props: StepProps) => {
  const { one, line, form, csrf } = props;
  const state = form === line.action ? props : { ...props, problems: [], typed: {} };
  return (
    <section>
      <h2 class="govuk-heading-m">{line.button}</h2>
      <Form action={`/commissions/${one.id}/step`} csrfToken={csrf}>
        <VersionField version={one.version} />
        <input type="hidden" name="action" value={line.action} />
        {line.asks.map((field) => fields[field](state) as never)}
        <Button classes={line.asks.length > 0 ? '' : 'govuk-button--secondary'}>{line.button}</Button>
      </Form>
    </section>
  );
};
