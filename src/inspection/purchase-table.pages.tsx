import { testTypes } from '../../reference/inspection.ts';
import { Button, Form, Input, orAny, Select } from '../platform/ui/index.ts';
import { optionsOf } from './premises.pages.tsx';
import type { TableQuery } from './purchase.forms.ts';

/** What the table can be narrowed by. */
export const TableFilter = ({
  query,
  districts,
}: {
  query: TableQuery;
  districts: readonly { code: string; name: string }[];
}) => (
  <Form method="get" action="/test-purchases/table" classes="bw-filters">
    <Input name="from" label="From" hint="Like 1/4/2026" value={query.from} classes="govuk-input--width-10" />
    <Input name="to" label="To" hint="Like 31/3/2027" value={query.to} classes="govuk-input--width-10" />
    <Input name="location" label="Location" value={query.location} />
    <Select
      name="without"
      label="Without"
      value={query.without ?? ''}
      items={[{ value: '', text: 'All tests' }, ...optionsOf(testTypes)]}
    />
    <Select
      name="districtCode"
      label="District"
      value={query.districtCode ?? ''}
      items={orAny(optionsOf(districts))}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </Form>
);
