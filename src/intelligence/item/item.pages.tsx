import { reasonWords } from '../../../reference/return-reasons.ts';
import {
  asked,
  Button,
  type Content,
  Details,
  Form,
  type FormState,
  Instant,
  Select,
  SummaryList,
  Textarea,
  VersionField,
  WarningText,
} from '../../platform/ui/index.ts';
import { GradingHistory, Paragraphs } from './grade.pages.tsx';
import type { Grading, Paragraph } from './grade.store.ts';
import type { Item, ItemEvent } from './item.store.ts';
import { itemTransition } from './item.transitions.ts';
import { priorities, priorityWords, receivedHowWords } from './item.words.ts';
import { ItemStatusTag } from './queue.pages.tsx';
import { ItemReference } from './reference.pages.tsx';
import { namesSender } from './sender.rules.ts';
import { DeletionPart, ReturnPart, SensitivePart } from './steps.pages.tsx';
import type { Twin } from './twin.store.ts';

/** Everything that the page of one item shows. */
export interface ItemView {
  item: Item;
  paragraphs: readonly Paragraph[];
  twins: readonly Twin[];
  gradings: readonly Grading[];
  events: readonly ItemEvent[];
  next: string | undefined;
  roles: readonly string[];
  mayGrade: boolean;
  /** The feed whose file it stood in, with its reference there. */
  feed: string | undefined;
  /** Officers of the unit, of whom the manager names readers. */
  officers: readonly { id: string; name: string }[];
  /** The viewer. */
  own: string;
}

export interface ItemProps extends FormState, ItemView {
  /** The paragraph with the form. */
  open: string | undefined;
  csrf: string;
  /** What other parts of the unit's work say of the item: its source, its links, the packages it is in. */
  parts: Content;
}

export const mayDo = ({ roles, item }: ItemProps, action: Parameters<typeof itemTransition>[1]): boolean =>
  itemTransition(item.status, action)?.who.some((role) => roles.includes(role)) ?? false;

export const Version = ({ item }: { item: Item }) => <VersionField version={item.version} />;

const Facts = ({ item, feed }: { item: Item; feed: string | undefined }) => (
  <SummaryList
    rows={[
      {
        key: 'Came by',
        value: [
          receivedHowWords[item.receivedHow],
          item.receivedHow === 'form' && item.fromOfficerName,
          item.receivedHow === 'form' && item.fromAgencyName,
          feed,
        ]
          .filter(Boolean)
          .join(', '),
      },
      { key: 'Received', value: <Instant at={item.receivedAt} /> },
      { key: 'Priority', value: priorityWords[item.priority] },
      item.howKnown !== '' && { key: 'How they know', value: item.howKnown },
      item.knownWhen !== '' && { key: 'When', value: item.knownWhen },
      item.duplicateOf !== null && {
        key: 'The same as',
        value: <ItemReference id={item.duplicateOf} reference={item.duplicateOfReference ?? ''} />,
      },
    ]}
  />
);

const twinWords = (twin: Twin): string =>
  twin.likeness === null
    ? `the same ${twin.shared.join(', ')}`
    : `${Math.round(twin.likeness * 100)}% of the same words`;

const Twins = (props: ItemProps) => {
  const { item, twins, csrf } = props;
  if (twins.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Perhaps about the same</h2>
      <ul class="govuk-list govuk-list--bullet">
        {twins.map((twin) => (
          <li>
            <ItemReference id={twin.id} reference={twin.reference} />, {twin.title} ({twinWords(twin)})
          </li>
        ))}
      </ul>
      {mayDo(props, 'duplicate') && (
        <Form action={`/intelligence/items/${item.id}/same`} csrfToken={csrf}>
          <Version item={item} />
          <Select
            {...asked(props, 'of')}
            label="It says the same and nothing more as"
            items={twins
              .filter(({ status }) => status !== 'duplicate')
              .map((twin) => ({ value: twin.id, text: `${twin.reference} ${twin.title}` }))}
          />
          <Button classes="govuk-button--secondary">The same: take it out of the queue</Button>
        </Form>
      )}
    </section>
  );
};

/** A step that is one press. */
const Press = ({
  props,
  action,
  to,
}: {
  props: ItemProps;
  action: Parameters<typeof itemTransition>[1];
  to: string;
}) =>
  mayDo(props, action) ? (
    <Form action={`/intelligence/items/${props.item.id}/${to}`} csrfToken={props.csrf}>
      <Version item={props.item} />
      <Button>{itemTransition(props.item.status, action)?.button}</Button>
    </Form>
  ) : null;

