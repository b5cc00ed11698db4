import {
  asked,
  Button,
  type Content,
  Form,
  type FormState,
  Input,
  Instant,
  stateOf,
  WarningText,
} from '../../platform/ui/index.ts';
import type { Subject } from '../ledger/index.ts';
import type { ComparedField, Stretch } from './compare.ts';
import type { PairView } from './pair.queries.ts';
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
  /** What was answered before and is to be changed, on whichever form of the page. */
  readonly state: FormState;
}

const choices = [
  { verdict: 'same', words: 'The same', key: '1', classes: undefined },
  { verdict: 'different', words: 'Different', key: '2', classes: 'govuk-button--secondary' },
  { verdict: 'unsure', words: 'Cannot say', key: '3', classes: 'govuk-button--secondary' },
] as const;

/** The three answers, each one press or one number key. */
export const Decide = ({ view, action, csrf, hidden = {}, extra, state }: DecideProps) => (
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
      {choices.map(({ verdict, words, key, classes }, at) => (
        <Button
          {...(at === 0 ? { id: 'verdict' } : {})}
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
      {...asked(stateOf(state, 'decide'), 'why')}
      label="Why (if there is more to say than the evidence)"
      hint="Read by everybody who may see both records: write of nobody else."
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
