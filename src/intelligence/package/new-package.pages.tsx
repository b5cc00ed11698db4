import { gateways } from '../../../reference/gateways.ts';
import {
  asked,
  Button,
  Checkboxes,
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
import { conditionRules } from './condition.rules.ts';
import type { Usable } from './draft.store.ts';
import { partWords } from './package.words.ts';

interface NewProps extends FormState {
  usable: readonly Usable[];
  agencies: readonly { id: string; name: string }[];
  /** Chosen already: the paragraphs of the item that one came from. */
  chosen: readonly string[];
  csrf: string;
}

const longParts = ['harm', 'prevention', 'intelligence', 'enforcement', 'gaps'] as const;

/** Drafting a package. */
export const NewPackagePage = ({ usable, agencies, chosen, csrf, ...state }: NewProps) => (
  <>
    <h1 class="govuk-heading-l">Draft a package</h1>
    <InsetText>
      Everything here crosses the wall once the manager has authorised it: write nothing that points to a
      source.
    </InsetText>
    <Form action="/intelligence/packages" csrfToken={csrf}>
      <Input {...asked(state, 'title')} label="What it is about, in a line" />
      {usable.length === 0 ? (
        <WarningText>No item is ready yet. Grade and link one first.</WarningText>
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
        hint="Those of the paragraphs come with them, ticked or not."
        classes="govuk-checkboxes--small"
        values={tickedIn(state, 'conditions')}
        items={conditionRules.map(({ code, words }) => ({ value: code, children: words }))}
      />
      <Input
        {...asked(state, 'deadline')}
        label="Answer by"
        hint="Like 2026-12-04."
        classes="govuk-input--width-10"
      />
      <Button>Draft it for the manager</Button>
    </Form>
  </>
);
