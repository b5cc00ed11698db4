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
  type ItemStatus,
  itemStatusWords,
  priorities,
  priorityWords,
  receivedHowWords,
} from './item.words.ts';

const statusColour: Record<ItemStatus, string> = {
  received: 'blue',
  graded: 'yellow',
  returned: 'red',
  ready: 'green',
  duplicate: 'grey',
};
/** How an item stands, in words and a colour. */
export const ItemStatusTag = ({ status }: { status: ItemStatus }) => (
  <Tag classes={`govuk-tag--${statusColour[status]}`}>{itemStatusWords[status]}</Tag>
);

const QueueFilters = ({ filter }: { filter: QueueInput }) => (
  <Form method="get" action="/intelligence" classes="bw-filters">
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

interface QueueProps {
  items: readonly ItemLine[];
  /** Priorities of the control strategy that each answers. */
  answering: ReadonlyMap<string, Answering[]>;
  filter: QueueInput;
  /** More say what is searched for than are put into order. */
  isCut: boolean;
  nextHref: string | undefined;
  sort: NonNullable<DataTableProps<ItemLine>['sort']>;
  mayAdd: boolean;
}

/** Everything that came in, from every feed, in one queue. */
export const QueuePage = ({ items, answering, filter, isCut, nextHref, sort, mayAdd }: QueueProps) => (
  <>
    <h1 class="govuk-heading-l">Intelligence queue</h1>
    {mayAdd && (
      <p class="govuk-body">
        <a class="govuk-link" href="/intelligence/add">
          Put in a complaint, an anonymous report or an item of a feed
        </a>
        {' · '}
        <a class="govuk-link" href="/intelligence/feeds">
          Feeds and e-mails from files
        </a>
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
          cell: (item) => (
            <a class="govuk-link bw-reference" href={`/intelligence/items/${item.id}`}>
              {item.reference}
            </a>
          ),
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
        { heading: 'Status', cell: (item) => <ItemStatusTag status={item.status} /> },
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
