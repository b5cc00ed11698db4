import {
  Button,
  DataTable,
  Day,
  EmptyState,
  Form,
  Input,
  InsetText,
  Instant,
  RecordPage,
  Tag,
  Timeline,
} from '../../platform/ui/index.ts';
import { probabilityWords } from '../desk/waterfall.tsx';
import { addressHidden, type Judgement, verdictWords } from '../ledger/index.ts';
import type { HeldValue } from './best-values.ts';
import type { Card, FoundPerson, Holding, Join } from './card.queries.ts';

interface CardProps {
  readonly card: Card;
  readonly mayReview: boolean;
  readonly csrf: string;
  readonly today: string;
}

const said = (judgement: Judgement): string =>
  judgement.madeBy === 'model'
    ? `model ${judgement.modelNumber ?? ''}: ${probabilityWords(judgement.probability ?? 0)}`
    : [judgement.officerName, judgement.agencyName].filter(Boolean).join(', ');

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** How sure it is that all of this is one person, by its weakest link. */
function sureWords({ identity, joins }: Card): string {
  if (!identity.weakest) return 'One record alone';
  const weakest = joins.find(({ judgement }) => judgement.id === identity.weakest?.id)?.judgement;
  if (!weakest) return '';
  return weakest.madeBy === 'person'
    ? `Every link decided by a person${weakest.probability === null ? '' : `; the weakest had ${probabilityWords(weakest.probability)} by the model`}`
    : `As its weakest link: ${probabilityWords(weakest.probability ?? 0)}, by a model alone`;
}

const Held = ({ held }: { readonly held: HeldValue }) => (
  <>
    {held.value}{' '}
    <span class="govuk-hint govuk-!-margin-bottom-0">
      {held.heldBy.map(({ source, agencyName }) => `${source} (${agencyName})`).join('; ')}
    </span>
  </>
);

