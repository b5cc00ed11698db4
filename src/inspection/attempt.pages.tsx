import { penaltyRowOn } from '../../reference/penalties.ts';
import { timeOf } from '../platform/clock/clock.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  Form,
  HiddenFields,
  Input,
  Money,
  problemOf,
  Radios,
  Select,
  stateOf,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import type { Attempt, FollowUp } from './attempt.store.ts';
import { followUpsFor } from './follow-up.commands.ts';
import { attemptResultWords, followUpName, followUpStatusWords } from './inspection.words.ts';
import type { PurchasePageProps } from './purchase-file.pages.tsx';

const at = ({ purchase }: PurchasePageProps) => `/test-purchases/${purchase.id}`;
/** The penalty to the seller of one test: the one there is, or a button that drafts it with the amount of the law of the day. */
const SellerPenalty = (props: PurchasePageProps & { attempt: Attempt }) => {
  const { attempt, followUps, mine, csrf } = props;
  const given = followUps.find(({ attemptId, kind }) => attemptId === attempt.id && kind === 'pnd');
  if (given)
    return given.penaltyId ? (
      <a class="govuk-link" href={`/penalties/${given.penaltyId}`}>
        FPN to the seller<span class="govuk-visually-hidden"> of {attempt.reference}</span>
      </a>
    ) : (
      <>FPN to the seller</>
    );
  const law = penaltyRowOn('pnd-upper-tier', attempt.onDay);
  const mayDraft = mine.some(({ part }) => part === 'issue-penalties');
  if (!mayDraft || !law || attempt.product !== 'alcohol' || !attempt.result.startsWith('fail')) return null;
  return (
    <Form action={`${at(props)}/attempts/${attempt.id}/penalty`} csrfToken={csrf}>
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-1">
        Draft the FPN, <Money pence={law.maxAmount} />, {law.windowDays} days
        <span class="govuk-visually-hidden"> of {attempt.reference}</span>
      </Button>
    </Form>
  );
};
/** What else can be done with one result. */
const Acts = (props: PurchasePageProps & { attempt: Attempt }) => {
  const { attempt, followUps, isLead, isInspector, purchase, agencyId, csrf } = props;
  const own = followUps.filter(({ attemptId }) => attemptId === attempt.id);
  const rules = followUpsFor(attempt).filter(
    (rule) => rule.kind !== 'pnd' && !own.some(({ kind }) => kind === rule.kind),
  );
  const isRecorded = [attempt.agencyId, attempt.leadAgencyId].includes(agencyId);
  const mayVoid =
    isInspector &&
    isRecorded &&
    purchase.status === 'under-way' &&
    attempt.result !== 'void' &&
    !attempt.hasLetter &&
    own.length === 0;
  return (
    <>
      <SellerPenalty {...props} />
      {attempt.hasLetter && isLead && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          Letter:{' '}
          {(['pdf', 'docx'] as const).map((format) => (
            <>
              <a class="govuk-link" href={`${at(props)}/attempts/${attempt.id}/letters/1/${format}`}>
                {format === 'pdf' ? 'PDF' : 'Word'}
                <span class="govuk-visually-hidden"> of {attempt.reference}</span>
              </a>{' '}
            </>
          ))}
        </p>
      )}
      {isLead && rules.length > 0 && (
        <Form action={`${at(props)}/attempts/${attempt.id}/follow-ups`} csrfToken={csrf}>
          <Select
            id={`kind-${attempt.id}`}
            name="kind"
            label={`Offer after ${attempt.reference}`}
            items={toChoose(rules.map(({ kind, name }) => ({ value: kind, text: name })))}
          />
          <Button classes="govuk-button--secondary govuk-!-margin-bottom-1">
            Offer it<span class="govuk-visually-hidden"> after {attempt.reference}</span>
          </Button>
        </Form>
      )}
      {mayVoid && (
        <Form action={`${at(props)}/attempts/${attempt.id}/void`} csrfToken={csrf}>
          <HiddenFields values={{ version: attempt.version }} />
          <Input id={`reason-${attempt.id}`} name="reason" label={`Why ${attempt.reference} is no test`} />
          <Button classes="govuk-button--secondary govuk-!-margin-bottom-1">
            Make it void<span class="govuk-visually-hidden">: {attempt.reference}</span>
          </Button>
        </Form>
      )}
    </>
  );
};

