import type { AreaRow } from '../directory/index.ts';
import { Button, Checkboxes, type Content, Form, Input, orAny, Select } from '../platform/ui/index.ts';

interface FiltersProps {
  /** The list that is narrowed. */
  action: string;
  /** What every list of files is narrowed by, as it stands in the address. */
  filter: {
    sort?: string | undefined;
    caseId?: string | undefined;
    reference?: string | undefined;
    status?: string | undefined;
    districtCode?: string | undefined;
    agency?: 'mine' | undefined;
  };
  /** Statuses taken together, before each by itself. */
  open: { value: string; text: string };
  statusWords: Readonly<Record<string, string>>;
  districts: readonly AreaRow[];
  /** What kinds there are of these files. */
  kind: { name: string; label: string; value: string | undefined; words: Readonly<Record<string, string>> };
  /** What else this list is narrowed by. */
  children?: Content;
}

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

/** What a list of files is narrowed by; a plain form that asks. */
export const FileFilters = ({
  action,
  filter,
  open,
  statusWords,
  districts,
  kind,
  children,
}: FiltersProps) => (
  <Form method="get" action={action} classes="bw-filters">
    {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
    {filter.caseId && <input type="hidden" name="caseId" value={filter.caseId} />}
    <Input name="reference" label="Reference" value={filter.reference} type="search" />
    <Select
      name="status"
      label="Status"
      value={filter.status ?? ''}
      items={orAny([open, ...choices(statusWords)])}
    />
    <Select name={kind.name} label={kind.label} value={kind.value ?? ''} items={orAny(choices(kind.words))} />
    <Select
      name="districtCode"
      label="District"
      value={filter.districtCode ?? ''}
      items={orAny(districts.map((d) => ({ value: d.code, text: d.name })))}
    />
    {children}
    <Checkboxes
      name="agency"
      classes="govuk-checkboxes--small"
      items={[{ value: 'mine', children: 'Of my agency', checked: filter.agency === 'mine' }]}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </Form>
);
