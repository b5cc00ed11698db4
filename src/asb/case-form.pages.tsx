import {
  type AsbSettings,
  asbCategories,
  asbChannels,
  asbMeasures,
  asbSubTypes,
  breachResults,
  riskOverrides,
} from '../../reference/asb.ts';
import {
  asked,
  Checkboxes,
  DayBoxes,
  type FormState,
  Input,
  InsetText,
  LookUpBox,
  problemOf,
  Radios,
  Select,
  Textarea,
  tickedIn,
  toChoose,
  typedIn,
  VersionField,
} from '../platform/ui/index.ts';
import { choicesOf, optionsOf } from './asb.words.ts';
import type { Complainant } from './case.store.ts';
import { orderKinds, orderKindWords } from './order.transitions.ts';

const legend = (words: string) => ({ legend: { children: words, classes: 'govuk-fieldset__legend--s' } });
export interface People {
  colleagues: readonly { id: string; name: string }[];
}
export const ComplainantFields = (props: FormState & People) => (
  <>
    <Input {...asked(props, 'name')} label="Who complains" />
    <Input
      {...asked(props, 'phone')}
      label="Telephone (optional)"
      type="tel"
      classes="govuk-input--width-20"
    />
    <Input {...asked(props, 'email')} label="E-mail (optional)" type="email" />
    <Input
      {...asked(props, 'wishes')}
      label="How they wish to be reached (optional)"
      hint="When, by whom, what never to do"
    />
    <LookUpBox
      state={props}
      name="recordId"
      of={['person', 'organisation']}
      label="Their record (optional)"
    />
    <Select
      {...asked(props, 'contactOfficerId')}
      label="Their one contact"
      hint="One person of your agency keeps in touch with them until it is resolved"
      items={toChoose(props.colleagues.map(({ id, name }) => ({ value: id, text: name })))}
    />
  </>
);
export const OpenFields = (
  props: FormState & People & { districts: readonly { code: string; name: string }[] },
) => (
  <>
    <DayBoxes {...props} name="receivedOn" legend="Day it was reported" />
    <Select {...asked(props, 'channel')} label="How it came" items={toChoose(optionsOf(asbChannels))} />
    <LookUpBox state={props} name="reportId" of={['report']} label="The report (optional)" />
    <Radios
      name="category"
      fieldset={legend('Category')}
      errorMessage={problemOf(props, 'category')}
      value={typedIn(props, 'category')}
      items={choicesOf(asbCategories)}
    />
    <Select {...asked(props, 'subType')} label="Kind" items={toChoose(optionsOf(asbSubTypes))} />
    <Textarea {...asked(props, 'summary')} label="What happens" rows={4} />
    <Input
      {...asked(props, 'placeWords')}
      label="Where it happens"
      hint="In words, where it has no record. An address that must stay hidden belongs in its record and nowhere else."
    />
    <LookUpBox state={props} name="placeRecordId" of={['place']} label="Record of the place (optional)" />
    <Select {...asked(props, 'districtCode')} label="District" items={toChoose(optionsOf(props.districts))} />
    <Input {...asked(props, 'subjectName')} label="Whom it is about (optional)" />
    <LookUpBox
      state={props}
      name="subjectRecordId"
      of={['person', 'organisation']}
      label="Their record (optional)"
    />
    <ComplainantFields {...props} />
  </>
);
const whom = (complainants: readonly Complainant[]) =>
  complainants.map(({ id, position, name }) => ({ value: id, text: `${position}. ${name}` }));
