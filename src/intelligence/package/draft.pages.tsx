import { retentionGroupOf } from '../../../reference/mopi.ts';
import {
  Button,
  DataTable,
  Day,
  Details,
  Form,
  type FormState,
  InsetText,
  SummaryList,
  Tag,
  VersionField,
  WarningText,
} from '../../platform/ui/index.ts';
import { gradeMark } from '../item/grade.rules.ts';
import { ItemReference } from '../item/reference.pages.tsx';
import { ProblemOfDraft, type ProblemShown } from '../problem/problem.pages.tsx';
import { ReviewForm } from '../review/review.pages.tsx';
import { conditionWords } from './condition.rules.ts';
import type { Draft, Usable } from './draft.store.ts';
import { ComeBack, PackageWords } from './package.pages.tsx';
import type { Answer, Outcome } from './package.store.ts';
import { wordsOf } from './package.text.ts';
import { gatewayName, productWords } from './package.words.ts';
import { Ratings, UnitUsefulness } from './usefulness.pages.tsx';
import type { Rating } from './usefulness.store.ts';

const stateWords = { draft: 'To be authorised', released: 'Released', discarded: 'Discarded' } as const;
const stateColour = { draft: 'yellow', released: 'green', discarded: 'grey' } as const;

/** Packages of the unit, drafts first. */
export const DraftsPage = ({
  drafts,
  usefulness,
  mayDraft,
}: {
  drafts: readonly Draft[];
  usefulness: Parameters<typeof UnitUsefulness>[0]['rows'];
  mayDraft: boolean;
}) => (
  <>
    <h1 class="govuk-heading-l">Products</h1>
    {mayDraft && (
      <p class="govuk-body">
        <a class="govuk-link" href="/intelligence/packages/new">
          Draft a package
        </a>
        {' · '}
        <a class="govuk-link" href="/intelligence/problems/new">
          Draft a problem profile
        </a>
      </p>
    )}
    <DataTable
      caption="Packages and problem profiles, those to be authorised first"
      captionClasses="govuk-visually-hidden"
      rows={drafts}
      columns={[
        {
          heading: 'Reference',
          cell: (draft) => (
            <a class="govuk-link bw-reference" href={`/intelligence/packages/${draft.id}`}>
              {draft.reference}
            </a>
          ),
        },
        { heading: 'About', cell: ({ title }) => title },
        { heading: 'Product', cell: ({ product }) => productWords[product] },
        { heading: 'To', cell: ({ recipients }) => recipients.join('; ') },
        { heading: 'Answer by', cell: ({ deadline }) => <Day day={deadline} /> },
        {
          heading: 'Now',
          cell: ({ state }) => <Tag classes={`govuk-tag--${stateColour[state]}`}>{stateWords[state]}</Tag>,
        },
      ]}
      empty={{
        title: 'No packages yet',
        children:
          'A package is drafted from items that are ready, and leaves once the manager has authorised it.',
      }}
    />
    <UnitUsefulness rows={usefulness} />
  </>
);

interface DraftProps extends FormState {
  draft: Draft;
  paragraphs: readonly Usable[];
  /** What in them may tell who gave it. */
  signs: readonly string[];
  /** Conditions and what of them was cleared, once it is released. */
  held: { conditions: string[]; cleared: string[] } | undefined;
  answers: readonly Answer[];
  outcomes: readonly Outcome[];
  mayRelease: boolean;
  /** What it counts, for a problem profile: the figures that would leave or left, and the conditions of what is counted. */
  problem: ProblemShown | undefined;
  /** The priority of the control strategy that it answers. */
  priority: { strategyId: string; position: number; title: string; number: number } | undefined;
  ratings: readonly Rating[];
  /** The viewer drafted it, so that another manager authorises it. */
  isOwn: boolean;
  csrf: string;
}

const Decide = ({ draft, signs, isOwn, csrf }: DraftProps) => (
  <section>
    <h2 class="govuk-heading-m">What leaves, and to whom</h2>
    <p class="govuk-body">
      The words above go to {draft.recipients.join('; ')}, under {gatewayName(draft.gateway)}. They cannot be
      called back.
    </p>
    {signs.length > 0 && (
      <InsetText>
        <p class="govuk-body">This may tell who gave it. Whoever drafted it looked at each; look again.</p>
        <ul class="govuk-list govuk-list--bullet">
          {signs.map((sign) => (
            <li>{sign}</li>
          ))}
        </ul>
      </InsetText>
    )}
    {isOwn && <InsetText>You drafted it, so that another intelligence manager authorises it.</InsetText>}
    <div class="govuk-button-group">
      {!isOwn && (
        <Form action={`/intelligence/packages/${draft.id}/release`} csrfToken={csrf}>
          <VersionField version={draft.version} />
          <Button>Authorise and release</Button>
        </Form>
      )}
      <Form action={`/intelligence/packages/${draft.id}/discard`} csrfToken={csrf}>
        <VersionField version={draft.version} />
        <Button classes="govuk-button--secondary">Discard</Button>
      </Form>
    </div>
  </section>
);

