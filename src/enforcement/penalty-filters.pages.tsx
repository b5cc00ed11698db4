import type { AreaRow } from '../directory/index.ts';
import { Button, Checkboxes, Form, Input, Select } from '../platform/ui/index.ts';
import type { PenaltyFilterInput } from './penalty.queries.ts';
import { offences, offenceWords, penaltyStatusWords } from './penalty.words.ts';

const any = { value: '', text: 'Any' };
/** What the list is narrowed by; a plain form that asks. */
export const PenaltyFilters = ({
  filter,
  districts,
}: {
  filter: PenaltyFilterInput;
  districts: readonly AreaRow[];
}) => (
  <Form method="get" action="/penalties" classes="bw-filters">
    {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
    <Input name="reference" label="Reference" value={filter.reference} type="search" />
    <Select
      name="status"
      label="Status"
      value={filter.status ?? ''}
      items={[
        any,
        { value: 'unpaid', text: 'Open and unpaid' },
        ...Object.entries(penaltyStatusWords).map(([value, text]) => ({ value, text })),
      ]}
    />
    <Select
      name="offence"
      label="Offence"
      value={filter.offence ?? ''}
      items={[any, ...offences.map((value) => ({ value, text: offenceWords[value] }))]}
    />
    <Select
      name="districtCode"
      label="District"
      value={filter.districtCode ?? ''}
      items={[any, ...districts.map((d) => ({ value: d.code, text: d.name }))]}
    />
    <Input
      name="from"
      label="Issued from"
      hint="Like 2026-07-01"
      value={filter.from}
      classes="govuk-input--width-10"
    />
    <Input
      name="to"
      label="Issued to"
      hint="Like 2026-09-30"
      value={filter.to}
      classes="govuk-input--width-10"
    />
    <Checkboxes
      name="agency"
      classes="govuk-checkboxes--small"
      items={[{ value: 'mine', children: 'Of my agency', checked: filter.agency === 'mine' }]}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </Form>
);
