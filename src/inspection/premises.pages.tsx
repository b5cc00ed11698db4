import { premisesKinds, riskRatings } from '../../reference/inspection.ts';
import {
  Button,
  Checkboxes,
  DataTable,
  Day,
  Form,
  Input,
  NotificationBanner,
  orAny,
  Select,
  Tag,
} from '../platform/ui/index.ts';
import { premisesKindName, riskName } from './inspection.words.ts';
import { InspectionNav } from './inspection-nav.pages.tsx';
import type { Premises, PremisesFilter } from './premises.store.ts';

const colours = { high: 'red', medium: 'yellow', low: 'green' } as const;
/** The risk of premises in a word and a colour. */
export const RiskTag = ({ risk }: Pick<Premises, 'risk'>) =>
  risk ? (
    <Tag classes={`govuk-tag--${colours[risk]}`}>{riskName(risk)}</Tag>
  ) : (
    <Tag classes="govuk-tag--grey">Not rated</Tag>
  );
/** Rows of reference data as what can be chosen. */
export const optionsOf = (rows: readonly { code: string; name: string }[]) =>
  rows.map(({ code, name }) => ({ value: code, text: name }));

interface ListProps {
  premises: readonly Premises[];
  alerts: readonly { id: string; tradingName: string }[];
  filter: PremisesFilter;
  nextHref: string | undefined;
}
/** Premises where persistent selling waits for a decision, before everything else. */
const Alerts = ({ alerts }: Pick<ListProps, 'alerts'>) =>
  alerts.length === 0 ? null : (
    <NotificationBanner title="Persistent selling">
      <p class="govuk-notification-banner__heading">
        Alcohol was sold to children twice in three months. A decision is needed:
      </p>
      <ul class="govuk-list">
        {alerts.map(({ id, tradingName }) => (
          <li>
            <a class="govuk-notification-banner__link" href={`/premises/${id}#selling`}>
              {tradingName}
            </a>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );

/** Premises that the agency keeps or was told of, by name. */
export const PremisesListPage = ({ premises, alerts, filter, nextHref }: ListProps) => (
  <>
    <InspectionNav here="/premises" />
    <h1 class="govuk-heading-l">Premises</h1>
    <Alerts alerts={alerts} />
    <p class="govuk-body">
      <a class="govuk-link" href="/premises/new">
        Keep premises
      </a>
    </p>
    <DataTable
      caption="Premises by name"
      captionClasses="govuk-visually-hidden"
      filters={
        <Form method="get" action="/premises" classes="bw-filters">
          <Input name="words" label="Name, firm or reference" value={filter.words} type="search" />
          <Select
            name="kind"
            label="Kind"
            value={filter.kind ?? ''}
            items={orAny(optionsOf(premisesKinds))}
          />
          <Select name="risk" label="Risk" value={filter.risk ?? ''} items={orAny(optionsOf(riskRatings))} />
          <Checkboxes
            name="concern"
            classes="govuk-checkboxes--small"
            items={[{ value: 'yes', children: 'Of concern alone', checked: filter.concern === true }]}
          />
          <Button classes="govuk-button--secondary">Show</Button>
        </Form>
      }
      rows={premises}
      columns={[
        {
          heading: 'Premises',
          cell: (one) => (
            <a class="govuk-link" href={`/premises/${one.id}`}>
              {one.tradingName}
            </a>
          ),
        },
        { heading: 'Firm', cell: ({ firmName }) => firmName },
        { heading: 'Kind', cell: ({ kind }) => premisesKindName(kind) },
        { heading: 'Kept by', cell: ({ agencyName }) => agencyName },
        { heading: 'Risk', cell: ({ risk }) => <RiskTag risk={risk} /> },
        {
          heading: 'Of concern',
          cell: ({ concernSince }) =>
            concernSince ? (
              <>
                since <Day day={concernSince} />
              </>
            ) : (
              '–'
            ),
        },
      ]}
      empty={{
        title: 'No premises here',
        children: 'Premises that your agency keeps, or was told of, would be listed here.',
        action: { href: '/premises/new', children: 'Keep premises' },
      }}
      paging={{ nextHref }}
    />
  </>
);
