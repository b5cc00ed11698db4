import { type WelfareItem, welfareItemsOn } from '../../reference/encampment.ts';
import {
  asked,
  Button,
  Checkboxes,
  DayBoxes,
  Form,
  type FormState,
  HiddenFields,
  Input,
  isTicked,
  problemOf,
  Radios,
  Textarea,
  typedIn,
  VersionField,
} from '../platform/ui/index.ts';
import type { Encampment } from './encampment.store.ts';
import {
  landKinds,
  landKindWords,
  neverWritten,
  welfareAnswers,
  welfareAnswerWords,
} from './encampment.words.ts';
import type { WelfareCheck } from './encampment-parts.store.ts';

type State = FormState & { typed: Record<string, unknown>; csrf: string };

/** A vehicle on the land. */
export const VehicleForm = (props: State & { file: Encampment }) => (
  <Form action={`/encampments/${props.file.id}/vehicles`} csrfToken={props.csrf}>
    <VersionField version={props.file.version} />
    <Input
      {...asked(props, 'mark')}
      label="Registration mark"
      hint="Spaces do not matter"
      classes="govuk-input--width-10"
      autocomplete="off"
    />
    <Input {...asked(props, 'words')} label="What vehicle it is" hint="Like: white van" />
    <Button classes="govuk-button--secondary">Add the vehicle</Button>
  </Form>
);

interface ReportProps extends State {
  action: string;
  /** Hidden values: the case it comes from, or the version being changed. */
  hidden: Record<string, string | number>;
}
const Count = (props: ReportProps & { name: string; label: string; hint?: string }) => (
  <Input
    {...asked(props, props.name)}
    label={props.label}
    hint={props.hint}
    inputmode="numeric"
    classes="govuk-input--width-3"
  />
);
const Seen = (props: ReportProps & { name: string; label: string }) => (
  <Checkboxes
    name={props.name}
    items={[{ value: 'yes', children: props.label, checked: isTicked(props, props.name) }]}
  />
);

/** The report of an encampment. What is left out is told by the list of needs, not refused. */
export const EncampmentReportForm = (props: ReportProps) => (
  <Form action={props.action} csrfToken={props.csrf}>
    <HiddenFields values={props.hidden} />
    <p class="govuk-body">{neverWritten}</p>
    <Radios
      name="landKind"
      fieldset={{ legend: { children: 'What land is it?', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={problemOf(props, 'landKind')}
      value={typedIn(props, 'landKind')}
      items={landKinds.map((value) => ({ value, children: landKindWords[value] }))}
    />
    <Textarea
      {...asked(props, 'landWords')}
      label="Which land"
      hint="As the direction is to say it. For your agency alone; others read the district."
      rows={2}
    />
    <Input
      {...asked(props, 'postcode')}
      label="A postcode near it"
      hint={
        props.hidden.version === undefined
          ? 'It decides the district.'
          : 'It decides the district. Leave it empty to keep the one there is.'
      }
      classes="govuk-input--width-10"
    />
    <Input {...asked(props, 'ownerWords')} label="Whose land it is, as far as is known" />
    <DayBoxes {...props} name="arrivedOn" legend="Day they came" />
    <Count {...props} name="caravans" label="Caravans" />
    <Count {...props} name="vehicles" label="Other vehicles" />
    <Count {...props} name="adults" label="Adults, if counted" />
    <Count {...props} name="children" label="Children, if counted" />
    <Seen {...props} name="hasWaste" label="There is waste" />
    <Input {...asked(props, 'wasteWords')} label="What waste, and where" />
    <Seen {...props} name="hasDamage" label="There is damage" />
    <Input {...asked(props, 'damageWords')} label="What damage" />
    <Button>Save</Button>
  </Form>
);

const Item = ({ item, ...props }: State & { item: WelfareItem; now: WelfareCheck | undefined }) => (
  <>
    <Radios
      name={`answer-${item.code}`}
      classes="govuk-radios--small govuk-radios--inline"
      fieldset={{ legend: { children: item.question, classes: 'govuk-fieldset__legend--s' } }}
      hint={item.hint}
      errorMessage={problemOf(props, `answer-${item.code}`)}
      value={typedIn(props, `answer-${item.code}`, props.now?.answer ?? '')}
      items={welfareAnswers.map((value) => ({ value, children: welfareAnswerWords[value] }))}
    />
    <Textarea
      {...asked(props, `words-${item.code}`, props.now?.words ?? '')}
      label={
        <>
          What was found or done, or whom you asked
          <span class="govuk-visually-hidden">: {item.question}</span>
        </>
      }
      rows={2}
    />
  </>
);

/** The whole assessment on one page; it can be saved part by part, and asked again while anybody is on the land. */
export const WelfareForm = (
  props: State & { file: Encampment; checks: readonly WelfareCheck[]; today: string },
) => (
  <>
    <span class="govuk-caption-l">{props.file.reference}</span>
    <h1 class="govuk-heading-l">Welfare assessment</h1>
    <p class="govuk-body">
      Every item needs an answer before anybody can be directed to leave. Save as often as you like: an item
      without an answer is left as it is. {neverWritten}
    </p>
    <Form action={`/encampments/${props.file.id}/welfare`} csrfToken={props.csrf}>
      <VersionField version={props.file.version} />
      {welfareItemsOn(props.today).map((item) => (
        <Item {...props} item={item} now={props.checks.find((one) => one.item === item.code)} />
      ))}
      <Button>Save the assessment</Button>
    </Form>
  </>
);
