import { penaltyRowOn } from '../../reference/penalties.ts';
import {
  asked,
  Button,
  type Content,
  Details,
  Form,
  HiddenFields,
  Input,
  isAgain,
  Money,
  Select,
  stateOf,
  toChoose,
} from '../platform/ui/index.ts';
import type { Attempt } from './attempt.store.ts';
import { followUpsFor } from './follow-up.commands.ts';
import type { PurchasePageProps } from './purchase-file.pages.tsx';

type Props = PurchasePageProps & { attempt: Attempt };
const at = ({ purchase, attempt }: Props) => `/test-purchases/${purchase.id}/attempts/${attempt.id}`;
const of = ({ attempt }: Props) => <span class="govuk-visually-hidden"> of {attempt.reference}</span>;

/** The penalty to the seller of one test: the one there is, or a button that drafts it with the amount of the law of the day. */
function sellerPenalty(props: Props): Content {
  const { attempt, followUps, mine, csrf } = props;
  const given = followUps.find(({ attemptId, kind }) => attemptId === attempt.id && kind === 'pnd');
  if (given)
    return given.penaltyId ? (
      <p class="govuk-body">
        <a class="govuk-link" href={`/penalties/${given.penaltyId}`}>
          FPN to the seller{of(props)}
        </a>
      </p>
    ) : null;
  const law = penaltyRowOn('pnd-upper-tier', attempt.onDay);
  const mayDraft = mine.some(({ part }) => part === 'issue-penalties');
  if (!mayDraft || !law || attempt.product !== 'alcohol' || !attempt.result.startsWith('fail')) return null;
  return (
    <Form action={`${at(props)}/penalty`} csrfToken={csrf}>
      <Button classes="govuk-button--secondary">
        Draft the FPN to the seller, <Money pence={law.maxAmount} />, {law.windowDays} days
        {of(props)}
      </Button>
    </Form>
  );
}
/** The letter that the business was sent. */
const letter = (props: Props): Content =>
  props.attempt.hasLetter && props.isLead ? (
    <p class="govuk-body">
      Letter:{' '}
      <a class="govuk-link" href={`${at(props)}/letters/1/pdf`}>
        PDF{of(props)}
      </a>{' '}
      or{' '}
      <a class="govuk-link" href={`${at(props)}/letters/1/docx`}>
        Word{of(props)}
      </a>
    </p>
  ) : null;
/** What may follow its result and was not offered yet. */
function offer(props: Props): Content {
  const { attempt, followUps, isLead, csrf } = props;
  const own = followUps.filter(({ attemptId }) => attemptId === attempt.id);
  const rules = followUpsFor(attempt).filter(
    (rule) => rule.kind !== 'pnd' && !own.some(({ kind }) => kind === rule.kind),
  );
  return isLead && rules.length > 0 ? (
    <Form action={`${at(props)}/follow-ups`} csrfToken={csrf}>
      <Select
        {...asked(stateOf(props, `offer-${attempt.id}`), 'kind')}
        id={`kind-${attempt.id}`}
        label={`Offer after ${attempt.reference}`}
        items={toChoose(rules.map(({ kind, name }) => ({ value: kind, text: name })))}
      />
      <Button classes="govuk-button--secondary">
        Offer it<span class="govuk-visually-hidden"> after {attempt.reference}</span>
      </Button>
    </Form>
  ) : null;
}
/** A result that is no test is made void, until something followed of it. */
function voiding(props: Props): Content {
  const { attempt, followUps, isInspector, purchase, agencyId, csrf } = props;
  const isRecorded = [attempt.agencyId, attempt.leadAgencyId].includes(agencyId);
  const isOpen = purchase.status === 'under-way' && attempt.result !== 'void' && !attempt.hasLetter;
  const hasFollowUp = followUps.some(({ attemptId }) => attemptId === attempt.id);
  return isInspector && isRecorded && isOpen && !hasFollowUp ? (
    <Form action={`${at(props)}/void`} csrfToken={csrf}>
      <HiddenFields values={{ version: attempt.version }} />
      <Input
        {...asked(stateOf(props, `void-${attempt.id}`), 'reason')}
        id={`reason-${attempt.id}`}
        label={`Why ${attempt.reference} is no test`}
      />
      <Button classes="govuk-button--secondary">
        Make it void<span class="govuk-visually-hidden">: {attempt.reference}</span>
      </Button>
    </Form>
  ) : null;
}
/** What can be done with one result; nothing where there is nothing. */
export const NextFor = (props: Props) => {
  const acts = [sellerPenalty, letter, offer, voiding].map((part) => part(props));
  return acts.every((one) => one === null) ? null : (
    <Details
      summary={`Next for ${props.attempt.label ?? 'these premises'}, ${props.attempt.reference}`}
      open={['offer', 'void'].some((form) => isAgain(props, `${form}-${props.attempt.id}`))}
    >
      {acts}
    </Details>
  );
};
