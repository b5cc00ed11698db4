import { DataTable, Day } from '../platform/ui/index.ts';
import { visitResultName } from './inspection.words.ts';
import type { PremisesOfConcern } from './premises.store.ts';

/** Premises of concern, as a Joint Action Group reviews them: in the words that are shared, with the last visit. */
export const ConcernTable = ({ premises }: { premises: readonly PremisesOfConcern[] }) => (
  <DataTable
    caption="Premises of concern"
    captionClasses="govuk-visually-hidden"
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
      { heading: 'Since', cell: ({ raisedOn }) => <Day day={raisedOn} /> },
      { heading: 'Concern', cell: ({ sharedWords }) => sharedWords },
      { heading: 'Kept by', cell: ({ agencyName }) => agencyName },
      {
        heading: 'Last visit',
        cell: ({ lastVisitedOn, lastResult }) =>
          lastVisitedOn ? (
            <>
              <Day day={lastVisitedOn} />: {visitResultName(lastResult ?? '').toLowerCase()}
            </>
          ) : (
            'None that you may see'
          ),
      },
    ]}
    empty={{
      title: 'No premises of concern',
      children: 'Those that are shared with your agency would be listed here.',
    }}
  />
);