export const ContactFields = (props: FormState & { complainants: readonly Complainant[] }) => (
  <>
    <Select {...asked(props, 'complainantId')} label="Whom" items={toChoose(whom(props.complainants))} />
    <DayBoxes {...props} name="onDay" legend="Day" />
    <Textarea {...asked(props, 'words')} label="What they were told, and said" rows={4} />
  </>
);
export const IncidentFields = (props: FormState & { complainants: readonly Complainant[] }) => (
  <>
    <DayBoxes {...props} name="onDay" legend="Day it happened" />
    <Textarea {...asked(props, 'words')} label="What happened" rows={4} />
    <Select
      {...asked(props, 'complainantId')}
      label="Who told of it (optional)"
      items={[{ value: '', text: 'Nobody of them, or not known' }, ...whom(props.complainants)]}
    />
    <LookUpBox state={props} name="reportId" of={['report']} label="The report (optional)" />
  </>
);
/** The agency's matrix, item by item. */
export const AssessmentFields = (props: FormState & { settings: AsbSettings; version: number }) => (
  <>
    <VersionField version={props.version} />
    <InsetText>
      Medium from {props.settings.mediumFrom}, high from {props.settings.highFrom} of{' '}
      {props.settings.items.length * 3}. 0 is not at all, 3 is very much.
    </InsetText>
    {props.settings.items.map(({ code, name }) => (
      <Radios
        name={`score-${code}`}
        fieldset={legend(name)}
        classes="govuk-radios--inline govuk-radios--small"
        errorMessage={problemOf(props, `score-${code}`)}
        value={typedIn(props, `score-${code}`)}
        items={['0', '1', '2', '3'].map((score) => ({ value: score, children: score }))}
      />
    ))}
    <Checkboxes
      name="overrides"
      fieldset={legend('High whatever the score')}
      errorMessage={problemOf(props, 'overrides')}
      values={tickedIn(props, 'overrides')}
      items={choicesOf(riskOverrides)}
    />
    <Textarea
      {...asked(props, 'overrideWords')}
      label="Why it is high whatever the score"
      hint="Where one of these is ticked"
      rows={2}
    />
    <Textarea {...asked(props, 'victimWords')} label="What the victim says of the risk" rows={3} />
    <Textarea {...asked(props, 'words')} label="What else counts (optional)" rows={2} />
  </>
);
export const MeasureFields = (props: FormState) => (
  <>
    <Select {...asked(props, 'kind')} label="What was done" items={toChoose(optionsOf(asbMeasures))} />
    <DayBoxes {...props} name="onDay" legend="Day" />
    <Textarea {...asked(props, 'words')} label="What, and with what result" rows={4} />
    <Textarea
      {...asked(props, 'victimViews')}
      label="The victim’s views"
      hint="Asked for first of a community remedy (2014 Act s.102)"
      rows={2}
    />
  </>
);
export const OrderFields = (props: FormState) => (
  <>
    <Radios
      name="kind"
      fieldset={legend('Which')}
      errorMessage={problemOf(props, 'kind')}
      value={typedIn(props, 'kind')}
      items={orderKinds.map((kind) => ({ value: kind, children: orderKindWords[kind] }))}
    />
    <Input
      {...asked(props, 'age')}
      label="Their age in years"
      inputmode="numeric"
      classes="govuk-input--width-3"
    />
    <Textarea {...asked(props, 'terms')} label="Terms or conditions, one a line" rows={5} />
    <Input {...asked(props, 'court')} label="Court, of an order" />
    <DayBoxes {...props} name="convictedOn" legend="Day of the conviction, of an order" />
    <DayBoxes {...props} name="youthTeamOn" legend="Day the youth offending team was consulted, under 18" />
  </>
);
export const BreachFields = (props: FormState) => (
  <>
    <DayBoxes {...props} name="onDay" legend="Day of the breach" />
    <Textarea {...asked(props, 'words')} label="What happened" rows={3} />
    <Radios
      name="result"
      fieldset={legend('What came of it')}
      errorMessage={problemOf(props, 'result')}
      value={typedIn(props, 'result')}
      items={choicesOf(breachResults)}
    />
    <DayBoxes {...props} name="custodyFrom" legend="Day custody began" />
    <DayBoxes {...props} name="releaseOn" legend="Day the release is expected" />
  </>
);
