import {
  asked,
  Button,
  EmptyState,
  Form,
  type FormState,
  InsetText,
  Instant,
  Radios,
  stateOf,
  Textarea,
} from '../platform/ui/index.ts';
import type { SuccessFlag } from './success.routes.tsx';

interface Props extends FormState {
  flags: readonly SuccessFlag[];
  mayDecide: boolean;
  csrf: string;
}

/** What went well: waiting for a decision, then what may be published. */
export function PublicityPage(props: Props) {
  const waiting = props.flags.filter((f) => f.status === 'flagged');
  const approved = props.flags.filter((f) => f.status === 'approved');
  const refused = props.flags.filter((f) => f.status === 'refused');
  return (
    <>
      <h1 class="govuk-heading-l">Successes for publicity</h1>
      <h2 class="govuk-heading-m">Waiting for a decision</h2>
      {waiting.length === 0 && (
        <EmptyState title="Nothing is waiting">
          A success is offered from the page of a case or of a finished task.
        </EmptyState>
      )}
      {waiting.map((flag) => (
        <Waiting flag={flag} {...stateOf(props, flag.id)} />
      ))}
      <h2 class="govuk-heading-m">Approved for publicity</h2>
      {approved.length === 0 && <p class="govuk-body">None yet.</p>}
      {approved.map((flag) => (
        <Words flag={flag} words={flag.decidedWords ?? flag.words} />
      ))}
      {refused.length > 0 && <h2 class="govuk-heading-m">Not for publicity</h2>}
      {refused.map((flag) => (
        <Words flag={flag} words={`${flag.words} Refused: ${flag.decidedWords ?? ''}`} />
      ))}
    </>
  );
}

const Words = ({ flag, words }: { flag: SuccessFlag; words: string }) => (
  <InsetText>
    {words}
    <br />
    <span class="govuk-hint">
      {flag.agencyName}, <Instant at={flag.flaggedAt} />
    </span>
  </InsetText>
);

const Waiting = ({ flag, mayDecide, csrf, ...state }: Props & { flag: SuccessFlag }) => (
  <>
    <Words flag={flag} words={flag.words} />
    {mayDecide && (
      <Form action={`/publicity/${flag.id}`} csrfToken={csrf}>
        <Radios
          {...asked(state, 'isApproved')}
          idPrefix={`decide-${flag.id}`}
          classes="govuk-radios--inline govuk-radios--small"
          fieldset={{ legend: { children: 'May it be published?', classes: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'yes', children: 'Approve' },
            { value: 'no', children: 'Refuse' },
          ]}
        />
        <Textarea
          {...asked(state, 'words', flag.words)}
          id={`words-${flag.id}`}
          label="The words to publish, or why not"
          hint="No children, victims or tenants who could be recognised."
          rows={3}
        />
        <Button classes="govuk-button--secondary">Save decision</Button>
      </Form>
    )}
  </>
);