const Steps = (props: ItemProps) => {
  const { item, csrf } = props;
  return (
    <section>
      <h2 class="govuk-heading-m">Next</h2>
      <Press props={props} action="ready" to="ready" />
      <Press props={props} action="correct" to="correct" />
      <Press props={props} action="not-duplicate" to="not-same" />
      <ReturnPart {...props} />
      <DeletionPart {...props} />
      <SensitivePart {...props} />
      <Details summary="How soon">
        <Form action={`/intelligence/items/${item.id}/priority`} csrfToken={csrf}>
          <Version item={item} />
          <Select
            name="priority"
            label="Priority"
            hint="What it answers of the control strategy stands above; how soon it is graded is yours to say."
            value={String(item.priority)}
            items={priorities.map((one) => ({ value: String(one), text: priorityWords[one] ?? '' }))}
          />
          <Button classes="govuk-button--secondary">Set it</Button>
        </Form>
      </Details>
      {item.receivedHow === 'form' && (
        <Details summary="Tell the sender whether it was of use">
          <Form action={`/intelligence/items/${item.id}/feedback`} csrfToken={csrf}>
            <Select
              name="feedback"
              label="They read this, and nothing more"
              items={[
                { value: 'used', text: 'Used' },
                { value: 'not-used', text: 'Not used' },
              ]}
            />
            <Button classes="govuk-button--secondary">Tell them</Button>
          </Form>
        </Details>
      )}
    </section>
  );
};

const Part = (props: ItemProps) =>
  props.paragraphs.some(({ grade }) => grade) ? null : (
    <Details
      summary="Part it into other paragraphs"
      open={props.problems.some(({ field }) => field === 'body')}
    >
      <Form action={`/intelligence/items/${props.item.id}/parts`} csrfToken={props.csrf}>
        <Version item={props.item} />
        <Textarea
          {...asked(props, 'body', props.paragraphs.map(({ body }) => body).join('\n\n'))}
          label="Put an empty line between two paragraphs"
          rows={8}
        />
        <Button classes="govuk-button--secondary">Part it so</Button>
      </Form>
    </Details>
  );

/** One item: what came, what it may be the same as, its paragraphs with their grades, and what is done next. */
export const ItemPage = (props: ItemProps) => {
  const { item, next, mayGrade } = props;
  return (
    <>
      <span class="govuk-caption-l">{item.reference}</span>
      <h1 class="govuk-heading-l">{item.title}</h1>
      <p class="govuk-body">
        <ItemStatusTag {...item} />{' '}
        {next && (
          <a class="govuk-link" href={`/intelligence/items/${next}`} rel="next">
            Next item that waits
          </a>
        )}
      </p>
      {item.fearsForSource && (
        <WarningText>Whoever gave this says that somebody could come to harm: {item.fearsWords}</WarningText>
      )}
      {namesSender(item) && (
        <WarningText>
          It names whoever sent it, {item.fromOfficerName}. They are told nothing more of it, and no package
          made from it goes to them. Shut the item where colleagues of theirs read it.
        </WarningText>
      )}
      {item.status === 'returned' && item.returnedFor && (
        <WarningText>
          Returned for correction by {item.returnedFor}: {reasonWords(item.returnReason)}. {item.returnedWhy}
        </WarningText>
      )}
      {item.isSensitive && (
        <WarningText>
          Sensitive: for the manager and{' '}
          {props.officers
            .filter(({ id }) => item.sensitiveReaders.includes(id))
            .map(({ name }) => name)
            .join(', ') || 'nobody else'}
          . {item.sensitiveWhy}
        </WarningText>
      )}
      <Facts item={item} feed={props.feed} />
      <Twins {...props} />
      <h2 class="govuk-heading-m">What it says, and its grades</h2>
      <Paragraphs
        {...props}
        mayGrade={mayGrade && !['duplicate', 'to-delete', 'deleted'].includes(item.status)}
      />
      {mayGrade && <Part {...props} />}
      <GradingHistory gradings={props.gradings} />
      {props.parts}
      <Steps {...props} />
      <Details summary="History">
        <ul class="govuk-list govuk-list--bullet">
          {props.events.map((event) => (
            <li>
              <Instant at={event.at} />
              {event.officerName && `, ${event.officerName}`}: {event.words}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
};
