import {
  Button,
  DataTable,
  type DataTableProps,
  Form,
  Input,
  Instant,
  orAny,
  Select,
  Tag,
} from '../../platform/ui/index.ts';
import { AnsweringTag } from '../strategy/answering.pages.tsx';
import type { Answering } from '../strategy/answering.store.ts';
import type { QueueInput } from './item.forms.ts';
import { type ItemLine, mostFound } from './item.store.ts';
import {
  type ItemQueue,
  type ItemStatus,
  itemStatusWords,
  priorities,
  priorityWords,
  receivedHowWords,
} from './item.words.ts';
import { ItemReference } from './reference.pages.tsx';

const statusColour: Record<ItemStatus, string> = {
  received: 'blue',
  graded: 'yellow',
  returned: 'red',
  ready: 'green',
  duplicate: 'grey',
  'to-delete': 'orange',
  deleted: 'grey',
};
/** How an item stands, in words and a colour. */
export const ItemStatusTag = ({ status, isSensitive }: { status: ItemStatus; isSensitive: boolean }) => (
  <>
    <Tag classes={`govuk-tag--${statusColour[status]}`}>{itemStatusWords[status]}</Tag>
    {isSensitive && (
      <>
        {' '}
        <Tag classes="govuk-tag--red">Sensitive</Tag>
      </>
    )}
  </>
);

const QueueFilters = ({ filter }: { filter: QueueInput }) => (
  <Form method="get" action="/intelligence" classes="bw-filters">
    {filter.queue === 'sensitive' && <input type="hidden" name="queue" value="sensitive" />}
    {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
    <Input name="words" label="Words or reference" value={filter.words} type="search" />
    <Select
      name="status"
      label="Status"
      value={filter.status}
      items={[
        { value: 'waiting', text: 'Waiting' },
        { value: 'all', text: 'Any' },
        ...Object.entries(itemStatusWords).map(([value, text]) => ({ value, text })),
      ]}
    />
    <Select
      name="receivedHow"
      label="Came by"
      value={filter.receivedHow ?? ''}
      items={orAny(Object.entries(receivedHowWords).map(([value, text]) => ({ value, text })))}
    />
    <Select
      name="priority"
      label="Priority"
      value={filter.priority ? String(filter.priority) : ''}
      items={orAny(priorities.map((one) => ({ value: String(one), text: priorityWords[one] ?? '' })))}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </Form>
);

const OtherQueue = ({ queue, waiting }: { queue: ItemQueue; waiting: number }) => (
  <p class="govuk-body">
    {queue === 'sensitive' ? (
      <>
        Items here are for the manager and the officers named on each.{' '}
        <a class="govuk-link" href="/intelligence">
          The unit’s queue
        </a>
      </>
    ) : (
      <a class="govuk-link" href="/intelligence?queue=sensitive">
        Sensitive queue
      </a>
    )}{' '}
    ({waiting < 100 ? waiting : '100 or more'} waiting)
  </p>
);

interface QueueProps {
  items: readonly ItemLine[];
  /** Priorities of the control strategy that each answers. */
  answering: ReadonlyMap<string, Answering[]>;
  /** Those that say what the viewer watches for. */
  watched: ReadonlySet<string>;
  filter: QueueInput;
  /** More say what is searched for than are put into order. */
  isCut: boolean;
  /** How many of the other queue wait, of those that the viewer reads. */
  otherWaiting: number;
  nextHref: string | undefined;
  sort: NonNullable<DataTableProps<ItemLine>['sort']>;
  mayAdd: boolean;
  mayConvert: boolean;
}

/** Everything that came in, from every feed, in one queue. */
export const QueuePage = ({
  items,
  answering,
  watched,
  filter,
  isCut,
  otherWaiting,
  nextHref,
  sort,
  mayAdd,
  mayConvert,
}: QueueProps) => (
  <>
    <h1 class="govuk-heading-l">
      {filter.queue === 'sensitive' ? 'Sensitive intelligence queue' : 'Intelligence queue'}
    </h1>
    <OtherQueue queue={filter.queue} waiting={otherWaiting} />
    {mayAdd && (
      <p class="govuk-body">
        <a class="govuk-link" href="/intelligence/add">
          Put in a complaint, an anonymous report or an item of a feed
        </a>
        {' · '}
        <a class="govuk-link" href="/intelligence/feeds">
          Feeds and e-mails from files
        </a>
        {mayConvert && (
          <>
            {' · '}
            <a class="govuk-link" href="/intelligence/legacy">
              Older grades (5x5x5)
            </a>
          </>
        )}
      </p>
    )}
    {isCut && (
      <p class="govuk-body">
        More than {mostFound.toLocaleString('en-GB')} items say this: the newest{' '}
        {mostFound.toLocaleString('en-GB')} of them are listed. Add a word, or choose a status, to find an
        older one.
      </p>
    )}
    <DataTable
      caption="Items, what is urgent first and then the oldest"
      captionClasses="govuk-visually-hidden"
      filters={<QueueFilters filter={filter} />}
      rows={items}
      sort={sort}
      columns={[
        {
          heading: 'Item',
          sortKey: 'reference',
          cell: (item) => <ItemReference id={item.id} reference={item.reference} />,
        },
        {
          heading: 'About',
          cell: (item) => (
            // One block: on a phone the parts of a cell stand side by side.
            <div>
              {item.title}
              {item.hasTwin && (
                <div>
                  <Tag classes="govuk-tag--purple">Shared detail</Tag>
                </div>
              )}
              {watched.has(item.id) && (
                <div>
                  <Tag classes="govuk-tag--orange">On a watchlist</Tag>
                </div>
              )}
              <div>
                <AnsweringTag answering={answering.get(item.id) ?? []} />
              </div>
            </div>
          ),
        },
        {
          heading: 'Came by',
          cell: (item) =>
            [receivedHowWords[item.receivedHow], item.receivedHow === 'form' && item.fromAgencyName]
              .filter(Boolean)
              .join(', '),
        },
        { heading: 'Received', sortKey: 'received', cell: (item) => <Instant at={item.receivedAt} /> },
        { heading: 'Priority', sortKey: 'priority', cell: (item) => priorityWords[item.priority] },
        { heading: 'Status', cell: (item) => <ItemStatusTag {...item} /> },
      ]}
      empty={{
        title: 'Nothing here',
        children: 'Items that fit what you chose would be listed here. Choose less, or look at any status.',
        action: { href: '/intelligence?status=all', children: 'Every item' },
      }}
      paging={{ nextHref }}
    />
  </>
);
