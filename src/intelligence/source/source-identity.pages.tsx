import {
  asked,
  Button,
  Form,
  type FormState,
  Input,
  SummaryList,
  stateOf,
  WarningText,
} from '../../platform/ui/index.ts';
import type { Identity } from './source.store.ts';

/** To open who a source is, and to keep it. */
export const IdentityForms = ({
  source,
  csrf,
  ...state
}: FormState & { source: { id: string }; csrf: string }) => {
  const to = `/intelligence/sources/${source.id}`;
  return (
    <>
      <Form action={`${to}/identity/open`} csrfToken={csrf}>
        <Input
          {...asked(stateOf(state, 'open'), 'why')}
          label="Why you must know"
          hint="Kept in the log with your name."
        />
        <Button classes="govuk-button--secondary">Show who it is</Button>
      </Form>
      <Form action={`${to}/identity`} csrfToken={csrf}>
        <Input {...asked(stateOf(state, 'keep'), 'name')} label="Name" />
        <Input {...asked(stateOf(state, 'keep'), 'contact')} label="How to reach them safely" />
        <Button classes="govuk-button--secondary">Keep it sealed</Button>
      </Form>
    </>
  );
};

/** The same on a page of their own, when they are to be changed: on the sealed login nothing else of the source is read. */
export const IdentityFormsPage = (
  props: FormState & { source: { id: string; pseudonym: string }; csrf: string },
) => (
  <>
    <span class="govuk-caption-l">{props.source.pseudonym}</span>
    <h1 class="govuk-heading-l">Who the source is</h1>
    <IdentityForms {...props} />
  </>
);

/** Who a source is: shown once, in the answer to a reason. */
export const IdentityPage = ({ identity }: { identity: Identity }) => (
  <>
    <span class="govuk-caption-l">{identity.pseudonym}</span>
    <h1 class="govuk-heading-l">Who the source is</h1>
    <WarningText>Copy this nowhere. That you opened it, and why, is in the log.</WarningText>
    {identity.name ? (
      <SummaryList
        rows={[
          { key: 'Name', value: identity.name },
          { key: 'How to reach them safely', value: identity.contact || 'Not kept' },
        ]}
      />
    ) : (
      <p class="govuk-body">Nobody has kept who it is.</p>
    )}
  </>
);