const Fields = ({ card }: { readonly card: Card }) => (
  <>
    {card.isAddressHidden && (
      <InsetText>
        <strong>Address: {addressHidden.toLowerCase()}.</strong> No record’s address or postcode is shown
        here, whichever list it is on.
      </InsetText>
    )}
    <DataTable
      caption="Best values, and what other records say"
      captionClasses="govuk-visually-hidden"
      rows={card.fields}
      columns={[
        { heading: 'Field', cell: ({ label }) => label },
        { heading: 'Most records say', cell: ({ best }) => <Held held={best} /> },
        {
          heading: 'Others say',
          cell: ({ others }) =>
            others.length === 0 ? (
              '–'
            ) : (
              <ul class="govuk-list govuk-!-margin-bottom-0">
                {others.map((held) => (
                  <li>
                    <Held held={held} />
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
      empty={{ title: 'No details', children: 'None of the records says more than a name.' }}
    />
  </>
);

const Holdings = ({ holdings }: { readonly holdings: readonly Holding[] }) => (
  <DataTable
    caption="Who holds what"
    captionClasses="govuk-visually-hidden"
    rows={holdings}
    columns={[
      { heading: 'Held by', cell: ({ subject }) => subject.agencyName },
      { heading: 'On', cell: ({ subject }) => subject.source },
      { heading: 'As', cell: ({ subject }) => subject.label },
      { heading: 'Since', cell: ({ subject }) => <Instant at={subject.receivedAt} /> },
      { heading: 'What they do', cell: ({ intervention }) => intervention || 'Not told' },
      { heading: 'How sure', cell: ({ tie }) => (tie ? said(tie) : 'One record alone') },
    ]}
    empty={{ title: 'Nobody', children: '' }}
  />
);

const withoutWords = ({ without }: Join): string =>
  without.length === 1
    ? 'Others hold them together all the same'
    : `Would leave ${without.map((count) => counted(count, 'record', 'records')).join(' and ')}`;

const Joins = ({ card, mayReview, csrf }: CardProps) => {
  const labelOf = new Map(
    card.holdings.map(({ subject }) => [subject.id, `${subject.label} (${subject.source})`]),
  );
  return (
    <DataTable
      caption="What holds them together"
      captionClasses="govuk-visually-hidden"
      rows={card.joins}
      columns={[
        {
          heading: 'Pair',
          cell: ({ judgement }) => {
            const words = `${labelOf.get(judgement.recordA) ?? ''} and ${labelOf.get(judgement.recordB) ?? ''}`;
            return mayReview ? (
              <a class="govuk-link" href={`/pairs/${judgement.recordA}/${judgement.recordB}`}>
                {words}
              </a>
            ) : (
              words
            );
          },
        },
        {
          heading: 'Said by',
          cell: ({ judgement }) => (
            <>
              {said(judgement)}, <Instant at={judgement.madeAt} />
              {judgement.id === card.identity.weakest?.id && (
                <>
                  {' '}
                  <Tag classes="govuk-tag--yellow">Weakest link</Tag>
                </>
              )}
            </>
          ),
        },
        { heading: 'Why', cell: ({ judgement }) => judgement.why },
        {
          heading: 'Without it',
          cell: (join) => (
            <>
              {withoutWords(join)}
              {mayReview && !card.asAt && join.judgement.madeBy === 'person' && (
                <Form
                  action={`/people/${card.identity.key}/split`}
                  csrfToken={csrf}
                  classes="bw-decide govuk-!-margin-top-2"
                >
                  <input type="hidden" name="judgementId" value={join.judgement.id} />
                  <Button classes="govuk-button--secondary">
                    Undo<span class="govuk-visually-hidden"> this link</span>
                  </Button>
                </Form>
              )}
            </>
          ),
        },
      ]}
      empty={{
        title: 'One record alone',
        children: 'Nobody has joined another record to this one, of those you may see.',
      }}
    />
  );
};

const Conflicts = ({ card }: { readonly card: Card }) => (
  <ul class="govuk-list govuk-list--bullet">
    {card.conflicts.map(({ refused, because }) => (
      <li>
        {said(refused)} said the same of{' '}
        <a
          class="govuk-link"
          href={`/people/${card.identity.members.includes(refused.recordA) ? refused.recordB : refused.recordA}`}
        >
          another person
        </a>
        , but {because.map((apart) => `${said(apart)} holds a pair apart: ${apart.why}`).join('; ')}.
      </li>
    ))}
  </ul>
);

const History = ({ card }: { readonly card: Card }) => {
  const received = card.holdings.map(({ subject }) => ({
    at: subject.receivedAt,
    label: `Received from ${subject.agencyName}`,
    words: `${subject.source}, under ${subject.gateway}`,
  }));
  const labelOf = new Map(
    card.holdings.map(({ subject }) => [subject.id, `${subject.label} (${subject.source})`]),
  );
  const judged = card.judgements.map((judgement) => ({
    at: judgement.madeAt,
    label: verdictWords[judgement.verdict],
    words: `${labelOf.get(judgement.recordA) ?? ''} and ${labelOf.get(judgement.recordB) ?? ''}. ${said(judgement)}: ${judgement.why}${judgement.endedAt ? '. No longer holds' : ''}`,
  }));
  return (
    <Timeline
      headingLevel={3}
      items={[...received, ...judged]
        .sort((one, other) => other.at.getTime() - one.at.getTime())
        .map(({ at, label, words }) => ({ label, when: <Instant at={at} />, children: words }))}
    />
  );
};

const AsAt = ({ card, today }: Pick<CardProps, 'card' | 'today'>) => (
  <Form method="get" action={`/people/${card.identity.key}`}>
    <Input
      name="asAt"
      label="As at the end of a day"
      hint={`Like ${today}. Empty for now.`}
      value={card.asAt ?? ''}
      classes="govuk-input--width-10"
    />
    <Button classes="govuk-button--secondary">Look</Button>
  </Form>
);

/** One person from many lists: who holds what, since when, how sure, and whom to ask about what cannot be seen. */
export const CardPage = (props: CardProps) => {
  const { card } = props;
  const agencies = new Set(card.holdings.map(({ subject }) => subject.agencyName)).size;
  return (
    <RecordPage
      kind={card.kind === 'person' ? 'Person' : 'Firm or organisation'}
      name={card.name}
      facts={[
        {
          label: 'Held in',
          value: `${counted(card.holdings.length, 'record', 'records')} of ${counted(agencies, 'agency', 'agencies')} that you may see`,
        },
        { label: 'How sure', value: sureWords(card) },
        ...(card.asAt ? [{ label: 'As at', value: <Day day={card.asAt} /> }] : []),
      ]}
      {...(card.isAddressHidden
        ? {
            safety: {
              instructions: [
                'This person’s address must stay hidden. Do not ask for it, write it down or pass it on. Make contact only as the register says.',
              ],
            },
          }
        : {})}
      sections={[
        { id: 'details', title: 'What is known', children: <Fields card={card} /> },
        { id: 'held', title: 'Who holds what', children: <Holdings holdings={card.holdings} /> },
        ...(card.asks.length > 0
          ? [
              {
                id: 'ask',
                title: 'What you cannot see, and whom to ask',
                children: (
                  <ul class="govuk-list govuk-list--bullet">
                    {card.asks.map(({ agencyName, contact }) => (
                      <li>
                        Ask {agencyName}: {contact || 'their spokesperson'}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        { id: 'links', title: 'What holds them together', children: <Joins {...props} /> },
        ...(card.conflicts.length > 0
          ? [{ id: 'conflicts', title: 'Conflicts', children: <Conflicts card={card} /> }]
          : []),
        ...(props.mayReview && !card.asAt
          ? [
              {
                id: 'perhaps',
                title: 'Perhaps also',
                children:
                  card.perhaps.length === 0 ? (
                    <EmptyState title="Nobody else">No undecided pair touches this person.</EmptyState>
                  ) : (
                    <ul class="govuk-list govuk-list--bullet">
                      {card.perhaps.map((judgement) => (
                        <li>
                          <a class="govuk-link" href={`/pairs/${judgement.recordA}/${judgement.recordB}`}>
                            {judgement.labels}
                          </a>
                          {judgement.probability === null
                            ? ''
                            : `: ${probabilityWords(judgement.probability)}`}
                        </li>
                      ))}
                    </ul>
                  ),
              },
            ]
          : []),
        { id: 'timeline', title: 'Timeline', children: <History card={card} /> },
      ]}
      actions={
        <>
          <AsAt {...props} />
          <p class="govuk-body-s">This page prints as it stands, with its marking.</p>
        </>
      }
    />
  );
};

/** People by name, each once. */
export const PeoplePage = ({
  words,
  people,
}: {
  readonly words: string;
  readonly people: readonly FoundPerson[];
}) => (
  <>
    <h1 class="govuk-heading-l">Find a person’s card</h1>
    <DataTable
      caption={words ? `Called like “${words}”` : 'People'}
      filters={
        <Form method="get" action="/people" classes="bw-filters">
          <Input
            name="words"
            label="Name"
            value={words}
            type="search"
            hint="Any parts of the name, in any order."
          />
          <Button classes="govuk-button--secondary">Search</Button>
        </Form>
      }
      rows={people}
      columns={[
        {
          heading: 'Name',
          cell: ({ key, label }) => (
            <a class="govuk-link" href={`/people/${key}`}>
              {label}
            </a>
          ),
        },
        { heading: 'Records', cell: ({ records }) => records, numeric: true },
        { heading: 'Held by', cell: ({ heldBy }) => heldBy.join(', ') },
      ]}
      empty={{
        title: words ? 'Nobody of that name that you may see' : 'Write a name',
        children:
          'Each person is listed once, however many lists they are on, from the records that you may see.',
      }}
    />
  </>
);
