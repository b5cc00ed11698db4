import { gateways } from '../../../reference/gateways.ts';
import {
  asked,
  Button,
  Checkboxes,
  type Content,
  Form,
  type FormState,
  Input,
  InsetText,
  problemOf,
  Select,
  Textarea,
  tickedIn,
  toChoose,
  WarningText,
} from '../../platform/ui/index.ts';
import { gradeMark } from '../item/grade.rules.ts';
import type { PriorityLine } from '../strategy/strategy.store.ts';
import { conditionRules } from './condition.rules.ts';
import type { Usable } from './draft.store.ts';
import { partWords } from './package.words.ts';

/** What every form that drafts a product offers. */
export interface DraftFieldsProps extends FormState {
  usable: readonly Usable[];
  agencies: readonly { id: string; name: string }[];
  /** Chosen already: the paragraphs of the item that one came from. */
  chosen: readonly string[];
  /** Of the control strategy that holds. */
  priorities: readonly PriorityLine[];
  /** The one that stands there unless another is chosen. */
  priorityId?: string | undefined;
  /** It can leave without a paragraph: its figures are enough. */
  isOfFigures?: boolean;
}

const longParts = ['harm', 'prevention', 'intelligence', 'enforcement', 'gaps', 'recommendations'] as const;

/** The fields of a draft: what is known, what could be done, to whom it goes and on which conditions. */
export const DraftFields = (props: DraftFieldsProps) => {
  const { usable, agencies, chosen, priorities, priorityId, isOfFigures, ...state } = props;
  return (
    <>
      <Input {...asked(state, 'title')} label="What it is about, in a line" />
      {usable.length === 0 ? (
        <WarningText>
          {isOfFigures
            ? 'No item is ready, so that it can leave with its figures and what you write alone.'
            : 'No item is ready yet. Grade and link one first.'}
        </WarningText>
      ) : (
        <Checkboxes
          name="paragraphs"
          fieldset={{ legend: 'What is known' }}
          hint="Text that may cross, of items that are ready."
          errorMessage={problemOf(state, 'paragraphs')}
          classes="govuk-checkboxes--small"
          values={tickedIn(state, 'paragraphs', chosen)}
          items={usable.map((one) => ({
            value: one.id,
            children: `${one.itemReference} (${gradeMark(one.grade)}): ${one.sanitised}`,
          }))}
        />
      )}
      {(problemOf(state, 'looked') || tickedIn(state, 'looked').includes('yes')) && (
        <Checkboxes
          name="looked"
          fieldset={{ legend: 'Signs of who gave it' }}
          errorMessage={problemOf(state, 'looked')}
          classes="govuk-checkboxes--small"
          values={tickedIn(state, 'looked')}
          items={[{ value: 'yes', children: 'I have looked at each of these, and none tells who gave it' }]}
        />
      )}
      {longParts.map((part) => (
        <Textarea {...asked(state, part)} label={`${partWords[part]} (optional)`} rows={2} />
      ))}
      <Input
        {...asked(state, 'safety')}
        label="Officer safety (optional)"
        hint="Type and precaution, never why."
      />
      {priorities.length > 0 && (
        <Select
          {...asked(state, 'priorityId', priorityId)}
          label="Priority of the control strategy that it answers"
          items={[
            { value: '', text: 'None of them' },
            ...priorities.map(({ id, position, title }) => ({ value: id, text: `${position}. ${title}` })),
          ]}
        />
      )}
      <Select
        {...asked(state, 'gateway')}
        label="Gateway"
        items={toChoose(gateways.map(({ code, name }) => ({ value: code, text: name })))}
      />
      <Input {...asked(state, 'purpose')} label="For what purpose" />
      <Checkboxes
        name="agencies"
        fieldset={{ legend: 'Agencies that receive it' }}
        hint="All their caseworkers may open it. Name officers instead where fewer should."
        errorMessage={problemOf(state, 'agencies')}
        classes="govuk-checkboxes--small"
        values={tickedIn(state, 'agencies')}
        items={agencies.map(({ id, name }) => ({ value: id, children: name }))}
      />
      <Textarea
        {...asked(state, 'officers')}
        label="Officers who receive it"
        hint="Their e-mail addresses, one a line."
        rows={2}
      />
      <Checkboxes
        name="conditions"
        fieldset={{ legend: 'Conditions that the system keeps' }}
        hint="Those of the paragraphs, and of what is counted, come with them, ticked or not."
        classes="govuk-checkboxes--small"
        values={tickedIn(state, 'conditions')}
        items={conditionRules.map(({ code, words }) => ({ value: code, children: words }))}
      />
      <Input
        {...asked(state, 'deadline')}
        label="Answer by"
        hint="Like 4/12/2026."
        classes="govuk-input--width-10"
      />
    </>
  );
};

/** Said above every form that drafts what crosses. */
export const CrossesNotice = () => (
  <InsetText>
    Everything here crosses the wall once the manager has authorised it: write nothing that points to a
    source.
  </InsetText>
);

/** Drafting a package. */
export const NewPackagePage = ({ csrf, ...fields }: DraftFieldsProps & { csrf: string }): Content => (
  <>
    <h1 class="govuk-heading-l">Draft a package</h1>
    <CrossesNotice />
    <Form action="/intelligence/packages" csrfToken={csrf}>
      <DraftFields {...fields} />
      <Button>Draft it for the manager</Button>
    </Form>
  </>
);