const Clear = ({ id, code, csrf }: { id: string; code: string; csrf: string }) => (
  <Form action={`/intelligence/packages/${id}/clear`} csrfToken={csrf}>
    <input type="hidden" name="condition" value={code} />
    <Button classes="govuk-button--secondary">
      Clear it<span class="govuk-visually-hidden">: {conditionWords(code)}</span>
    </Button>
  </Form>
);

/** One package on the unit's side: what leaves or left, and what came back. */
export const DraftPage = (props: DraftProps) => {
  const { draft, paragraphs, held, answers, outcomes, mayRelease, csrf } = props;
  const { problem, priority } = props;
  const conditions = held?.conditions ?? [...new Set([...draft.conditions, ...(problem?.conditions ?? [])])];
  const isCleared = (code: string) => held?.cleared.includes(code) ?? false;
  return (
    <>
      <span class="govuk-caption-l">
        {productWords[draft.product]} {draft.reference}
        {problem && `, version ${problem.number}`}
      </span>
      <h1 class="govuk-heading-l">{draft.title}</h1>
      <p class="govuk-body">
        <Tag classes={`govuk-tag--${stateColour[draft.state]}`}>{stateWords[draft.state]}</Tag>{' '}
        {outcomes.some(({ result }) => result === 'result') && (
          <Tag classes="govuk-tag--turquoise">Used – result</Tag>
        )}
      </p>
      {conditions.map((code) => (
        <>
          <WarningText>
            {conditionWords(code)}
            {isCleared(code) && ' (cleared)'}
          </WarningText>
          {mayRelease && held && !isCleared(code) && <Clear id={draft.id} code={code} csrf={csrf} />}
        </>
      ))}
      <SummaryList
        rows={[
          { key: 'To', value: draft.recipients.join('; ') },
          { key: 'Gateway', value: gatewayName(draft.gateway) },
          { key: 'For', value: draft.purpose },
          { key: 'Answer by', value: <Day day={draft.deadline} /> },
          priority && {
            key: 'Answers',
            value: (
              <a class="govuk-link" href={`/intelligence/strategy/${priority.strategyId}`}>
                {`Priority ${priority.position}, ${priority.title} (control strategy ${priority.number})`}
              </a>
            ),
          },
          { key: 'Drafted by', value: draft.draftedByName },
          draft.decidedByName !== null && {
            key: draft.state === 'released' ? 'Authorised by' : 'Discarded by',
            value: draft.decidedByName,
          },
          draft.retentionGroup !== null && {
            key: 'Retention',
            value: (
              <>
                Group {draft.retentionGroup}: {retentionGroupOf(draft.retentionGroup).what}. Review by{' '}
                <Day day={draft.reviewOn ?? draft.deadline} />
              </>
            ),
          },
        ]}
      />
      <PackageWords text={wordsOf(draft, paragraphs)} />
      {problem && <ProblemOfDraft {...problem} isDraft={draft.state === 'draft'} id={draft.id} />}
      <Details summary="Items that it is made from">
        <ul class="govuk-list govuk-list--bullet">
          {paragraphs.map((one) => (
            <li>
              <ItemReference id={one.itemId} reference={one.itemReference} />, {gradeMark(one.grade)}
            </li>
          ))}
        </ul>
      </Details>
      {draft.state === 'released' && (
        <section>
          <h2 class="govuk-heading-m">What came back</h2>
          {answers.length === 0 ? (
            <p class="govuk-body">No answer yet.</p>
          ) : (
            <ComeBack {...{ answers, outcomes }} />
          )}
          <Ratings ratings={props.ratings} />
        </section>
      )}
      {mayRelease && draft.state === 'released' && (
        <section>
          <h2 class="govuk-heading-m">Review</h2>
          <ReviewForm
            {...props}
            action={`/intelligence/packages/${draft.id}/review`}
            version={draft.version}
            group={draft.retentionGroup}
          />
        </section>
      )}
      {mayRelease && draft.state === 'draft' && <Decide {...props} />}
    </>
  );
};
