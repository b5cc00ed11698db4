import {
  asked,
  Button,
  Details,
  Form,
  type FormState,
  InsetText,
  Instant,
  isAgain,
  Select,
  stateOf,
  Tag,
  Textarea,
  Timeline,
} from '../../platform/ui/index.ts';
import { endedWords, type Judgement, onTheEvidence, verdictColours, verdictWords } from '../ledger/index.ts';
import type { PairView } from './pair.queries.ts';
import { Compared, Decide, Evidence, effectWords, HiddenAddress } from './pair-parts.pages.tsx';
import { answerWords, type Question } from './question.store.ts';
import { probabilityWords } from './waterfall.tsx';

const who = (judgement: Judgement): string =>
  judgement.madeBy === 'model'
    ? `model ${judgement.modelNumber ?? ''}`
    : [judgement.officerName, judgement.agencyName].filter(Boolean).join(', ');

/** Every judgement there ever was on a pair. */
export const History = ({ history }: { readonly history: readonly Judgement[] }) =>
  history.length === 0 ? (
    <p class="govuk-body">Nobody has judged this pair.</p>
  ) : (
    <Timeline
      headingLevel={3}
      items={history.map((judgement) => ({
        label: (
          <>
            {verdictWords[judgement.verdict]}
            {judgement.restores ? ' (put back)' : ''}
          </>
        ),
        byline: who(judgement),
        when: <Instant at={judgement.madeAt} />,
        children: (
          <>
            <p class="govuk-body">
              {judgement.why}
              {judgement.probability === null
                ? ''
                : `. Chance by the model: ${probabilityWords(judgement.probability)}`}
              .
            </p>
            {judgement.endedAt ? (
              <p class="govuk-body-s">
                Ended <Instant at={judgement.endedAt} />
                {judgement.endedByName ? ` by ${judgement.endedByName}` : ''}:{' '}
                {endedWords[judgement.endedWhy ?? ''] ?? judgement.endedWhy}
              </p>
            ) : (
              <p class="govuk-body-s">
                <Tag classes={`govuk-tag--${verdictColours[judgement.verdict]}`}>Holds now</Tag>
              </p>
            )}
          </>
        ),
      }))}
    />
  );

const Asked = ({ question }: { readonly question: Question }) => (
  <li>
    <Instant at={question.askedAt} />, {question.askedByName} to {question.toAgencyName}: “{question.words}”{' '}
    {question.answer && question.answeredAt ? (
      <>
        <strong>{answerWords[question.answer]}</strong>
        {question.answerWords ? `: “${question.answerWords}”` : ''} ({question.answeredByName},{' '}
        <Instant at={question.answeredAt} />)
      </>
    ) : (
      <Tag classes="govuk-tag--yellow">No answer yet</Tag>
    )}
  </li>
);

interface AskProps extends FormState {
  readonly view: PairView;
  readonly ownAgencyId: string;
  readonly csrf: string;
}

const usualQuestion = 'Are the name, date of birth and telephone on this row still right?';

/** Asks the agency that gave one of the two rows. Nothing of the other row goes with the question. */
export const AskOwner = ({ view, ownAgencyId, csrf, ...all }: AskProps) => {
  const state = stateOf(all, 'ask');
  const askable = [
    { subject: view.left, which: 'A' },
    { subject: view.right, which: 'B' },
  ].filter(({ subject }) => subject.originAgencyId !== ownAgencyId);
  return (
    <section id="ask" aria-labelledby="ask-title">
      <h2 class="govuk-heading-m" id="ask-title">
        Ask the owner
      </h2>
      {view.questions.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {view.questions.map((question) => (
            <Asked question={question} />
          ))}
        </ul>
      )}
      {askable.length === 0 ? (
        <p class="govuk-body">Both rows are your own agency’s.</p>
      ) : (
        <Details
          summary="Write a question"
          id="ask-form"
          open={isAgain(all, 'ask')}
          attributes={{ 'data-key-open': '4' }}
        >
          <Form action={`/pairs/${view.left.id}/${view.right.id}/questions`} csrfToken={csrf}>
            <Select
              {...asked(state, 'recordId')}
              label="About whose row?"
              items={askable.map(({ subject, which }) => ({
                value: subject.id,
                text: `${which}: ${subject.source}, ${subject.agencyName}`,
              }))}
            />
            <Textarea
              {...asked(state, 'words', usualQuestion)}
              label="What do you want to know?"
              hint="The agency sees its own row and these words, nothing of the other row. Write no detail that only the other row has."
              rows={3}
            />
            <Button classes="govuk-button--secondary">Send the question</Button>
          </Form>
        </Details>
      )}
    </section>
  );
};

/** One pair: both records, the evidence, the decision, and everything that was ever said of it. */
export const PairPage = (props: AskProps) => {
  const { view, csrf } = props;
  const { live } = view;
  const path = `/pairs/${view.left.id}/${view.right.id}`;
  return (
    <div data-module="bw-queue">
      <h1 class="govuk-heading-l">
        {view.left.label} and {view.right.label}
      </h1>
      <p class="govuk-body">
        {live ? (
          <>
            <Tag classes={`govuk-tag--${verdictColours[live.verdict]}`}>{verdictWords[live.verdict]}</Tag>{' '}
            {live.madeBy === 'model' ? 'proposed by' : 'decided by'} {who(live)}, <Instant at={live.madeAt} />
            {live.why === onTheEvidence ? '' : `: ${live.why}`}.{' '}
          </>
        ) : (
          'Nothing holds of this pair. '
        )}
        {effectWords(view)}
      </p>
      <HiddenAddress isHidden={view.isAddressHidden} />
      <Compared view={view} />
      <Decide
        view={view}
        action={`${path}/judgements`}
        csrf={csrf}
        state={props}
        extra={
          <a class="govuk-link" href="/review">
            Review desk
          </a>
        }
      />
      {live?.madeBy === 'person' && (
        <Form action={`${path}/undo`} csrfToken={csrf}>
          <input type="hidden" name="judgementId" value={live.id} />
          <InsetText>
            <p class="govuk-body">
              Undo puts back what held before. Nothing is lost: the history keeps both.
            </p>
            <Button
              classes="govuk-button--secondary"
              attributes={{ 'data-key': 'u', 'aria-keyshortcuts': 'u' }}
            >
              Undo this decision
            </Button>
          </InsetText>
        </Form>
      )}
      <Evidence view={view} />
      <AskOwner {...props} />
      <h2 class="govuk-heading-m">Every judgement there ever was</h2>
      <History history={view.history} />
    </div>
  );
};
