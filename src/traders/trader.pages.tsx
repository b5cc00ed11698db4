import { traderTrades } from '../../reference/trader-scheme.ts';
import { AlertList, type PublicAlert } from '../court/index.ts';
import { History, NextSteps, StepLinks } from '../enforcement/index.ts';
import { vettingConditionName } from '../intelligence/index.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  DayBoxes,
  Deadline,
  Form,
  type FormState,
  Input,
  Money,
  orAny,
  RecordPage,
  Select,
  Tag,
  toChoose,
} from '../platform/ui/index.ts';
import type { TraderFilterInput } from './trader.forms.ts';
import type { CheckedTrader, Trader } from './trader.store.ts';
import {
  feeKinds,
  feeKindWords,
  groundName,
  type TraderStatus,
  tradeName,
  traderStatusWords,
} from './trader.words.ts';
import { Checks, Complaints } from './trader-checks.pages.tsx';
import {
  Firm,
  Papers,
  Payments,
  People,
  type TraderPageProps,
  VettingSection,
} from './trader-parts.pages.tsx';
import type { Fee } from './trader-parts.store.ts';

const colours: Record<TraderStatus, string> = {
  applied: 'grey',
  checking: 'yellow',
  member: 'green',
  renewing: 'green',
  suspended: 'orange',
  refused: 'red',
  appealed: 'purple',
  expelled: 'red',
  withdrawn: 'grey',
  lapsed: 'grey',
  left: 'grey',
};
const TraderTag = ({ status }: { status: TraderStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{traderStatusWords[status]}</Tag>
);

interface ListProps {
  files: readonly Trader[];
  filter: TraderFilterInput;
  nextHref: string | undefined;
}

/** Applications and members of the scheme, the latest first. */
export const TradersPage = ({ files, filter, nextHref }: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Checked traders</h1>
    <p class="govuk-body">
      <a class="govuk-link" href="/traders/new">
        Write down an application
      </a>
      ,{' '}
      <a class="govuk-link" href="/traders/fees">
        fees
      </a>
      , or{' '}
      <a class="govuk-link" href="/checked-traders">
        the list that the public sees
      </a>
    </p>
    <DataTable
      caption="Applications and members"
      captionClasses="govuk-visually-hidden"
      filters={
        <Form method="get" action="/traders" classes="bw-filters">
          <Input name="words" label="Firm or reference" value={filter.words} type="search" />
          <Select
            name="status"
            label="Status"
            value={filter.status ?? ''}
            items={orAny([
              { value: 'open', text: 'To be decided' },
              { value: 'members', text: 'All members' },
              ...Object.entries(traderStatusWords).map(([value, text]) => ({ value, text })),
            ])}
          />
          <Select
            name="trade"
            label="Trade"
            value={filter.trade ?? ''}
            items={orAny(traderTrades.map(({ code, name }) => ({ value: code, text: name })))}
          />
          <Button classes="govuk-button--secondary">Show</Button>
        </Form>
      }
      rows={files}
      columns={[
        {
          heading: 'File',
          cell: (file) => (
            <a class="govuk-link bw-reference" href={`/traders/${file.id}`}>
              {file.reference}
            </a>
          ),
        },
        { heading: 'Firm', cell: ({ firmName }) => firmName },
        { heading: 'Trades', cell: ({ trades }) => trades.map(tradeName).join(', ') },
        { heading: 'Applied', cell: ({ appliedOn }) => <Day day={appliedOn} /> },
        {
          heading: 'Member until',
          cell: ({ memberUntil }) => (memberUntil ? <Day day={memberUntil} /> : '–'),
        },
        { heading: 'Status', cell: ({ status }) => <TraderTag status={status} /> },
      ]}
      empty={{
        title: 'No files here',
        children: 'Applications and members that fit what you chose would be listed here.',
        action: { href: '/traders/new', children: 'Write down an application' },
      }}
      paging={{ nextHref }}
    />
  </>
);

const keyFacts = ({ file, today }: TraderPageProps) => [
  { label: 'Status', value: <TraderTag status={file.status} /> },
  { label: 'Applied', value: <Day day={file.appliedOn} /> },
  ...(file.memberUntil
    ? [{ label: 'Member until', value: <Deadline due={file.memberUntil} today={today} /> }]
    : []),
  ...(file.ground ? [{ label: 'Broad reason', value: groundName(file.ground) }] : []),
  ...(file.appealUntil
    ? [{ label: 'Appeal until', value: <Deadline due={file.appealUntil} today={today} /> }]
    : []),
  ...(file.conditions.length > 0
    ? [{ label: 'Conditions', value: file.conditions.map(vettingConditionName).join('; ') }]
    : []),
];

const anchors: Readonly<Record<string, string>> = {
  people: '#people',
  papers: '#papers',
  payment: '#payments',
  checks: '#checks',
  vetting: '#vetting',
};

/** One file: what is still needed, the firm, its people and papers, fees, vetting, checks, complaints. */
export function TraderPage(props: TraderPageProps) {
  const { file, events, steps } = props;
  const isMember = file.memberFrom !== null;
  return (
    <RecordPage
      kind="Checked trader"
      name={`${file.reference}: ${file.firmName}`}
      facts={keyFacts(props)}
      sections={[
        ...(steps.some(({ needs }) => needs.length > 0)
          ? [
              {
                id: 'next',
                title: 'What is needed next',
                children: <NextSteps asker="the scheme" steps={steps} mendOf={(field) => anchors[field]} />,
              },
            ]
          : []),
        { id: 'firm', title: 'The firm', children: <Firm {...props} /> },
        { id: 'people', title: 'Owners and directors', children: <People {...props} /> },
        { id: 'papers', title: 'Papers', children: <Papers {...props} /> },
        { id: 'payments', title: 'Fees', children: <Payments {...props} /> },
        { id: 'vetting', title: 'Vetting', children: <VettingSection {...props} /> },
        { id: 'checks', title: 'Checks', children: <Checks {...props} /> },
        ...(isMember ? [{ id: 'complaints', title: 'Complaints', children: <Complaints {...props} /> }] : []),
        { id: 'history', title: 'History', children: <History events={events} /> },
      ]}
      actions={<StepLinks asker="the scheme" steps={steps} under={`/traders/${file.id}/steps`} />}
    />
  );
}

/** What the scheme asks, and since when; a new amount is a new row. */
export const FeesPage = (props: FormState & { fees: readonly Fee[]; csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Fees of the scheme</h1>
    <p class="govuk-body">
      No law sets them: the scheme adopts its own. The membership fee is paid back to a firm that is refused,
      the vetting fee is not.
    </p>
    <DataTable
      caption="Fees adopted"
      captionClasses="govuk-visually-hidden"
      rows={props.fees}
      columns={[
        { heading: 'Fee', cell: ({ kind }) => feeKindWords[kind] },
        { heading: 'Amount', cell: ({ pence }) => <Money pence={pence} /> },
        { heading: 'From', cell: ({ startsOn }) => <Day day={startsOn} /> },
        { heading: 'Decided by', cell: ({ source }) => source },
      ]}
      empty={{ title: 'No fee yet', children: 'What the scheme adopts would be listed here.' }}
    />
    <h2 class="govuk-heading-m">Adopt an amount</h2>
    <Form action="/traders/fees" csrfToken={props.csrf}>
      <Select
        {...asked(props, 'kind')}
        label="Fee"
        items={toChoose(feeKinds.map((value) => ({ value, text: feeKindWords[value] })))}
      />
      <Input
        {...asked(props, 'pounds')}
        label="Amount in pounds"
        inputmode="decimal"
        classes="govuk-input--width-5"
      />
      <DayBoxes {...props} name="startsOn" legend="From" />
      <Input {...asked(props, 'source')} label="Who decided it, and when" />
      <Button>Adopt it</Button>
    </Form>
  </>
);

interface CheckedProps {
  /** Warnings about trades. */
  alerts: readonly PublicAlert[];
  traders: readonly CheckedTrader[];
  trade: string | undefined;
  districtCode: string | undefined;
  districts: readonly { code: string; name: string }[];
}
/** What anybody reads: who is a member today, by trade and district. There are no reviews and no scores. */
export const CheckedPage = ({ traders, trade, districtCode, districts, alerts }: CheckedProps) => (
  <>
    <h1 class="govuk-heading-l">Find a checked trader</h1>
    <p class="govuk-body">
      Trading standards checked these firms before they joined, and check them again each year. It is no
      promise of good work: get more than one price, and never pay all of it before the work is done.
    </p>
    <AlertList alerts={alerts} />
    <DataTable
      caption="Checked traders"
      captionClasses="govuk-visually-hidden"
      filters={
        <Form method="get" action="/checked-traders" classes="bw-filters">
          <Select
            name="trade"
            label="Trade"
            value={trade ?? ''}
            items={orAny(traderTrades.map(({ code, name }) => ({ value: code, text: name })))}
          />
          <Select
            name="districtCode"
            label="District"
            value={districtCode ?? ''}
            items={orAny(districts.map(({ code, name }) => ({ value: code, text: name })))}
          />
          <Button classes="govuk-button--secondary">Show</Button>
        </Form>
      }
      rows={traders}
      columns={[
        { heading: 'Firm', cell: ({ firmName }) => firmName },
        { heading: 'Trades', cell: ({ trades }) => trades.map(tradeName).join(', ') },
        { heading: 'District', cell: ({ districtName }) => districtName ?? '–' },
        { heading: 'Member since', cell: ({ memberFrom }) => <Day day={memberFrom} /> },
      ]}
      empty={{
        title: 'No checked traders here',
        children: 'Choose another trade or district.',
      }}
    />
  </>
);
