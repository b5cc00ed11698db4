import { Day, Details } from '../../platform/ui/index.ts';
import type { RequirementShown } from './requirement.store.ts';

/** What the unit asks, above the form of whoever may know; nothing where it asks nothing. */
export const Asked = ({ shown }: { shown: readonly RequirementShown[] }) =>
  shown.length === 0 ? null : (
    <Details summary={`What the unit would like to know (${shown.length})`}>
      <p class="govuk-body">
        For those who happen to know. Nobody is asked to find anything out: ask nobody, and watch nobody.
      </p>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {shown.map(({ reference, question, lookFor, shownUntil }) => (
          <li>
            {question} {lookFor && <>({lookFor}) </>}
            <span class="bw-reference">{reference}</span>, until <Day day={shownUntil} />
          </li>
        ))}
      </ul>
    </Details>
  );
