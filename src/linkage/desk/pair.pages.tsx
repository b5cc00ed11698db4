import {
  Button,
  type Content,
  Details,
  Form,
  Input,
  InsetText,
  Instant,
  Select,
  Tag,
  Textarea,
  Timeline,
  WarningText,
} from '../../platform/ui/index.ts';
import {
  endedWords,
  type Judgement,
  onTheEvidence,
  type Subject,
  verdictColours,
  verdictWords,
} from '../ledger/index.ts';
import type { ComparedField, Stretch } from './compare.ts';
import type { PairView } from './pair.queries.ts';
import { answerWords, type Question } from './question.store.ts';
import { probabilityWords, Waterfall } from './waterfall.tsx';

const Marked = ({ stretches }: { readonly stretches: readonly Stretch[] }): Content =>
  stretches.length === 0
    ? '–'
    : stretches.map(({ text, differs }) => (differs ? <mark class="bw-compare__mark">{text}</mark> : text));

const standingClass = ({ standing }: ComparedField): string =>
  standing === 'differs'
    ? 'bw-compare__words bw-compare__words--differs'
    : standing === 'one-only'
      ? 'bw-compare__words'
      : 'bw-compare__words bw-compare__words--same';

/** Where a record came from, over its column. */
const Source = ({ subject, which }: { readonly subject: Subject; readonly which: string }) => (
  <>
    {which}:{' '}
    <a class="govuk-link" href={`/people/${subject.id}`}>
      {subject.source}
    </a>
    <br />
    <span class="govuk-!-font-weight-regular">{subject.agencyName}</span>
  </>
);

/** Two records side by side. What differs is marked letter by letter, and said in words beside it. */
export const Compared = ({ view }: { readonly view: PairView }) => {
  const { left, right } = view;
  return (
    <table class="govuk-table bw-compare">
      <caption class="govuk-table__caption govuk-visually-hidden">
        {left.label} and {right.label}, field by field
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Field
          </th>
          <th scope="col" class="govuk-table__header">
            <Source subject={left} which="A" />
          </th>
          <th scope="col" class="govuk-table__header">
            <Source subject={right} which="B" />
          </th>
          <th scope="col" class="govuk-table__header">
            How they stand
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {view.fields.map((field) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {field.label}
            </th>
            <td class="govuk-table__cell" data-label="A">
              <Marked stretches={field.left} />
            </td>
            <td class="govuk-table__cell" data-label="B">
              <Marked stretches={field.right} />
            </td>
            <td class="govuk-table__cell" data-label="How they stand">
              <span class={standingClass(field)}>{field.words}</span>
            </td>
          </tr>
        ))}
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            Received
          </th>
          <td class="govuk-table__cell" data-label="A">
            <Instant at={left.receivedAt} />
          </td>
          <td class="govuk-table__cell" data-label="B">
            <Instant at={right.receivedAt} />
          </td>
          <td class="govuk-table__cell" />
        </tr>
      </tbody>
    </table>
  );
};

/** Says that an address is left out, where one must stay hidden. */
export const HiddenAddress = ({ isHidden }: { readonly isHidden: boolean }) =>
  isHidden ? (
    <WarningText>
      The address of one of these people must stay hidden. Addresses and postcodes are left out on both sides.
    </WarningText>
  ) : null;

export const Evidence = ({ view }: { readonly view: PairView }) => (
  <section aria-labelledby="evidence-title">
    <h2 class="govuk-heading-m" id="evidence-title">
      Why the model thinks so
    </h2>
    {view.explanation ? (
      <>
        <p class="govuk-body">
          Chance that they are the same: <strong>{probabilityWords(view.explanation.probability)}</strong>.
          The model only proposes; you decide.
        </p>
        <Waterfall explanation={view.explanation} />
      </>
    ) : (
      <p class="govuk-body">No model has put these two together. What stands above is all there is.</p>
    )}
  </section>
);

interface DecideProps {
  readonly view: PairView;
  readonly action: string;
  readonly csrf: string;
  /** Sent with the decision, so that the answer comes back to the same place. */
  readonly hidden?: Readonly<Record<string, string | undefined>>;
  readonly extra?: Content;
  readonly problem?: string | undefined;
}

const choices = [
  { verdict: 'same', words: 'The same', key: '1', classes: undefined },
  { verdict: 'different', words: 'Different', key: '2', classes: 'govuk-button--secondary' },
  { verdict: 'unsure', words: 'Cannot say', key: '3', classes: 'govuk-button--secondary' },
] as const;

/** The three answers, each one press or one number key. */
export const Decide = ({ view, action, csrf, hidden = {}, extra, problem }: DecideProps) => (
  <Form action={action} csrfToken={csrf}>
    {Object.entries({
      recordA: view.left.id,
      recordB: view.right.id,
      seen: view.live?.id ?? '',
      ...hidden,
    }).map(([name, value]) => (
      <input type="hidden" name={name} value={value ?? ''} />
    ))}
    <div class="bw-decide govuk-!-margin-bottom-4">
      {choices.map(({ verdict, words, key, classes }) => (
        <Button
          name="verdict"
          value={verdict}
          {...(classes ? { classes } : {})}
          attributes={{ 'data-key': key, 'aria-keyshortcuts': key }}
        >
          {words}{' '}
          <span class="bw-key" aria-hidden="true">
            {key}
          </span>
        </Button>
      ))}
      {extra}
    </div>
    <Input
      name="why"
      label="Why (if there is more to say than the evidence)"
      hint="Read by everybody who may see both records: write of nobody else."
      errorMessage={problem}
      classes="govuk-!-width-two-thirds"
    />
  </Form>
);

/** What a decision would do to the people as they stand. */
export const effectWords = ({ leftSize, rightSize, isOne }: PairView): string => {
  const records = (count: number) => `${count} ${count === 1 ? 'record' : 'records'}`;
  if (isOne) return 'By way of other records they are one person already.';
  if (leftSize === 1 && rightSize === 1) return 'If they are the same, two records become one person.';
  return `If they are the same, ${records(leftSize)} and ${records(rightSize)} become one person.`;
};

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

interface AskProps {
  readonly view: PairView;
  readonly ownAgencyId: string;
  readonly csrf: string;
  readonly problems: readonly { field: string; words: string }[];
  readonly typed?: string | undefined;
}

/** Asks the agency that gave one of the two rows. Nothing of the other row goes with the question. */
export const AskOwner = ({ view, ownAgencyId, csrf, problems, typed }: AskProps) => {
  const askable = [
    { subject: view.left, which: 'A' },
    { subject: view.right, which: 'B' },
  ].filter(({ subject }) => subject.originAgencyId !== ownAgencyId);
  const problem = problems.find(({ field }) => field === 'words')?.words;
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
          open={problem !== undefined}
          attributes={{ 'data-key-open': '4' }}
        >
          <Form action={`/pairs/${view.left.id}/${view.right.id}/questions`} csrfToken={csrf}>
            <Select
              name="recordId"
              label="About whose row?"
              items={askable.map(({ subject, which }) => ({
                value: subject.id,
                text: `${which}: ${subject.source}, ${subject.agencyName}`,
              }))}
            />
            <Textarea
              name="words"
              label="What do you want to know?"
              hint="The agency sees its own row and these words, nothing of the other row. Write no detail that only the other row has."
              value={typed ?? 'Are the name, date of birth and telephone on this row still right?'}
              errorMessage={problem}
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
