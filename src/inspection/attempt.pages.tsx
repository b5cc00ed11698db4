import { timeOf } from '../platform/clock/clock.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  Form,
  HiddenFields,
  Input,
  problemOf,
  Radios,
  stateOf,
  typedIn,
} from '../platform/ui/index.ts';
import type { FollowUp } from './attempt.store.ts';
import { NextFor } from './attempt-next.pages.tsx';
import { attemptResultWords, followUpName, followUpStatusWords } from './inspection.words.ts';
import type { PurchasePageProps } from './purchase-file.pages.tsx';

const at = ({ purchase }: PurchasePageProps) => `/test-purchases/${purchase.id}`;
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
          {
            heading: 'Volunteer',
            cell: (one) => [one.volunteerCode, one.volunteerAge].filter(Boolean).join(', '),
          },
          {
            heading: 'By',
            cell: ({ officerName, agencyName }) => [officerName, agencyName].filter(Boolean).join(', '),
          },
        ]}
        empty={{
          title: 'No attempts yet',
          children: 'They are recorded by whoever is on the plan, while the day is under way.',
        }}
      />
      {isInspector && attempts.map((attempt) => <NextFor {...props} attempt={attempt} />)}
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
            hint="Like 2/12/2026"
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
