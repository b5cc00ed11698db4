import { type ClosureCheckItem, closureChecklistOn } from '../../reference/closure.ts';
import {
  asked,
  Button,
  Checkboxes,
  Form,
  type FormState,
  HiddenFields,
  Input,
  isTicked,
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
import type { Closure } from './closure.store.ts';
import {
  checkAnswers,
  checkAnswerWords,
  closureGrounds,
  closureGroundWords,
  premisesKinds,
  premisesKindWords,
  relations,
  relationWords,
} from './closure.words.ts';
import type { CheckedItem } from './closure-parts.store.ts';

type State = FormState & { typed: Record<string, unknown>; csrf: string };
/** Somebody who lives at, owns, runs or visits the premises. */
export const OccupantForm = (props: State & { file: Closure }) => (
  <Form action={`/closures/${props.file.id}/occupants`} csrfToken={props.csrf}>
    <VersionField version={props.file.version} />
    <Select
      {...asked(props, 'relation')}
      label="How they stand to the premises"
      items={toChoose(relations.map((value) => ({ value, text: relationWords[value] })))}
    />
    <Input
      {...asked(props, 'name')}
      label="Name, if the file needs it"
      hint="A number and ages are often enough. Name nobody whose address must stay hidden."
      autocomplete="off"
    />
    <LookUpBox state={props} name="recordId" of={['person']} label="Record, if there is one" />
    <Input {...asked(props, 'words')} label="What is known of them" />
    {(
      [
        ['isChild', 'A child'],
        ['isAtRisk', 'An adult at risk, or somebody who may be'],
        ['isBarred', 'The notice keeps them out by name: never somebody who lives there or owns it'],
      ] as const
    ).map(([name, words]) => (
      <Checkboxes
        name={name}
        errorMessage={problemOf(props, name)}
        items={[{ value: 'yes', children: words, checked: isTicked(props, name) }]}
      />
    ))}
    <Button classes="govuk-button--secondary">Add to the file</Button>
  </Form>
);

interface DraftProps extends State {
  action: string;
  /** Hidden values: the case it comes from, or the version being changed. */
  hidden: Record<string, string | number>;
}
/** The form behind a file that is being prepared. What is left out is told by the list of needs, not refused. */
export const ClosureDraftForm = (props: DraftProps) => (
  <Form action={props.action} csrfToken={props.csrf}>
    <HiddenFields values={props.hidden} />
    <Radios
      name="premisesKind"
      fieldset={{ legend: { children: 'What are the premises?', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={problemOf(props, 'premisesKind')}
      value={typedIn(props, 'premisesKind')}
      items={premisesKinds.map((value) => ({ value, children: premisesKindWords[value] }))}
    />
    <Textarea
      {...asked(props, 'address')}
      label="Address"
      hint="For your agency alone; others read the district"
      rows={3}
    />
    <Input
      {...asked(props, 'postcode')}
      label="Postcode"
      hint={
        props.hidden.version === undefined
          ? 'It decides the district.'
          : 'It decides the district. Leave it empty to keep the one there is.'
      }
      classes="govuk-input--width-10"
    />
    <Input {...asked(props, 'ownerWords')} label="Who owns it, as far as is known" />
    <Checkboxes
      name="grounds"
      fieldset={{
        legend: { children: 'What the notice rests on (s.76(1))', classes: 'govuk-fieldset__legend--s' },
      }}
      errorMessage={problemOf(props, 'grounds')}
      values={tickedIn(props, 'grounds')}
      items={closureGrounds.map((value) => ({
        value,
        children: closureGroundWords[value],
      }))}
    />
    <Textarea
      {...asked(props, 'problem')}
      label="What happens there"
      hint="With days and times. Name nobody who may be a victim."
      rows={5}
    />
    <Checkboxes
      name="isNecessary"
      items={[
        {
          value: 'yes',
          children: 'A notice is necessary to prevent it from going on, recurring or occurring',
          checked: isTicked(props, 'isNecessary'),
        },
      ]}
    />
    <Button>Save</Button>
  </Form>
);

const Item = ({ item, ...props }: State & { item: ClosureCheckItem; now: CheckedItem | undefined }) => (
  <>
    <Radios
      name={`answer-${item.code}`}
      classes="govuk-radios--small govuk-radios--inline"
      fieldset={{ legend: { children: item.question, classes: 'govuk-fieldset__legend--s' } }}
      hint={item.hint}
      errorMessage={problemOf(props, `answer-${item.code}`)}
      value={typedIn(props, `answer-${item.code}`, props.now?.answer ?? '')}
      items={checkAnswers.map((value) => ({ value, children: checkAnswerWords[value] }))}
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

/** The whole checklist on one page; it can be saved part by part. */
export const ChecklistForm = (
  props: State & { file: Closure; checks: readonly CheckedItem[]; today: string },
) => (
  <>
    <span class="govuk-caption-l">{props.file.reference}</span>
    <h1 class="govuk-heading-l">Safeguarding checklist</h1>
    <p class="govuk-body">
      Every item needs an answer before the consultation can be recorded. Save as often as you like: an item
      without an answer is left as it is.
    </p>
    <Form action={`/closures/${props.file.id}/checklist`} csrfToken={props.csrf}>
      <VersionField version={props.file.version} />
      {closureChecklistOn(props.today).map((item) => (
        <Item {...props} item={item} now={props.checks.find((one) => one.item === item.code)} />
      ))}
      <Button>Save the checklist</Button>
    </Form>
  </>
);
