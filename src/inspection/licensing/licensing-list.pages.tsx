import { licensingPeriods } from '../../../reference/licensing.ts';
import type { AreaRow } from '../../directory/index.ts';
import {
  asked,
  Button,
  DataTable,
  type DataTableProps,
  Day,
  Details,
  Form,
  type FormState,
  Input,
  isAgain,
  orAny,
  Select,
  SummaryList,
  stateOf,
  toChoose,
} from '../../platform/ui/index.ts';
import { InspectionNav } from '../inspection-nav.pages.tsx';
import { optionsOf } from '../premises.pages.tsx';
import type { LicensingFilterInput } from './licensing.forms.ts';
import { LicensingTag } from './licensing.pages.tsx';
import type { LicensingLineRow } from './licensing.store.ts';
import type { PeriodInUse } from './licensing.ts';
import { licensingKindWords, licensingStatusWords } from './licensing.words.ts';

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

/** The periods that the agency uses, each with where the number is from, and the form that enters another. */
const Periods = (props: FormState & { csrf: string; periods: readonly PeriodInUse[] }) => {
  const state = stateOf(props, 'clock');
  return (
    <Details summary="Periods that your agency uses" open={isAgain(props, 'clock')}>
      <p class="govuk-body">
        None of these numbers was found in a source that we read. Enter your own, with where you have it from:
        it counts from today on. A period without a number starts no clock.
      </p>
      <SummaryList
        rows={props.periods.map(({ code, count, source }) => {
          const row = licensingPeriods.find((one) => one.code === code);
          return {
            key: row?.name ?? code,
            value:
              count === null
                ? 'None in use'
                : `${count} ${row?.unit.replace('-', ' ') ?? ''}, from ${source}`,
          };
        })}
      />
      <Form action="/licence-reviews/periods" csrfToken={props.csrf}>
        <Select {...asked(state, 'code')} label="Period" items={toChoose(optionsOf(licensingPeriods))} />
        <Input
          {...asked(state, 'count')}
          label="Number"
          hint="Leave it empty to use none."
          inputmode="numeric"
          classes="govuk-input--width-3"
        />
        <Input
          {...asked(state, 'source')}
          label="Where you have it from"
          hint="An Act, a regulation or your legal team."
        />
        <Button classes="govuk-button--secondary">Use this number</Button>
      </Form>
    </Details>
  );
};

interface ListProps extends FormState {
  files: readonly LicensingLineRow[];
  filter: LicensingFilterInput;
  districts: readonly AreaRow[];
  nextHref: string | undefined;
  exports: NonNullable<DataTableProps<LicensingLineRow>['exports']>;
  sort: NonNullable<DataTableProps<LicensingLineRow>['sort']>;
  periods: readonly PeriodInUse[];
  csrf: string;
}
/** Reviews of licences that the agency keeps, the latest first. */
export const LicensingListPage = ({
  files,
  filter,
  districts,
  nextHref,
  exports,
  sort,
  ...props
}: ListProps) => (
  <>
    <InspectionNav here="/licence-reviews" />
    <h1 class="govuk-heading-l">Licence reviews</h1>
    <p class="govuk-body">
      A review is begun on the page of its{' '}
      <a class="govuk-link" href="/premises">
        premises
      </a>
      , with what their records show. What anybody may read stands in{' '}
      <a class="govuk-link" href="/licensing-register">
        the public register
      </a>
      .
    </p>
    <DataTable
      caption="Licence reviews"
      captionClasses="govuk-visually-hidden"
      filters={
        <Form method="get" action="/licence-reviews" classes="bw-filters">
          {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
          {filter.premisesId && <input type="hidden" name="premisesId" value={filter.premisesId} />}
          <Input name="reference" label="Reference" value={filter.reference} type="search" />
          <Input name="name" label="Premises, firm or licence number" value={filter.name} type="search" />
          <Select
            name="status"
            label="Status"
            value={filter.status ?? ''}
            items={orAny([{ value: 'open', text: 'Open' }, ...choices(licensingStatusWords)])}
          />
          <Select
            name="kind"
            label="Kind"
            value={filter.kind ?? ''}
            items={orAny(choices(licensingKindWords))}
          />
          <Select
            name="districtCode"
            label="District"
            value={filter.districtCode ?? ''}
            items={orAny(districts.map(({ code, name }) => ({ value: code, text: name })))}
          />
          <Input
            name="dueTo"
            label="Waits for a day up to"
            hint="Like 2026-11-22"
            value={filter.dueTo}
            classes="govuk-input--width-10"
          />
          <Button classes="govuk-button--secondary">Show</Button>
        </Form>
      }
      rows={files}
      columns={[
        {
          heading: 'Review',
          sortKey: 'reference',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/licence-reviews/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'Premises', sortKey: 'premises', cell: ({ tradingName }) => tradingName },
        { heading: 'Kind', cell: ({ kind }) => licensingKindWords[kind] },
        { heading: 'Status', cell: ({ status }) => <LicensingTag status={status} /> },
        { heading: 'Next day', sortKey: 'due', cell: ({ dueOn }) => (dueOn ? <Day day={dueOn} /> : 'None') },
      ]}
      empty={{
        title: 'No reviews here',
        children:
          'Reviews that fit what you chose would be listed here. Begin one on the page of its premises.',
        action: { href: '/premises', children: 'Premises' },
      }}
      paging={{ nextHref }}
      sort={sort}
      exports={exports}
    />
    <Periods {...props} />
  </>
);
