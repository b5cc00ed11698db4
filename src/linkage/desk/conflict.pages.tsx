import { DataTable, Instant } from '../../platform/ui/index.ts';
import type { Conflict, Judgement } from '../ledger/index.ts';
import { DeskNavigation } from './desk.pages.tsx';
import { probabilityWords } from './waterfall.tsx';

type Labelled = Judgement & { labels: string };

export interface ConflictLine {
  refused: Labelled;
  because: readonly Labelled[];
}
export type { Conflict };

const saidBy = (judgement: Judgement): string =>
  judgement.madeBy === 'model'
    ? `model ${judgement.modelNumber ?? ''}, ${probabilityWords(judgement.probability ?? 0)}`
    : `${judgement.officerName}, ${judgement.agencyName}`;

/** «Same» that the ledger could not follow, because it would have put two together that somebody holds apart. */
export const ConflictsPage = ({ conflicts }: { readonly conflicts: readonly ConflictLine[] }) => (
  <>
    <h1 class="govuk-heading-l">Conflicts</h1>
    <DeskNavigation current="/review/conflicts" />
    <p class="govuk-body">
      Each line joins two people that somebody else holds apart. The ledger keeps them apart until one of the
      judgements is undone or decided anew.
    </p>
    <DataTable
      caption="Judgements that cannot both hold"
      rows={conflicts}
      columns={[
        {
          heading: 'Said to be the same',
          cell: ({ refused }) => (
            <div>
              <a class="govuk-link" href={`/pairs/${refused.recordA}/${refused.recordB}`}>
                {refused.labels}
              </a>{' '}
              ({saidBy(refused)}, <Instant at={refused.madeAt} />)
            </div>
          ),
        },
        {
          heading: 'But held apart',
          cell: ({ because }) => (
            <ul class="govuk-list">
              {because.map((apart) => (
                <li>
                  <a class="govuk-link" href={`/pairs/${apart.recordA}/${apart.recordB}`}>
                    {apart.labels}
                  </a>{' '}
                  ({saidBy(apart)}: {apart.why})
                </li>
              ))}
            </ul>
          ),
        },
      ]}
      empty={{
        title: 'No conflicts',
        children:
          'Judgements that contradict each other would stand here, with both sides and who said what.',
      }}
    />
  </>
);
