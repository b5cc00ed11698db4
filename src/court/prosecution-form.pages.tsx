import {
  asked,
  Button,
  Checkboxes,
  DayBoxes,
  FileUpload,
  Form,
  type FormState,
  HiddenFields,
  Input,
  Select,
  stateOf,
  Textarea,
  tickedIn,
  toChoose,
  WarningText,
} from '../platform/ui/index.ts';
import { courtResultWords, itemKindWords, paperWords, unusedTestWords } from './court.words.ts';
import type { EvidenceItem, Prosecution } from './prosecution.store.ts';

type State = FormState & { file: Prosecution; csrf: string };
const options = (words: Readonly<Record<string, string>>) =>
  toChoose(Object.entries(words).map(([value, text]) => ({ value, text })));

/** An exhibit, or material that is not used. */
export function ItemForm(all: State) {
  const props = stateOf(all, 'item');
  return (
    <Form action={`/prosecutions/${props.file.id}/items`} csrfToken={props.csrf} multipart>
      <Select {...asked(props, 'kind')} id="item-kind" label="What it is" items={options(itemKindWords)} />
      <Textarea {...asked(props, 'words')} id="item-words" label="What it shows" rows={3} />
      <DayBoxes {...props} name="capturedOn" legend="Taken on" />
      <Input {...asked(props, 'capturedTime')} label="At" hint="Like 14:30" classes="govuk-input--width-5" />
      <Input {...asked(props, 'capturedBy')} label="By whom" />
      <Input {...asked(props, 'keptAt')} label="Where it is kept" hint="With the number of its seal" />
      <FileUpload
        {...asked(props, 'file')}
        label="File (optional)"
        hint="Smaller than 8 MB. It is hashed as it comes, and kept."
      />
      <Input
        {...asked(props, 'sha256')}
        label="Its SHA-256, where the device gave one (optional)"
        hint="A file that has another hash is refused"
      />
      <Checkboxes
        name="isUnused"
        values={tickedIn(props, 'isUnused')}
        items={[{ value: 'yes', children: 'It is not relied on: unused material' }]}
      />
      <Select
        {...asked(props, 'test')}
        label="Unused material: what it is taken for"
        items={options(unusedTestWords)}
      />
      <Button classes="govuk-button--secondary">Add the item</Button>
    </Form>
  );
}

/** One line of who has an item now. */
export function ContinuityForm(all: State & { items: readonly EvidenceItem[] }) {
  const props = stateOf(all, 'continuity');
  return (
    <Form action={`/prosecutions/${props.file.id}/continuity`} csrfToken={props.csrf}>
      <Select
        {...asked(props, 'number')}
        label="Item"
        items={toChoose(
          all.items.map(({ number, words }) => ({ value: String(number), text: `${number}: ${words}` })),
        )}
      />
      <Textarea
        {...asked(props, 'words')}
        id="continuity-words"
        label="What was done with it"
        hint="Lines are added and never changed"
        rows={2}
      />
      <Button classes="govuk-button--secondary">Add the line</Button>
    </Form>
  );
}

/** The question to the unit, with those whom files on the case are against. */
export function AskForm(all: State & { named: readonly string[] }) {
  const props = stateOf(all, 'ask');
  return (
    <Form action={`/prosecutions/${props.file.id}/enquiries`} csrfToken={props.csrf}>
      <WarningText>
        The unit never answers here with what it holds. You are told on the day of the round that it was
        considered.
      </WarningText>
      <Textarea {...asked(props, 'about')} label="What the case is about" rows={2} />
      <Textarea
        {...asked(props, 'subjects', all.named.map((name) => `person: ${name}`).join('\n'))}
        label="Whom and what it names"
        hint="One a line, like “person: Sam Sample; 1980-01-31”, “phone: 01632 960001”, “vehicle: AB12 CDE”. The date of birth makes a person certain."
        rows={5}
      />
      <Button classes="govuk-button--secondary">Ask the intelligence unit</Button>
    </Form>
  );
}

/** Somebody of the unit, on evidential support, who helps this file; or the end of that. */
export function SupportForm(
  all: State & { isNamed: boolean; choices: readonly { id: string; name: string }[] },
) {
  const props = stateOf(all, all.isNamed ? 'support' : 'end-support');
  const id = all.isNamed ? 'support' : 'end-support';
  return (
    <Form action={`/prosecutions/${props.file.id}/support`} csrfToken={props.csrf}>
      <HiddenFields values={{ act: all.isNamed ? 'name' : 'end' }} />
      <Select
        {...asked(props, 'officerId')}
        id={`${id}-officer`}
        label={all.isNamed ? 'Who supports the file' : 'Whose support ends'}
        items={toChoose(all.choices.map(({ id: value, name: text }) => ({ value, text })))}
      />
      <Textarea {...asked(props, 'words')} id={`${id}-words`} label="Why" rows={2} />
      <Button classes="govuk-button--secondary">{all.isNamed ? 'Name them' : 'End their support'}</Button>
    </Form>
  );
}

/** A paper for the prosecutor. */
export function PaperForm(all: State) {
  const props = stateOf(all, 'paper');
  return (
    <Form action={`/prosecutions/${props.file.id}/papers`} csrfToken={props.csrf}>
      <Select {...asked(props, 'kind')} id="paper-kind" label="Paper" items={options(paperWords)} />
      <Input {...asked(props, 'witness')} label="Witness statement: whose" />
      <Textarea
        {...asked(props, 'words')}
        id="paper-words"
        label="Witness statement: what they say"
        hint="No address: it goes on a page that the defence is not given."
        rows={8}
      />
      <Button classes="govuk-button--secondary">Make the paper</Button>
    </Form>
  );
}

/** What the court decided. */
export function OutcomeForm(all: State) {
  const props = stateOf(all, 'outcome');
  const amount = (name: string, label: string) => (
    <Input {...asked(props, name)} label={label} prefix="£" classes="govuk-input--width-10" />
  );
  return (
    <Form action={`/prosecutions/${props.file.id}/outcome`} csrfToken={props.csrf}>
      <Select {...asked(props, 'result')} label="What the court decided" items={options(courtResultWords)} />
      <Input {...asked(props, 'courtName')} label="Court" />
      <DayBoxes {...props} name="onDay" legend="Day of the decision" />
      <Input {...asked(props, 'defendants')} label="Defendants" classes="govuk-input--width-5" />
      <Input {...asked(props, 'convictions')} label="Of them convicted" classes="govuk-input--width-5" />
      {amount('finePounds', 'Fines (optional)')}
      {amount('confiscationPounds', 'Confiscation (optional)')}
      {amount('compensationPounds', 'Compensation (optional)')}
      <Textarea
        {...asked(props, 'victimWords')}
        label="What victims are told"
        hint="The safeguarding side reads these words to them. Name no other victim."
        rows={3}
      />
      <Button>Record the outcome</Button>
    </Form>
  );
}

/** On the page of a case: leads to the prosecution file of the viewer's own service, and opens it the first time. */
export const ProsecutionButton = (props: {
  file: { id: string; serviceIds: readonly string[] };
  viewer: { serviceIds: readonly string[] };
  csrf: string;
}) =>
  props.file.serviceIds.some((id) => props.viewer.serviceIds.includes(id)) ? (
    <Form action="/prosecutions" csrfToken={props.csrf}>
      <HiddenFields values={{ caseId: props.file.id }} />
      <Button classes="govuk-button--secondary">Prosecution file</Button>
    </Form>
  ) : null;
