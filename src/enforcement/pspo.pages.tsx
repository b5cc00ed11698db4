import type { AreaRow } from '../directory/index.ts';
import { Button, DataTable, type DataTableProps, Day, RecordPage, Tag } from '../platform/ui/index.ts';
import { FileFilters } from './procedure-filters.pages.tsx';
import { EditionList, History } from './procedure-history.pages.tsx';
import { NextSteps, type OfferedStep, StepLinks } from './procedure-next.pages.tsx';
import type { PspoFilterInput } from './pspo.forms.ts';
import type { pspoPageView } from './pspo.queries.ts';
import type { Pspo } from './pspo.store.ts';
import { openStatuses } from './pspo.transitions.ts';
import { alertWords, namedWords, standingNeeds, standingOn } from './pspo.ts';
import {
  type PspoStatus,
  pspoKindWords,
  pspoPaperWords,
  pspoStatusWords,
  standingWords,
} from './pspo.words.ts';
import { Consultees, Days, Officers, Signs } from './pspo-parts.pages.tsx';
import { OrderMap, OrderTerms } from './pspo-public.pages.tsx';

const colours: Record<PspoStatus, string> = {
  proposed: 'yellow',
  evidenced: 'blue',
  consulting: 'purple',
  consented: 'blue',
  decided: 'blue',
  made: 'orange',
  published: 'green',
  expired: 'grey',
  discharged: 'grey',
  withdrawn: 'grey',
};
const PspoTag = ({ status }: { status: PspoStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{pspoStatusWords[status]}</Tag>
);

interface ListProps {
  files: readonly Pspo[];
  filter: PspoFilterInput;
  districts: readonly AreaRow[];
  nextHref: string | undefined;
  exports: NonNullable<DataTableProps<Pspo>['exports']>;
  sort: NonNullable<DataTableProps<Pspo>['sort']>;
  mayWrite: boolean;
  today: string;
}

/** Public spaces orders and proposals, the latest first. */
export const PspoListPage = ({
  files,
  filter,
  districts,
  nextHref,
  mayWrite,
  today,
  ...props
}: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Public spaces orders</h1>
    <p class="govuk-body">
      {mayWrite && (
        <>
          <a class="govuk-link" href="/pspos/new">
            Propose an order, or record an older one
          </a>
          {' · '}
        </>
      )}
      <a class="govuk-link" href="/public-spaces">
        The public register
      </a>
    </p>
    <DataTable
      caption="Public spaces orders"
      captionClasses="govuk-visually-hidden"
      filters={
        <FileFilters
          action="/pspos"
          filter={filter}
          open={{ value: 'in-force', text: 'In force today' }}
          statusWords={{ ending: 'In force, ending within 12 months', ...pspoStatusWords }}
          kind={{ name: 'kind', label: 'Kind', value: filter.kind, words: pspoKindWords }}
          districts={districts}
        />
      }
      rows={files}
      columns={[
        {
          heading: 'File',
          sortKey: 'reference',
          cell: (c) => (
            <a class="govuk-link bw-reference" href={`/pspos/${c.id}`}>
              {c.reference}
            </a>
          ),
        },
        { heading: 'Order', sortKey: 'title', cell: (c) => c.title },
        { heading: 'Council', cell: (c) => c.agencyName },
        { heading: 'Today', cell: (c) => standingWords[standingOn(c, today)] },
        {
          heading: 'Last day',
          sortKey: 'ends',
          cell: (c) => (c.endsOn ? <Day day={c.endsOn} /> : 'None yet'),
        },
        { heading: 'Status', cell: (c) => <PspoTag status={c.status} /> },
      ]}
      empty={{
        title: 'No orders here',
        children: 'Orders that fit what you chose would be listed here. Choose less, or propose an order.',
        ...(mayWrite ? { action: { href: '/pspos/new', children: 'Propose an order' } } : {}),
      }}
      paging={{ nextHref }}
      sort={props.sort}
      exports={props.exports}
    />
  </>
);

type Loaded = Extract<Awaited<ReturnType<typeof pspoPageView>>, { ok: true }>['value'];
export type PspoPageProps = Loaded;

const stepsOf = ({ lines }: PspoPageProps): OfferedStep[] =>
  lines.map(({ line, conditions }) => {
    const standing: readonly string[] = standingNeeds(line);
    return { line, needs: conditions.filter(({ code }) => standing.includes(code)) };
  });

/** What is said before anything else: that it ends soon, is not published, or lies over another order. */
const alerts = ({ alert, file, overlaps, named }: PspoPageProps): string[] => [
  ...(named.length > 0 ? [`${namedWords(named)}. Take it out before it is published.`] : []),
  ...(alert === undefined ? [] : [`This order ends within ${alert} months. ${alertWords(file)}.`]),
  ...(file.status === 'made' ? ['The text as it stands is not published. Publish it.'] : []),
  ...overlaps.map(
    (one) =>
      `${one.reference} (${one.title}, ${one.agencyName}) covers some of the same ground on some of the same days. A penalty there says which order was broken.`,
  ),
];

/** One order: what comes next, its text and map, the days, consultees, officers, signs, papers and history. */
export function PspoPage(props: PspoPageProps) {
  const { file, events, isOwn, lines, papers } = props;
  const instructions = alerts(props);
  const steps = stepsOf(props);
  const hasNeeds = steps.some(({ needs }) => needs.length > 0);
  const canEdit = openStatuses.includes(file.status) && lines.length > 0;
  const own = isOwn
    ? [
        { id: 'consultees', title: 'Consultation', children: <Consultees {...props} /> },
        { id: 'officers', title: 'Authorised officers', children: <Officers {...props} /> },
        { id: 'signs', title: 'Signs', children: <Signs {...props} /> },
        {
          id: 'papers',
          title: 'Papers',
          children:
            papers.length === 0 ? (
              <p class="govuk-body">No order was made here yet.</p>
            ) : (
              <EditionList
                editions={papers}
                words={pspoPaperWords}
                under={`/pspos/${file.id}/papers`}
                isAddressHidden={false}
              />
            ),
        },
      ]
    : [];
  return (
    <RecordPage
      kind={pspoKindWords[file.kind]}
      name={`${file.title} (${file.reference})`}
      facts={[
        { label: 'Status', value: <PspoTag status={file.status} /> },
        { label: 'Council', value: file.agencyName },
        ...(file.endsOn ? [{ label: 'Last day', value: <Day day={file.endsOn} /> }] : []),
      ]}
      safety={instructions.length > 0 ? { instructions } : undefined}
      sections={[
        ...(hasNeeds
          ? [
              {
                id: 'next',
                title: 'What the law needs next',
                children: (
                  <NextSteps
                    steps={steps}
                    mendOf={(field) =>
                      canEdit && ['kind', 'isRightOfWay'].includes(field)
                        ? `/pspos/${file.id}/edit#${field}`
                        : undefined
                    }
                  />
                ),
              },
            ]
          : []),
        {
          id: 'text',
          title: 'What the order says',
          children: (
            <>
              <OrderTerms order={file} under={3} />
              <OrderMap src={`/pspos/${file.id}/map.svg`} words={file.areaWords} />
            </>
          ),
        },
        { id: 'days', title: 'Days that count', children: <Days {...props} /> },
        ...own,
        { id: 'history', title: 'History', children: <History events={events} /> },
      ]}
      actions={
        isOwn ? (
          <StepLinks steps={steps} under={`/pspos/${file.id}/steps`}>
            {canEdit && (
              <Button href={`/pspos/${file.id}/edit`} classes="govuk-button--secondary">
                Change the proposal
              </Button>
            )}
          </StepLinks>
        ) : (
          <p class="govuk-body">{file.agencyName} makes and enforces this order. Ask them.</p>
        )
      }
    />
  );
}
