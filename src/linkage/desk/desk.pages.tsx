import {
  Button,
  Details,
  EmptyState,
  Form,
  type FormState,
  InsetText,
  Instant,
  Select,
  SubNavigation,
  Tag,
} from '../../platform/ui/index.ts';
import { foundAlike, type Judgement, type Subject, verdictColours, verdictWords } from '../ledger/index.ts';
import type { Run } from '../match/run.store.ts';
import type { Agreement } from '../quality/agreement.ts';
import { AskOwner } from './pair.pages.tsx';
import type { PairView } from './pair.queries.ts';
import { Compared, Decide, Evidence, effectWords, HiddenAddress } from './pair-parts.pages.tsx';
import { ProgressLine } from './progress.pages.tsx';
import type { ListChoice, Progress, QueueAsk, Waiting } from './queue.queries.ts';
import { probabilityWords } from './waterfall.tsx';

/** The desk's own pages, on every one of them. */
export const DeskNavigation = ({ current }: { readonly current: string }) => (
  <SubNavigation
    label="Review desk"
    items={[
      { href: '/review', text: 'Queue' },
      { href: '/review/second', text: 'Second opinions' },
      { href: '/review/conflicts', text: 'Conflicts' },
      { href: '/questions', text: 'Questions' },
      { href: '/review/undo', text: 'Undo together' },
      { href: '/review/quality', text: 'Quality' },
      { href: '/review/models', text: 'Models and runs' },
    ].map(({ href, text }) => ({ href, children: text, active: href === current }))}
  />
);

/** A pair that waits, as a line under the one being decided. */
export interface QueueLine extends Waiting {
  left: Subject;
  right: Subject;
}

export interface DeskProps extends FormState {
  readonly ask: QueueAsk;
  readonly lists: readonly ListChoice[];
  readonly queue: readonly QueueLine[];
  /** Whether there are further pairs behind the queue. */
  readonly more: boolean;
  readonly current: PairView | undefined;
  /** Chance chose the current pair. */
  readonly isDrawn: boolean;
  readonly progress: Progress;
  readonly agreement: Agreement | undefined;
  readonly last: readonly (Judgement & { labels: string })[];
  readonly run: Run | undefined;
  readonly ownAgencyId: string;
  readonly csrf: string;
}

const Filters = ({ ask, lists }: Pick<DeskProps, 'ask' | 'lists'>) => (
  <Form method="get" action="/review" classes="bw-filters">
    <Select
      name="list"
      label="Which list"
      value={ask.listId ?? ''}
      items={[
        { value: '', text: 'All lists' },
        ...lists.map(({ id, name, agencyName }) => ({ value: id, text: `${name} (${agencyName})` })),
      ]}
    />
    <Select
      name="show"
      label="Pairs that"
      value={ask.show}
      items={[
        { value: 'proposed', text: 'wait for a decision' },
        { value: 'unsure', text: 'nobody could decide' },
        { value: 'audit', text: 'chance chose' },
      ]}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </Form>
);

const address = (ask: QueueAsk, at?: string): string => {
  const query = new URLSearchParams({
    ...(ask.listId ? { list: ask.listId } : {}),
    ...(ask.show === 'proposed' ? {} : { show: ask.show }),
    ...(at ? { at } : {}),
  }).toString();
  return query ? `/review?${query}` : '/review';
};

const QueueList = ({ queue, ask, current }: Pick<DeskProps, 'queue' | 'ask' | 'current'>) => (
  <section aria-labelledby="next-title">
    <h2 class="govuk-heading-m" id="next-title">
      The queue
    </h2>
    <p class="govuk-body-s">
      {ask.show === 'audit'
        ? 'Chance chose these, from each band of the model’s score in turn: the quality of matching is told from them.'
        : 'The order is by what a decision is worth: doubt, risk to the people, agencies and records it would bring together. Of all pairs between two people one stands here: its decision settles the others.'}
    </p>
    <ol class="bw-queue__items">
      {queue.slice(0, 10).map(({ judgement, left, right, together }) => {
        const isCurrent = judgement.id === current?.live?.id;
        return (
          <li class={isCurrent ? 'bw-queue__item bw-queue__item--current' : 'bw-queue__item'}>
            <a
              class="govuk-link govuk-link--no-visited-state bw-queue__link"
              href={address(ask, judgement.id)}
              aria-current={isCurrent ? 'true' : undefined}
            >
              {left.label} and {right.label}
            </a>
            <ul class="bw-queue__facts">
              <li>
                {left.source} / {right.source}
              </li>
              {judgement.probability !== null && <li>{probabilityWords(judgement.probability)}</li>}
              <li>{together} records together</li>
            </ul>
          </li>
        );
      })}
    </ol>
  </section>
);

