import { Button, DataTable, Day, EmptyState, Form, Input, RecordPage } from '../../platform/ui/index.ts';
import { probabilityWords } from '../desk/waterfall.tsx';
import type { FoundPerson } from './card.queries.ts';

import {
  type CardProps,
  Conflicts,
  counted,
  Fields,
  History,
  Holdings,
  Joins,
  sureWords,
} from './card-parts.pages.tsx';

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
          {/* The register stands above this module: its address is all that is known of it here. */}
          {props.mayReview && !card.asAt && (
            <Form action="/register" csrfToken={props.csrf}>
              <input
                type="hidden"
                name="recordId"
                value={card.holdings[0]?.subject.id ?? card.identity.key}
              />
              <Button>Take on the victim register, or open their file</Button>
            </Form>
          )}
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
