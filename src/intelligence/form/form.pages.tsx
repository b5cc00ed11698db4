import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  Day,
  Form,
  type FormState,
  Input,
  InsetText,
  Radios,
  Textarea,
} from '../../platform/ui/index.ts';
import { feedbackWords } from '../item/item.words.ts';
import { Asked } from '../requirement/asked.pages.tsx';
import type { RequirementShown } from '../requirement/requirement.store.ts';
import { howKnownChoices, howKnownWords } from './form.forms.ts';
import type { Receipt } from './receipt.store.ts';

interface FormProps extends FormState {
  /** What the unit would like to know. */
  shown: readonly RequirementShown[];
  csrf: string;
}

/** The partner's intelligence form. */
export const IntelligenceFormPage = ({ csrf, shown, ...state }: FormProps) => (
  <>
    <h1 class="govuk-heading-l">Send an intelligence form</h1>
    <InsetText>
      For something you have come to know that may matter, not for an emergency and not for work that a
      service must do. It goes to the intelligence unit alone. You get a reference; nothing you write can be
      read again on this side, by you either.
    </InsetText>
    <Asked shown={shown} />
    <Form action="/intelligence-forms" csrfToken={csrf}>
      <Textarea
        {...asked(state, 'body')}
        label="What do you know?"
        hint="Who, what, where, when; telephone numbers and registration marks as you have them. An empty line between two matters. Do not name whoever told you here."
        rows={8}
      />
      <Radios
        {...asked(state, 'howKnown')}
        fieldset={{ legend: 'How do you know it?' }}
        classes="govuk-radios--small"
        items={howKnownChoices.map((value) => ({ value, children: howKnownWords[value] }))}
      />
      <Input
        {...asked(state, 'howKnownWords')}
        label="Who told you, or where you read it (optional)"
        hint="Only the intelligence unit reads this. Never ask anybody to find out more."
      />
      <Input {...asked(state, 'knownWhen')} label="When did it happen, or when did you hear it? (optional)" />
      <Radios
        {...asked(state, 'fears')}
        fieldset={{ legend: 'Could somebody come to harm if it were known where this came from?' }}
        classes="govuk-radios--small"
        items={[
          { value: 'no', children: 'No' },
          { value: 'yes', children: 'Yes' },
        ]}
      />
      <Input {...asked(state, 'fearsWords')} label="If yes: who, and how" />
      <Checkboxes
        name="urgent"
        classes="govuk-checkboxes--small"
        items={[
          {
            value: 'yes',
            children: 'It will not keep: somebody could be harmed or cheated in the next days',
            checked: state.typed.urgent === 'yes' || state.typed.urgent === true,
          },
        ]}
      />
      <Button>Send</Button>
    </Form>
    <p class="govuk-body">
      <a class="govuk-link" href="/intelligence-forms">
        Forms you have sent
      </a>
    </p>
  </>
);

/** What the viewer sent: a reference, a day, and whether it was of use. */
export const ReceiptsPage = ({ receipts }: { receipts: readonly Receipt[] }) => (
  <>
    <h1 class="govuk-heading-l">Intelligence forms you have sent</h1>
    <p class="govuk-body">
      What a form said, and what became of it, stays with the intelligence unit. It may tell you whether it
      was of use.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/intelligence-forms/new">
        Send an intelligence form
      </a>
    </p>
    <DataTable
      caption="Forms you have sent, newest first"
      captionClasses="govuk-visually-hidden"
      rows={receipts}
      columns={[
        { heading: 'Reference', cell: ({ reference }) => <span class="bw-reference">{reference}</span> },
        { heading: 'Sent', cell: ({ sentOn }) => <Day day={sentOn} /> },
        { heading: 'Now', cell: ({ feedback }) => feedbackWords[feedback] },
      ]}
      empty={{
        title: 'You have sent none',
        children: 'A form that you send would stand here with its reference and day.',
        action: { href: '/intelligence-forms/new', children: 'Send an intelligence form' },
      }}
    />
  </>
);