/** What came of each of the premises. */
export const Attempts = (props: PurchasePageProps) => {
  const { facts, purchase, isLead, mine, csrf, isInspector } = props;
  const { attempts, selections } = facts;
  const missing = attempts.filter(({ result, hasLetter }) => result !== 'void' && !hasLetter).length;
  const left = selections.filter(({ isTested }) => !isTested).length;
  return (
    <>
      {mine.length > 0 && purchase.status === 'under-way' && left > 0 && (
        <p class="govuk-body">
          <Button href={`${at(props)}/attempts/new`}>Record an attempt</Button>
        </p>
      )}
      <DataTable
        caption={`${attempts.length} ${attempts.length === 1 ? 'attempt' : 'attempts'}${isInspector ? `, ${left} still to make` : ''}`}
        rows={attempts}
        columns={[
          {
            heading: 'Test',
            cell: (attempt) => (
              <span class="bw-reference" id={`attempt-${attempt.id}`}>
                {attempt.reference}
              </span>
            ),
          },
          { heading: 'Time', cell: ({ attemptedAt }) => timeOf(attemptedAt) },
          { heading: 'Premises', cell: ({ label }) => label ?? 'Not shown' },
          {
            heading: 'Result',
            cell: (attempt) => (
              <>
                {attemptResultWords[attempt.result]}
                {attempt.words ? `. ${attempt.words}` : ''}
              </>
            ),
          },
          { heading: 'Volunteer', cell: (one) => `${one.volunteerCode}, ${one.volunteerAge}` },
          { heading: 'By', cell: ({ officerName, agencyName }) => `${officerName}, ${agencyName}` },
          ...(isInspector
            ? [{ heading: 'Next', cell: (attempt: Attempt) => <Acts {...props} attempt={attempt} /> }]
            : []),
        ]}
        empty={{
          title: 'No attempts yet',
          children: 'They are recorded by whoever is on the plan, while the day is under way.',
        }}
      />
      {isLead && missing > 0 && (
        <Form action={`${at(props)}/letters`} csrfToken={csrf}>
          <p class="govuk-body">
            Each business is written to whatever the result. Decide first what is offered: the letter says it.
          </p>
          <Button classes="govuk-button--secondary">
            Make {missing} {missing === 1 ? 'letter' : 'letters'}
          </Button>
        </Form>
      )}
    </>
  );
};

const Settle = ({ props, one }: { props: PurchasePageProps; one: FollowUp }) => {
  const state = stateOf(props, `follow-${one.id}`);
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          Say what came of it
          <span class="govuk-visually-hidden">
            : {followUpName(one.kind)} after {one.attemptReference}
          </span>
        </span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`${at(props)}/follow-ups/${one.id}`} csrfToken={props.csrf}>
          <HiddenFields values={{ version: one.version }} />
          <Radios
            name="status"
            idPrefix={`status-${one.id}`}
            classes="govuk-radios--inline"
            fieldset={{ legend: { children: 'What came of it', classes: 'govuk-fieldset__legend--s' } }}
            errorMessage={problemOf(state, 'status')}
            value={typedIn(state, 'status')}
            items={[
              { value: 'done', children: 'Done' },
              { value: 'declined', children: 'Declined' },
            ]}
          />
          <Input
            {...asked(state, 'on')}
            id={`on-${one.id}`}
            label="On the day"
            hint="Like 2026-12-02"
            classes="govuk-input--width-10"
          />
          <Button classes="govuk-button--secondary">Save</Button>
        </Form>
      </div>
    </details>
  );
};
/** What was offered, and what came of it; training can be offered to all that were visited. */
export const FollowUps = (props: PurchasePageProps) => {
  const { followUps, isLead, facts, csrf } = props;
  const labelOf = (id: string) => facts.attempts.find((one) => one.id === id)?.label ?? 'Not shown';
  return (
    <>
      <DataTable
        caption="What follows"
        captionClasses="govuk-visually-hidden"
        rows={followUps}
        columns={[
          { heading: 'After', cell: (one) => <span class="bw-reference">{one.attemptReference}</span> },
          { heading: 'Premises', cell: ({ attemptId }) => labelOf(attemptId) },
          { heading: 'What', cell: ({ kind }) => followUpName(kind) },
          { heading: 'By', cell: ({ dueOn }) => (dueOn ? <Day day={dueOn} /> : '–') },
          {
            heading: 'How it stands',
            cell: (one) => (
              <>
                {one.kind === 'pnd' ? 'On the penalty' : followUpStatusWords[one.status]}
                {one.doneOn && (
                  <>
                    {' '}
                    <Day day={one.doneOn} />
                  </>
                )}
                {isLead && one.status === 'offered' && one.kind !== 'pnd' && (
                  <Settle props={props} one={one} />
                )}
              </>
            ),
          },
        ]}
        empty={{
          title: 'Nothing follows yet',
          children: 'What is offered to a business would be listed here.',
        }}
      />
      {isLead && (
        <Form action={`${at(props)}/offers`} csrfToken={csrf}>
          <input type="hidden" name="kind" value="training" />
          <Button classes="govuk-button--secondary">Offer staff training to all that were visited</Button>
        </Form>
      )}
    </>
  );
};
