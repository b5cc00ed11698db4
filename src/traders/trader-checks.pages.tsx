import {
  asked,
  Button,
  Day,
  DayBoxes,
  Form,
  Input,
  InsetText,
  problemOf,
  Radios,
  Select,
  stateOf,
  Tag,
  Textarea,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import { traderKnown } from './trader.transitions.ts';
import { checksFor } from './trader.ts';
import { checkResults, checkResultWords, complaintOutcomes, complaintOutcomeWords } from './trader.words.ts';
import type { TraderPageProps } from './trader-parts.pages.tsx';

/** Checks of this round, item by item. */
export const Checks = (props: TraderPageProps) => {
  const { file, facts, today, csrf } = props;
  const state = stateOf(props, 'checks');
  const items = checksFor(file, today);
  const found = (code: string) => facts.checks.find(({ item }) => item === code);
  if (!['applied', 'checking', 'renewing'].includes(file.status))
    return (
      <ul class="govuk-list govuk-list--bullet">
        {facts.checks.map((check) => (
          <li>
            {items.find(({ code }) => code === check.item)?.name ?? check.item}:{' '}
            {checkResultWords[check.result].toLowerCase()}. {check.words}
          </li>
        ))}
      </ul>
    );
  return (
    <Form action={`/traders/${file.id}/checks`} csrfToken={csrf}>
      {items.map((item) => (
        <>
          <Radios
            name={`result-${item.code}`}
            classes="govuk-radios--small govuk-radios--inline"
            fieldset={{ legend: { children: item.name, classes: 'govuk-fieldset__legend--s' } }}
            hint={item.hint}
            errorMessage={problemOf(state, `result-${item.code}`)}
            value={typedIn(state, `result-${item.code}`, found(item.code)?.result ?? '')}
            items={checkResults.map((value) => ({ value, children: checkResultWords[value] }))}
          />
          <Input
            {...asked(state, `words-${item.code}`, found(item.code)?.words ?? '')}
            label={
              <>
                What was found, and where<span class="govuk-visually-hidden">: {item.name}</span>
              </>
            }
          />
        </>
      ))}
      <Button classes="govuk-button--secondary">Save the checks</Button>
    </Form>
  );
};

/** Complaints about a member and what came of them. */
export const Complaints = (props: TraderPageProps) => {
  const { file, facts, standing, csrf } = props;
  const state = stateOf(props, 'complaint');
  return (
    <>
      {standing.isToReview && (
        <InsetText>
          {standing.upheld} complaints were upheld in the last year: decide whether the membership is
          suspended or ends.
        </InsetText>
      )}
      {facts.complaints.length === 0 && <p class="govuk-body">No complaints.</p>}
      {facts.complaints.map((one) => (
        <>
          <p class="govuk-body">
            <strong>{one.reference}</strong>, <Day day={one.receivedOn} />: {one.words}{' '}
            {one.outcome ? (
              <Tag classes={one.outcome === 'upheld' ? 'govuk-tag--red' : 'govuk-tag--grey'}>
                {complaintOutcomeWords[one.outcome]}
              </Tag>
            ) : (
              <Tag classes="govuk-tag--yellow">Open</Tag>
            )}
            {one.outcomeWords && ` ${one.outcomeWords}`}
          </p>
          {one.outcome === null && (
            <Form action={`/traders/${file.id}/complaints/${one.id}/decide`} csrfToken={csrf}>
              <Select
                {...asked(stateOf(props, one.id), 'outcome')}
                id={`outcome-${one.id}`}
                label={`What came of ${one.reference}`}
                items={toChoose(
                  complaintOutcomes.map((value) => ({ value, text: complaintOutcomeWords[value] })),
                )}
              />
              <Input {...asked(stateOf(props, one.id), 'words')} id={`why-${one.id}`} label="Why" />
              <Button classes="govuk-button--secondary">
                Decide<span class="govuk-visually-hidden"> {one.reference}</span>
              </Button>
            </Form>
          )}
        </>
      ))}
      {traderKnown.includes(file.status) && (
        <Form action={`/traders/${file.id}/complaints`} csrfToken={csrf}>
          <DayBoxes {...state} name="receivedOn" legend="Day a complaint came" />
          <Textarea
            {...asked(state, 'words')}
            id="complaint-words"
            label="What it is about"
            hint="Without the customer’s name. Complaints are never published."
            rows={2}
          />
          <Button classes="govuk-button--secondary">Record the complaint</Button>
        </Form>
      )}
    </>
  );
};