const LastTen = ({ last, csrf, ask }: Pick<DeskProps, 'last' | 'csrf' | 'ask'>) => (
  <section aria-labelledby="last-title">
    <h2 class="govuk-heading-m" id="last-title">
      Your last decisions
    </h2>
    {last.length === 0 ? (
      <p class="govuk-body">The last ten you take stand here, each ready to be undone.</p>
    ) : (
      <>
        <ul class="govuk-list">
          {last.map((judgement, at) => (
            <li class="govuk-!-margin-bottom-3">
              <Tag classes={`govuk-tag--${verdictColours[judgement.verdict]}`}>
                {verdictWords[judgement.verdict]}
              </Tag>{' '}
              <a class="govuk-link" href={`/pairs/${judgement.recordA}/${judgement.recordB}`}>
                {judgement.labels}
              </a>
              , <Instant at={judgement.madeAt} />
              <Form action="/review/undo-one" csrfToken={csrf} classes="bw-decide govuk-!-margin-top-1">
                <input type="hidden" name="judgementId" value={judgement.id} />
                <input type="hidden" name="list" value={ask.listId ?? ''} />
                <Button
                  classes="govuk-button--secondary"
                  {...(at === 0 ? { attributes: { 'data-key': 'u', 'aria-keyshortcuts': 'u' } } : {})}
                >
                  Undo <span class="govuk-visually-hidden">{judgement.labels}</span>
                  {at === 0 && (
                    <span class="bw-key" aria-hidden="true">
                      u
                    </span>
                  )}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
        <Form action="/review/undo-last" csrfToken={csrf}>
          <Button classes="govuk-button--warning">Undo all of these</Button>
        </Form>
      </>
    )}
  </section>
);

const Keys = () => (
  <Details summary="Keys" id="keys" attributes={{ 'data-key-open': '?' }}>
    <ul class="govuk-list">
      <li>
        <kbd>1</kbd> the same, <kbd>2</kbd> different, <kbd>3</kbd> cannot say, <kbd>4</kbd> write a question
        to the owner
      </li>
      <li>
        <kbd>j</kbd> and <kbd>k</kbd> move through the queue, <kbd>Enter</kbd> opens
      </li>
      <li>
        <kbd>u</kbd> undoes your last decision, <kbd>?</kbd> opens this
      </li>
    </ul>
  </Details>
);

const Nothing = ({ ask, progress }: Pick<DeskProps, 'ask' | 'progress'>) => (
  <EmptyState
    title={
      {
        proposed: 'Nothing waits for you here',
        unsure: 'No pair was left undecided',
        audit: 'No pair is left for chance to choose',
      }[ask.show]
    }
  >
    {ask.listId ? (
      <a class="govuk-link" href="/review">
        Look at all lists
      </a>
    ) : progress.decidedInAll > 0 ? (
      'Every pair that the model found alike is decided, or follows from what was decided. New ones come when a list is loaded.'
    ) : (
      <>
        Records that are perhaps about the same person are put here after a list is loaded.{' '}
        <a class="govuk-link" href="/lists">
          Give a list
        </a>{' '}
        or{' '}
        <a class="govuk-link" href="/review/models">
          start a run of matching
        </a>
        .
      </>
    )}
  </EmptyState>
);

/** The desk: the pair whose decision is worth most, and the next one behind it. */
export const DeskPage = (props: DeskProps) => {
  const { ask, current, csrf, run } = props;
  return (
    <div data-module="bw-queue">
      <h1 class="govuk-heading-l">Review desk</h1>
      <DeskNavigation current="/review" />
      <ProgressLine {...props} />
      {run && (
        <InsetText>
          {run.kind === 'train' ? 'A model is being trained' : 'Matching is under way'}:{' '}
          {Math.round(run.doneShare * 100)}%. New pairs appear when it is done.
        </InsetText>
      )}
      {current ? (
        <>
          <h2 class="govuk-heading-m">
            {current.left.label} and {current.right.label}
          </h2>
          <p class="govuk-body">
            {current.live && current.live.why !== foundAlike && <strong>{current.live.why}. </strong>}
            {effectWords(current)}{' '}
            <a class="govuk-link" href={`/pairs/${current.left.id}/${current.right.id}`}>
              History of this pair
            </a>
          </p>
          {props.isDrawn && (
            <p class="govuk-body-s">
              Chance chose this pair, to measure the quality of matching. Decide it as any other.
            </p>
          )}
          <HiddenAddress isHidden={current.isAddressHidden} />
          <Compared view={current} />
          <Decide
            view={current}
            action="/review/decisions"
            csrf={csrf}
            state={props}
            hidden={{ list: ask.listId, show: ask.show, drawn: props.isDrawn ? 'audit' : '' }}
          />
          <Keys />
          <Evidence view={current} />
          <AskOwner view={current} ownAgencyId={props.ownAgencyId} csrf={csrf} problems={[]} typed={{}} />
          <QueueList {...props} />
          <Filters {...props} />
        </>
      ) : (
        <>
          <Nothing {...props} />
          <Filters {...props} />
        </>
      )}
      <LastTen {...props} />
    </div>
  );
};
