import type { AreaRow } from '../directory/index.ts';
import { Input } from '../platform/ui/index.ts';
import type { PenaltyFilterInput } from './penalty.queries.ts';
import { offenceWords, penaltyStatusWords } from './penalty.words.ts';
import { FileFilters } from './procedure-filters.pages.tsx';

/** What the list of penalties is narrowed by. */
export const PenaltyFilters = ({
  filter,
  districts,
}: {
  filter: PenaltyFilterInput;
  districts: readonly AreaRow[];
}) => (
  <FileFilters
    action="/penalties"
    filter={filter}
    open={{ value: 'unpaid', text: 'Open and unpaid' }}
    statusWords={penaltyStatusWords}
    kind={{ name: 'offence', label: 'Offence', value: filter.offence, words: offenceWords }}
    districts={districts}
  >
    {filter.serviceId && <input type="hidden" name="serviceId" value={filter.serviceId} />}
    <Input
      name="from"
      label="Issued from"
      hint="Like 1/7/2026"
      value={filter.from}
      classes="govuk-input--width-10"
    />
    <Input
      name="to"
      label="Issued to"
      hint="Like 30/9/2026"
      value={filter.to}
      classes="govuk-input--width-10"
    />
  </FileFilters>
);
