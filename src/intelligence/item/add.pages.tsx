import { asked, Button, Form, type FormState, Input, Radios, Textarea } from '../../platform/ui/index.ts';
import { priorities, priorityWords, receivedHowWords } from './item.words.ts';

const byHand = ['complaint', 'anonymous', 'feed'] as const;

/** Putting an item into the queue that did not come by the form. */
export const AddItemPage = ({ csrf, ...state }: FormState & { csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Put an item into the queue</h1>
    <Form action="/intelligence/items" csrfToken={csrf}>
      <Radios
        {...asked(state, 'receivedHow')}
        fieldset={{ legend: 'How did it come?' }}
        classes="govuk-radios--small"
        items={byHand.map((value) => ({ value, children: receivedHowWords[value] }))}
      />
      <Input {...asked(state, 'title')} label="What it is about, in a line" />
      <Textarea
        {...asked(state, 'body')}
        label="What it says"
        hint="As it was given. An empty line parts it into paragraphs, which are graded one by one."
        rows={8}
      />
      <Input {...asked(state, 'howKnown')} label="How whoever gave it knows (optional)" />
      <Input {...asked(state, 'knownWhen')} label="When they knew it (optional)" />
      <Radios
        {...asked(state, 'priority', '3')}
        fieldset={{ legend: 'How soon' }}
        classes="govuk-radios--small govuk-radios--inline"
        items={priorities.map((one) => ({ value: String(one), children: priorityWords[one] }))}
      />
      <Input
        {...asked(state, 'legacyGrade')}
        label="5x5x5 grade (optional)"
        hint="Only where an older system gave one, such as B24. It is kept as it was and read beside the text; the item is not shared before it is graded anew."
        classes="govuk-input--width-5"
      />
      <Button>Put it in</Button>
    </Form>
  </>
);
