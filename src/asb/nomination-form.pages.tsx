import { contributionKinds, jatacCategories, riskLevels } from '../../reference/asb.ts';
import {
  asked,
  Checkboxes,
  DayBoxes,
  type FormState,
  Input,
  InsetText,
  problemOf,
  Radios,
  Select,
  Textarea,
  tickedIn,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import { choicesOf, optionsOf } from './asb.words.ts';

const legend = (words: string) => ({ legend: { children: words, classes: 'govuk-fieldset__legend--s' } });

export const NominateFields = (
  props: FormState & {
    series: readonly { id: string; name: string }[];
    agencies: readonly { id: string; name: string }[];
    asbId: string | undefined;
  },
) =>
  props.series.length === 0 ? (
    <InsetText>Your agency sits at no such meeting.</InsetText>
  ) : (
    <>
      <input type="hidden" name="asbId" value={typedIn(props, 'asbId', props.asbId ?? '')} />
      <Select
        {...asked(props, 'seriesId')}
        label="Meeting"
        items={toChoose(props.series.map(({ id, name }) => ({ value: id, text: name })))}
      />
      <Select {...asked(props, 'category')} label="Category" items={toChoose(optionsOf(jatacCategories))} />
      <Input {...asked(props, 'subjectName')} label="Who it is about" />
      <Textarea
        {...asked(props, 'words')}
        label="Why the agencies should look at it together"
        hint="Every agency that is told reads it. What is for named people alone is brought afterwards."
        rows={4}
      />
      <Radios
        name="level"
        fieldset={legend('Risk now')}
        errorMessage={problemOf(props, 'level')}
        value={typedIn(props, 'level')}
        items={choicesOf(riskLevels)}
      />
      <Checkboxes
        name="agencies"
        fieldset={legend('Agencies that need to know')}
        hint="The chair is told always. Others do not learn that there is a nomination."
        errorMessage={problemOf(props, 'agencies')}
        classes="govuk-checkboxes--small"
        values={tickedIn(props, 'agencies')}
        items={props.agencies.map(({ id, name }) => ({ value: id, children: name }))}
      />
    </>
  );
export const ContributionFields = (
  props: FormState & { people: readonly { id: string; name: string; agencyName: string }[] },
) => (
  <>
    <Radios
      name="kind"
      fieldset={legend('What it is about')}
      errorMessage={problemOf(props, 'kind')}
      value={typedIn(props, 'kind')}
      items={choicesOf(contributionKinds)}
    />
    <Textarea
      {...asked(props, 'words')}
      label="What your agency knows or does"
      hint="As little as serves"
      rows={5}
    />
    <Radios
      name="audience"
      fieldset={legend('Who reads it')}
      hint="Health and social care are for named people alone. To everybody else, your colleagues too, there is none."
      errorMessage={problemOf(props, 'audience')}
      value={typedIn(props, 'audience')}
      items={[
        { value: 'named', children: 'Named people alone' },
        { value: 'group', children: 'The agencies that are told of the nomination' },
      ]}
    />
    <Checkboxes
      name="audienceIds"
      fieldset={legend('Named people')}
      errorMessage={problemOf(props, 'audienceIds')}
      classes="govuk-checkboxes--small"
      values={tickedIn(props, 'audienceIds')}
      items={props.people.map(({ id, name, agencyName }) => ({
        value: id,
        children: `${name}, ${agencyName}`,
      }))}
    />
    <Radios
      name="basis"
      fieldset={legend('Did the person agree to the sharing?')}
      errorMessage={problemOf(props, 'basis')}
      value={typedIn(props, 'basis')}
      items={[
        { value: 'consent', children: 'Yes' },
        { value: 'without-consent', children: 'No: it is shared without consent' },
      ]}
    />
    <Textarea {...asked(props, 'why')} label="Why it is shared without consent" rows={2} />
  </>
);
const serviceItems = (services: readonly { id: string; name: string; agencyName: string }[]) =>
  toChoose(services.map(({ id, name, agencyName }) => ({ value: id, text: `${name}, ${agencyName}` })));
type Services = FormState & { services: readonly { id: string; name: string; agencyName: string }[] };
const ActionFieldsOf = (props: Services & { due: boolean }) => (
  <>
    <Select
      {...asked(props, 'serviceId')}
      label="Service that is to do it"
      items={serviceItems(props.services)}
    />
    <Textarea
      {...asked(props, 'words')}
      label="What is to be done"
      hint="Read by that agency and the chair. The task itself names nobody."
      rows={3}
    />
    <DayBoxes {...props} name="startsOn" legend="From" />
    {props.due && <DayBoxes {...props} name="dueOn" legend="Done by" />}
  </>
);
export const ActionFields = (props: Services) => <ActionFieldsOf {...props} due />;
export const PlanActionFields = (props: Services & { parts: readonly { code: string; name: string }[] }) => (
  <>
    <Select {...asked(props, 'part')} label="Part of the plan" items={toChoose(optionsOf(props.parts))} />
    <ActionFieldsOf {...props} due={false} />
  </>
);
