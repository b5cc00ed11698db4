import type { AreaRow, IssueTypeRow, WardRow } from '../directory/index.ts';
import { Button, Checkboxes, Form, Input, orAny, Select } from '../platform/ui/index.ts';
import { dueWindows } from './report.filter.ts';
import type { ReportFilterInput } from './report.queries.ts';
import { channels, channelWords, statusWords } from './report.words.ts';

interface Props {
  filter: ReportFilterInput;
  types: readonly IssueTypeRow[];
  districts: readonly AreaRow[];
  /** Of the chosen district, where a page narrows to one. */
  wards?: readonly WardRow[];
  /** The page that is narrowed; the list unless told. */
  action?: string;
}

/** What the list is narrowed by; a plain form that asks. */
export const ReportFilters = ({ filter, types, districts, wards, action }: Props) => (
  <Form method="get" action={action ?? '/reports'} classes="bw-filters">
    {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
    {filter.box && (
      <Checkboxes
        name="box"
        classes="govuk-checkboxes--small"
        items={[{ value: String(filter.box), children: 'Only this part of the map', checked: true }]}
      />
    )}
    <Input name="words" label="Words or reference" value={filter.words} type="search" />
    <Select
      name="status"
      label="Status"
      value={filter.status ?? ''}
      items={orAny([
        { value: 'open', text: 'Open' },
        ...Object.entries(statusWords).map(([value, text]) => ({ value, text })),
      ])}
    />
    <Select
      name="due"
      label="To be dealt with by"
      value={filter.due ?? ''}
      items={orAny(Object.entries(dueWindows).map(([value, { words }]) => ({ value, text: words })))}
    />
    <Select
      name="issueType"
      label="About"
      value={filter.issueType ?? ''}
      items={orAny(types.map((t) => ({ value: t.code, text: t.name })))}
    />
    <Select
      name="districtCode"
      label="District"
      value={filter.districtCode ?? ''}
      items={orAny(districts.map((d) => ({ value: d.code, text: d.name })))}
    />
    {wards && wards.length > 0 && (
      <Select
        name="wardCode"
        label="Ward"
        value={filter.wardCode ?? ''}
        items={orAny(wards.map((w) => ({ value: w.code, text: w.name })))}
      />
    )}
    <Select
      name="channel"
      label="Came by"
      value={filter.channel ?? ''}
      items={orAny(channels.map((c) => ({ value: c, text: channelWords[c] })))}
    />
    <Checkboxes
      name="mine"
      classes="govuk-checkboxes--small"
      items={[{ value: 'yes', children: 'With my service', checked: filter.mine }]}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </Form>
);
