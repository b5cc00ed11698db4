import {
  Button,
  Checkboxes,
  Details,
  Form,
  isTicked,
  Money,
  problemOf,
  Radios,
  SummaryList,
  stateOf,
  TaskList,
  typedIn,
  VersionField,
  WarningText,
} from '../platform/ui/index.ts';
import { paperOf } from './penalty.documents.ts';
import type { PenaltyPageProps } from './penalty.pages.tsx';
import type { Composed } from './penalty.queries.ts';
import { serviceMethodCodes, serviceMethods } from './penalty.words.ts';
import { EvidenceForm, ReasonForm } from './penalty-form.pages.tsx';
import { needItem, needsInWords } from './procedure-next.pages.tsx';
import { PaperView } from './procedure-paper.pages.tsx';

type DraftProps = PenaltyPageProps & { composed: Composed };

/** The checklist with each mend, the amount and the days as they would be today, and the letter as it would be printed. */
export function DraftChecklist({ composed, penalty, recipient }: DraftProps) {
  const { conditions, amount, deadlines, power, others } = composed;
  const edit = `/penalties/${penalty.id}/edit`;
  // Which powers reach a place cannot be said before the place is known, and nobody is told meanwhile that they hold none.
  const isPlaced = penalty.districtCode !== null;
  const powerWords = isPlaced
    ? power.ok
      ? power.words
      : power.unmet.map((u) => `${u.words}. ${u.mend}`).join(' ')
    : 'Say where it was: that decides whose powers reach it.';
  return (
    <>
      <p class="govuk-body">{needsInWords([...conditions, { met: power.ok }])}</p>
      <TaskList
        idPrefix="condition"
        items={[
          ...conditions.map((need) =>
            needItem(need, (field) => (field === 'evidence' ? '#evidence-form' : `${edit}#${field}`)),
          ),
          {
            title: { children: 'Your power to issue it, here and today' },
            hint: { children: powerWords },
            status: power.ok
              ? { children: 'Held' }
              : { tag: { children: isPlaced ? 'Not held' : 'Not known yet', classes: 'govuk-tag--red' } },
          },
        ]}
      />
      {isPlaced && !power.ok && (
        <WarningText iconFallbackText="Warning">
          {others.length > 0
            ? `You cannot issue it. ${others.join(', ')} could: the draft is kept for them.`
            : 'You cannot issue it, and nobody else in your agency holds the power here today.'}
        </WarningText>
      )}
      <h3 class="govuk-heading-s">The amount and the days</h3>
      {amount?.ok ? (
        <SummaryList
          rows={[
            { key: 'Amount', value: <Money pence={amount.value.adopted.amountPence} /> },
            { key: 'Why', value: amount.value.words },
            deadlines && { key: 'Days, if handed over today', value: deadlines.why },
          ]}
        />
      ) : (
        <p class="govuk-body">
          {amount
            ? `${amount.words} ${amount.mend}`
            : 'Enter the day of the offence: the amount is the one of that day.'}
        </p>
      )}
      {amount?.ok && deadlines && recipient && (
        <Details summary="The letter as it would be printed">
          <PaperView
            paper={paperOf('notice', {
              penalty: {
                ...penalty,
                amountPence: amount.value.adopted.amountPence,
                earlyPence: amount.value.adopted.earlyPence,
                earlyUntil: deadlines.earlyUntil,
                payUntil: deadlines.payUntil,
                prosecuteFrom: deadlines.prosecuteFrom,
                deadlineWhy: deadlines.why,
              },
              recipient,
              law: amount.value.law.law,
              asAt: new Date(0),
            })}
          />
        </Details>
      )}
    </>
  );
}

/** What can be done with a draft: issue, add evidence, change, discard. */
export function DraftActions(props: DraftProps) {
  const { penalty, csrf, composed, mayAct } = props;
  if (!mayAct) return <p class="govuk-body">This draft is {penalty.agencyName}’s.</p>;
  const isReady =
    composed.conditions.every((c) => c.met) && composed.amount?.ok === true && composed.power.ok;
  const version = <VersionField version={penalty.version} />;
  return (
    <>
      {isReady ? (
        <Form action={`/penalties/${penalty.id}/issue`} csrfToken={csrf}>
          {version}
          <Radios
            name="servedHow"
            fieldset={{
              legend: { children: 'How will it be served?', classes: 'govuk-fieldset__legend--s' },
            }}
            hint="The days on the letter are counted from this."
            errorMessage={problemOf(props, 'servedHow')}
            value={typedIn(props, 'servedHow') || 'in-person'}
            items={serviceMethodCodes.map((code) => ({ value: code, children: serviceMethods[code].words }))}
          />
          <Checkboxes
            name="isInUniform"
            items={[
              {
                value: 'yes',
                children: 'I am in approved uniform and badge',
                hint: { children: 'Needed for accredited powers alone.' },
                checked: isTicked(stateOf(props, 'issue'), 'isInUniform'),
              },
            ]}
          />
          <Button>Issue the notice</Button>
        </Form>
      ) : (
        <p class="govuk-body">
          The notice can be issued when every condition is met and whoever issues it holds the power.
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/penalties/${penalty.id}/edit`}>
          Change the draft
        </a>
      </p>
      <div id="evidence-form">
        <h3 class="govuk-heading-s">Add evidence</h3>
        <EvidenceForm {...stateOf(props, 'evidence')} penaltyId={penalty.id} />
      </div>
      <Details summary="Discard the draft" open={props.form === 'discard'}>
        <ReasonForm
          {...stateOf(props, 'discard')}
          action={`/penalties/${penalty.id}/discard`}
          version={penalty.version}
          button="Discard"
        />
      </Details>
    </>
  );
}
